/** The parade state: who is inside at this moment, and who of the roll is not (domain.md 4.3, 4.20; screens.md P1-2). */
import { fullName } from '../../../../../shared/domain/names.ts'
import type { ReportDocument, ReportTable } from '../../../../../shared/domain/reports.ts'
import { badgeName } from '../../../../../shared/domain/badge-serial.ts'
import { refuse } from '../../../kit/refusal.ts'
import { readAttendeesInside } from '../../events/presence.ts'
import { readVisitsInside } from '../../visitors/queries.ts'
import { dateTimeIn, groupByDivision, groupedTable, inOrder, nameIn, organized, percentIn, plainTable, shareOf, sinceIn, type Column } from '../layout.ts'
import type { ReportBuilder, ReportContext } from '../report.ts'
import { isInside, readDivisionName, readRollPresence, type RollPerson } from '../roll-presence.ts'
import { words } from '../words/presence.ts'

const tones = { admit: undefined, note: 'warning', refuse: 'critical' } as const

/** Of the roll: how many there are, and how many of them are here. */
const strengthOf = (people: readonly RollPerson[]): { onRoll: number; present: number } => {
  const onRoll = people.filter((person) => person.isOnRoll)
  return { onRoll: onRoll.length, present: onRoll.filter(isInside).length }
}

/** Refuses `member_unknown`. */
export const presence: ReportBuilder<'presence'> = async ({ divisionCode, organization, memberId: asked }, context) => {
  const { database, now, unit, settings, language } = context
  const { formatting } = settings
  const say = words[language]
  const memberId = organization === 'specific_member' ? asked : null
  if (organization === 'specific_member' && memberId === null) throw refuse('member_unknown')
  const unsorted = await database.read((tx) => readRollPresence(tx, { divisionCode, memberId }))
  if (memberId !== null && unsorted.length === 0) throw refuse('member_unknown')
  const people = inOrder(unsorted, formatting.defaultSortOrder, language)
  const divisionName = divisionCode === null ? say.all : divisionCode === '-' ? say.none : await database.read((tx) => readDivisionName(tx, divisionCode))

  const inside = people.filter(isInside)
  const absent = people.filter((person) => !isInside(person))
  const since = sinceIn(now, unit, formatting.dateFormat, language)
  const who: Column<RollPerson>[] = [
    ...(formatting.showServiceNumber ? [{ label: say.columns.serviceNumber, weight: 1.2, cell: ({ serviceNumber }: RollPerson) => serviceNumber }] : []),
    { label: say.columns.rank, weight: 0.8, cell: ({ rank }) => rank },
    { label: say.columns.name, weight: 2.4, cell: ({ lastName, firstName }) => fullName({ rank: null, lastName, firstName }) },
    { label: say.columns.division, weight: 0.9, cell: ({ division }) => division?.code ?? '' },
  ]
  const status: Column<RollPerson> = { label: say.columns.status, weight: 1.2, cell: (person) => ({ text: person.isOnRoll ? nameIn(person.status, language) : `${nameIn(person.status, language)} (${say.offRoll})`, tone: tones[person.status.admission] }) }
  const insideTable = groupedTable<RollPerson>(
    { id: 'inside', title: say.inside, empty: say.nobodyInside },
    [...who, { label: say.columns.since, weight: 1, cell: ({ latest }) => (latest === null ? '' : since(latest.at)) }, { label: say.columns.door, weight: 1.3, cell: ({ latest }) => (latest === null ? '' : nameIn(latest.door, language)) }, status],
    organized(inside, organization, say.none),
  )
  const absentTable = groupedTable<RollPerson>(
    { id: 'absent', title: say.absent, empty: say.nobodyAbsent },
    [...who, status, { label: say.columns.lastSeen, weight: 1.4, cell: ({ latest }) => (latest === null ? { text: say.never, tone: 'muted' } : since(latest.at)) }],
    organized(absent, organization, say.none),
  )

  const divisions = groupByDivision(people, say.none).map(({ code, name, people: ofIt }) => ({ code, name, ...strengthOf(ofIt) }))
  const unitStrength = { name: say.total, ...strengthOf(people) }
  const share = ({ onRoll, present }: { onRoll: number; present: number }): string => {
    const percent = shareOf(present, onRoll)
    return percent === null ? '' : percentIn(percent, language)
  }
  const strength = plainTable<{ name: string; onRoll: number; present: number }>(
    { id: 'strength', title: say.strength, empty: say.noRoll },
    [
      { label: say.division, weight: 2, cell: ({ name }) => name },
      { label: say.onRoll, weight: 1, align: 'end', cell: ({ onRoll }) => String(onRoll) },
      { label: say.present, weight: 1, align: 'end', cell: ({ present }) => String(present) },
      { label: say.absent, weight: 1, align: 'end', cell: ({ onRoll, present }) => String(onRoll - present) },
      { label: say.share, weight: 1, align: 'end', cell: share },
    ],
    divisions.length > 1 ? [...divisions, unitStrength] : divisions,
  )

  // Guests belong to no division: whoever asks for one is not told of them.
  const isWhole = divisionCode === null && memberId === null
  const guests = isWhole ? await guestTables(context, since) : []
  const counts = guests.map((table) => ({ label: table.title, value: String(table.groups[0]?.rows.length ?? 0) }))
  const offRoll = inside.filter(({ isOnRoll }) => !isOnRoll).length
  const points = (value: (row: { onRoll: number; present: number }) => number) => divisions.map(({ code, onRoll, present }) => ({ label: code ?? say.none, value: value({ onRoll, present }) }))
  const [first] = people
  const document: ReportDocument = {
    kind: 'presence',
    title: say.title,
    facts: [
      { label: say.at, value: dateTimeIn(now, unit, formatting.dateFormat, language) },
      memberId !== null && first !== undefined ? { label: say.member, value: fullName(first) } : { label: say.division, value: divisionName },
      { label: say.onRoll, value: String(unitStrength.onRoll) },
      { label: say.present, value: unitStrength.onRoll === 0 ? '0' : `${unitStrength.present} (${share(unitStrength)})` },
      { label: say.absent, value: String(unitStrength.onRoll - unitStrength.present) },
      ...counts,
      ...(isWhole ? [{ label: say.everybody, value: String(inside.length + guests.reduce((sum, table) => sum + (table.groups[0]?.rows.length ?? 0), 0)) }] : []),
    ],
    charts: divisions.length === 0 || memberId !== null ? [] : [{ id: 'strength', title: say.chart, shape: 'bars', unit: '', max: null, series: [{ name: say.present, points: points(({ present }) => present) }, { name: say.absent, points: points(({ onRoll, present }) => onRoll - present) }] }],
    tables: [insideTable, strength, absentTable, ...guests],
    notes: [...say.notes, say.since, ...(offRoll > 0 ? [say.offRollNote.replace('{{count}}', String(offRoll))] : [])],
    isLandscape: false,
  }
  return document
}

/** Visitors and attendees who are inside. */
async function guestTables({ database, language }: ReportContext, since: (at: Date) => string): Promise<ReportTable[]> {
  const say = words[language]
  const visits = await database.read(readVisitsInside)
  const attendees = await database.read(readAttendeesInside)
  const visitors = plainTable<(typeof visits)[number]>(
    { id: 'visitors', title: say.visitors, empty: say.noVisitors },
    [
      { label: say.columns.name, weight: 2, cell: ({ visit }) => fullName(visit) },
      { label: say.columns.organization, weight: 1.6, cell: ({ visit }) => visit.organization ?? '' },
      { label: say.columns.host, weight: 1.6, cell: ({ hostName }) => hostName ?? '' },
      { label: say.columns.event, weight: 1.4, cell: ({ eventName }) => eventName ?? '' },
      { label: say.columns.pass, weight: 0.9, cell: ({ visit, passLabel, passSerial }) => (passSerial === null || visit.returnedAt !== null ? '' : badgeName({ label: passLabel, serial: passSerial })) },
      { label: say.columns.since, weight: 1, cell: ({ visit }) => since(visit.since) },
    ],
    visits,
  )
  const attending = plainTable<(typeof attendees)[number]>(
    { id: 'attendees', title: say.attendees, empty: say.noAttendees },
    [
      { label: say.columns.name, weight: 2, cell: ({ displayName }) => displayName },
      { label: say.columns.organization, weight: 1.6, cell: ({ guest }) => guest?.organization ?? '' },
      { label: say.columns.event, weight: 1.8, cell: ({ guest }) => guest?.event ?? '' },
      { label: say.columns.pass, weight: 0.9, cell: ({ guest }) => guest?.pass ?? '' },
      { label: say.columns.since, weight: 1, cell: (person) => since(new Date(person.since)) },
    ],
    attendees,
  )
  return [visitors, attending]
}
