/** Who belongs to the unit, with how to reach them (domain.md 4.20: personnel-roster; ⚠ rank sorted as text). */
import { eq } from 'drizzle-orm'
import { serialTail } from '../../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../../db/database.ts'
import { badge, member } from '../../../db/schema/index.ts'
import { refuse } from '../../../kit/refusal.ts'
import { groupByDivision, groupedTable, inOrder, nameIn, organized, plainTable, type Column } from '../layout.ts'
import { mostRows, type ReportBuilder } from '../report.ts'
import { readDivisionName, readRollPresence, type RollPerson } from '../roll-presence.ts'
import { figures } from '../wording.ts'
import { words } from '../words/roster.ts'

interface Reach {
  readonly email: string | null
  readonly phone: string | null
  readonly serial: string | null
}

async function readReach(tx: Tx): Promise<ReadonlyMap<string, Reach>> {
  const rows = await tx.select({ id: member.id, email: member.email, mobilePhone: member.mobilePhone, homePhone: member.homePhone, serial: badge.serial }).from(member).leftJoin(badge, eq(badge.memberId, member.id))
  return new Map(rows.map(({ id, mobilePhone, homePhone, ...own }) => [id, { ...own, phone: mobilePhone ?? homePhone }]))
}

type Row = RollPerson & Reach
const tones = { admit: undefined, note: 'warning', refuse: 'critical' } as const

/** Refuses `report_too_long`. */
export const roster: ReportBuilder<'roster'> = async ({ divisionCode, sort: wanted }, { database, settings: { formatting }, language }) => {
  const say = words[language]
  const sort = wanted ?? formatting.defaultSortOrder
  const roll = (await database.read((tx) => readRollPresence(tx, { divisionCode }))).filter(({ isOnRoll }) => isOnRoll)
  if (roll.length > mostRows) throw refuse('report_too_long', { rows: roll.length, most: mostRows })
  const reach = await database.read(readReach)
  const rows = inOrder(roll, sort, language).map((person): Row => ({ ...person, ...(reach.get(person.id) ?? { email: null, phone: null, serial: null }) }))

  const columns: Column<Row>[] = [
    ...(formatting.showServiceNumber ? [{ label: say.columns.serviceNumber, weight: 1.3, cell: ({ serviceNumber }: Row) => serviceNumber }] : []),
    { label: say.columns.rank, weight: 0.8, cell: ({ rank }) => rank },
    { label: say.columns.lastName, weight: 1.5, cell: ({ lastName }) => lastName },
    { label: say.columns.firstName, weight: 1.3, cell: ({ firstName }) => firstName },
    { label: say.columns.division, weight: 0.9, cell: ({ division }) => division?.code ?? '' },
    { label: say.columns.badge, weight: 0.8, cell: ({ serial }) => (serial === null ? { text: say.noBadge, tone: 'muted' } : `…${serialTail(serial)}`) },
    { label: say.columns.status, weight: 1, cell: ({ status }) => ({ text: nameIn(status, language), tone: tones[status.admission] }) },
    { label: say.columns.type, weight: 1, cell: ({ type }) => nameIn(type, language) },
    { label: say.columns.email, weight: 2.2, cell: ({ email }) => email ?? '' },
    { label: say.columns.phone, weight: 1.3, cell: ({ phone }) => phone ?? '' },
  ]
  const divisions = groupByDivision(rows, say.none)
  type Line = Pick<(typeof divisions)[number], 'name' | 'people'>
  const fullTime = ({ people }: Line): number => people.filter(({ type }) => type.isFullTime).length
  const totals: Column<Line>[] = [
    { label: say.division, weight: 2, cell: ({ name }) => name },
    figures(say.members, 1, ({ people }) => people.length),
    figures(say.fullTime, 1, fullTime),
    figures(say.partTime, 1, (line) => line.people.length - fullTime(line)),
    figures(say.withBadge, 1, ({ people }) => people.filter(({ serial }) => serial !== null).length),
  ]
  const asked = divisionCode === null ? say.all : divisionCode === '-' ? say.none : await database.read((tx) => readDivisionName(tx, divisionCode))
  return {
    kind: 'roster',
    title: say.title,
    facts: [
      { label: say.division, value: asked },
      { label: say.members, value: String(rows.length) },
      { label: say.order, value: say.orders[sort] },
    ],
    charts: [],
    tables: [
      groupedTable<Row>({ id: 'people', title: say.people, empty: say.empty }, columns, organized(rows, sort === 'division_rank' ? 'grouped_by_division' : 'full_unit', say.none)),
      plainTable<Line>({ id: 'totals', title: say.totals, empty: say.empty }, totals, [...divisions, ...(divisions.length > 1 ? [{ name: say.total, people: rows }] : [])]),
    ],
    notes: say.notes,
    isLandscape: true,
  }
}
