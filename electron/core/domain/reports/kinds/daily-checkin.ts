/** Who of the full-time staff and of the reserve is here today (domain.md 4.20: daily-checkin). */
import { fullName } from '../../../../../shared/domain/names.ts'
import { operationalDate } from '../../../../../shared/domain/operational-day.ts'
import { insideOverDay, readMovesOfDay } from '../inside-over-day.ts'
import { dateIn, groupByDivision, inOrder, nameIn, plainTable, sinceIn, timeIn, type Column } from '../layout.ts'
import type { ReportBuilder } from '../report.ts'
import { isInside, readDivisionName, readRollPresence, type RollPerson } from '../roll-presence.ts'
import { words } from '../words/daily-checkin.ts'

const tones = { admit: undefined, note: 'warning', refuse: 'critical' } as const

interface Figures {
  readonly name: string
  readonly present: number
  readonly absent: number
  readonly reserve: number
}

export const dailyCheckin: ReportBuilder<'daily_checkin'> = async ({ divisionCode, memberType }, { database, now, unit, settings: { formatting }, language }) => {
  const say = words[language]
  const today = operationalDate(now, unit)
  const roll = await database.read((tx) => readRollPresence(tx, { divisionCode }))
  const moves = await database.read((tx) => readMovesOfDay(tx, now, unit))
  const asked = divisionCode === null ? say.all : divisionCode === '-' ? say.none : await database.read((tx) => readDivisionName(tx, divisionCode))
  const people = inOrder(roll, formatting.defaultSortOrder, language).filter(({ type }) => memberType === 'all' || type.isFullTime === (memberType === 'ft_staff'))

  const isFullTime = ({ type }: RollPerson): boolean => type.isFullTime
  const presentFullTime = people.filter((person) => isFullTime(person) && isInside(person))
  const absentFullTime = people.filter((person) => isFullTime(person) && !isInside(person))
  const presentReserve = people.filter((person) => !isFullTime(person) && isInside(person))

  const who: Column<RollPerson>[] = [
    ...(formatting.showServiceNumber ? [{ label: say.columns.serviceNumber, weight: 1.2, cell: ({ serviceNumber }: RollPerson) => serviceNumber }] : []),
    { label: say.columns.rank, weight: 0.8, cell: ({ rank }) => rank },
    { label: say.columns.name, weight: 2.4, cell: ({ lastName, firstName }) => fullName({ rank: null, lastName, firstName }) },
    { label: say.columns.division, weight: 0.9, cell: ({ division }) => division?.code ?? '' },
    { label: say.columns.type, weight: 1.1, cell: ({ type }) => nameIn(type, language) },
  ]
  const status: Column<RollPerson> = { label: say.columns.status, weight: 1, cell: (person) => ({ text: nameIn(person.status, language), tone: tones[person.status.admission] }) }
  const since = sinceIn(now, unit, formatting.dateFormat, language)
  const here: Column<RollPerson>[] = [...who, { label: say.columns.since, weight: 1, cell: ({ latest }) => (latest === null ? '' : since(latest.at)) }, { label: say.columns.door, weight: 1.3, cell: ({ latest }) => (latest === null ? '' : nameIn(latest.door, language)) }]
  const leftToday = ({ latest }: RollPerson): string => (latest?.direction === 'out' && operationalDate(latest.at, unit) === today ? timeIn(latest.at, unit) : '')

  const figuresOf = (name: string, ofIt: readonly RollPerson[]): Figures => ({ name, present: ofIt.filter((person) => isFullTime(person) && isInside(person)).length, absent: ofIt.filter((person) => isFullTime(person) && !isInside(person)).length, reserve: ofIt.filter((person) => !isFullTime(person) && isInside(person)).length })
  const divisions = groupByDivision(people, say.none).map(({ name, people: ofIt }) => figuresOf(name, ofIt))
  const withStaff = memberType !== 'reserve'
  const withReserve = memberType !== 'ft_staff'
  const count = (label: string, of: (figures: Figures) => number): Column<Figures> => ({ label, weight: 1.2, align: 'end', cell: (figures) => String(of(figures)) })

  return {
    kind: 'daily_checkin',
    title: say.title,
    facts: [
      { label: say.day, value: dateIn(today, formatting.dateFormat, language) },
      { label: say.at, value: timeIn(now, unit) },
      { label: say.division, value: asked },
      { label: say.who, value: say.types[memberType] },
      ...(withStaff ? [{ label: say.presentFullTime, value: String(presentFullTime.length) }, { label: say.absentFullTime, value: String(absentFullTime.length) }] : []),
      ...(withReserve ? [{ label: say.presentReserve, value: String(presentReserve.length) }] : []),
    ],
    charts: [{ id: 'inside', title: say.chart, shape: 'line', unit: '', max: null, series: [{ name: say.inside, points: insideOverDay(people, moves, now, unit).map(({ at, inside }) => ({ label: timeIn(at, unit), value: inside })) }] }],
    tables: [
      ...(withStaff
        ? [plainTable({ id: 'present_full_time', title: say.presentFullTime, empty: say.nobodyPresent }, here, presentFullTime), plainTable({ id: 'absent_full_time', title: say.absentFullTime, empty: say.nobodyAbsent }, [...who, status, { label: say.columns.left, weight: 1, cell: leftToday }], absentFullTime)]
        : []),
      ...(withReserve ? [plainTable({ id: 'present_reserve', title: say.presentReserve, empty: say.nobodyPresent }, here, presentReserve)] : []),
      plainTable<Figures>(
        { id: 'divisions', title: say.byDivision, empty: say.nobody },
        [{ label: say.division, weight: 2, cell: ({ name }) => name }, ...(withStaff ? [count(say.presentFullTime, ({ present }) => present), count(say.absentFullTime, ({ absent }) => absent)] : []), ...(withReserve ? [count(say.presentReserve, ({ reserve }) => reserve)] : [])],
        divisions.length > 1 ? [...divisions, figuresOf(say.total, people)] : divisions,
      ),
    ],
    notes: say.notes,
    isLandscape: false,
  }
}
