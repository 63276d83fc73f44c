/** Who belongs to the unit, with how to reach them (domain.md 4.20: personnel-roster; ⚠ rank sorted as text). */
import { and, asc, count, desc, eq, isNull, type SQL } from 'drizzle-orm'
import { serialTail } from '../../../../../shared/domain/badge-serial.ts'
import type { ReportCell, ReportGroup, ReportTable } from '../../../../../shared/domain/reports.ts'
import type { Tx } from '../../../db/database.ts'
import { badge, division, member, memberStatus, memberType, rank } from '../../../db/schema/index.ts'
import { refuse } from '../../../kit/refusal.ts'
import { mostRows, type ReportBuilder, type SpecOf } from '../report.ts'
import { words } from '../words/roster.ts'

type Sort = NonNullable<SpecOf<'roster'>['sort']>

const onRoll = (divisionCode: string | null): SQL | undefined =>
  and(eq(memberStatus.isHidden, false), divisionCode === null ? undefined : divisionCode === '-' ? isNull(member.divisionId) : eq(division.code, divisionCode))

async function countRoll(tx: Tx, divisionCode: string | null): Promise<number> {
  const [row] = await tx.select({ rows: count() }).from(member).innerJoin(memberStatus, eq(memberStatus.code, member.status)).leftJoin(division, eq(division.id, member.divisionId)).where(onRoll(divisionCode))
  return row?.rows ?? 0
}

/** Senior first where rank decides; the number makes the order complete. */
function readRoll(tx: Tx, divisionCode: string | null, sort: Sort) {
  const byName = [asc(member.searchName), asc(member.serviceNumber)]
  const order = { division_rank: [asc(division.code), desc(rank.displayOrder), ...byName], rank: [desc(rank.displayOrder), ...byName], alphabetical: byName }[sort]
  return tx
    .select({ member, rank: rank.code, division, status: memberStatus, type: memberType, serial: badge.serial })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .innerJoin(memberType, eq(memberType.code, member.memberType))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(badge, eq(badge.memberId, member.id))
    .where(onRoll(divisionCode))
    .orderBy(...order)
}

type Row = Awaited<ReturnType<typeof readRoll>>[number]

/** Refuses `report_too_long`. */
export const roster: ReportBuilder<'roster'> = async ({ divisionCode, sort: wanted }, { database, settings: { formatting }, language }) => {
  const say = words[language]
  const sort = wanted ?? formatting.defaultSortOrder
  const total = await database.read((tx) => countRoll(tx, divisionCode))
  if (total > mostRows) throw refuse('report_too_long', { rows: total, most: mostRows })
  const rows = await database.read((tx) => readRoll(tx, divisionCode, sort))

  const inLanguage = ({ name, nameFr }: { name: string; nameFr: string | null }): string => (language === 'fr' ? (nameFr ?? name) : name)
  const tones = { admit: undefined, note: 'warning', refuse: 'critical' } as const
  const cells = [
    ...(formatting.showServiceNumber ? [{ label: say.columns.serviceNumber, weight: 1.3, cell: ({ member: { serviceNumber } }: Row) => ({ text: serviceNumber }) }] : []),
    { label: say.columns.rank, weight: 0.8, cell: (row) => ({ text: row.rank }) },
    { label: say.columns.lastName, weight: 1.5, cell: ({ member: { lastName } }) => ({ text: lastName }) },
    { label: say.columns.firstName, weight: 1.3, cell: ({ member: { firstName } }) => ({ text: firstName }) },
    { label: say.columns.division, weight: 0.9, cell: (row) => ({ text: row.division?.code ?? '' }) },
    { label: say.columns.badge, weight: 0.8, cell: ({ serial }) => (serial === null ? { text: say.noBadge, tone: 'muted' } : { text: `…${serialTail(serial)}` }) },
    { label: say.columns.status, weight: 1, cell: ({ status }) => ({ text: inLanguage(status), tone: tones[status.admission] }) },
    { label: say.columns.type, weight: 1, cell: ({ type }) => ({ text: inLanguage(type) }) },
    { label: say.columns.email, weight: 2.2, cell: ({ member: { email } }) => ({ text: email ?? '' }) },
    { label: say.columns.phone, weight: 1.3, cell: ({ member: { mobilePhone, homePhone } }) => ({ text: mobilePhone ?? homePhone ?? '' }) },
  ] satisfies readonly { label: string; weight: number; cell: (row: Row) => ReportCell }[]

  const divisions = [...Map.groupBy(rows, (row) => row.division?.code ?? '')].map(([code, people]) => ({ code, title: people[0]?.division?.name ?? say.none, people })).toSorted((a, b) => Number(a.code === '') - Number(b.code === '') || (a.code < b.code ? -1 : 1))
  const group = (title: string | null, people: readonly Row[]): ReportGroup => ({ title, isOwnPage: false, rows: people.map((row) => cells.map(({ cell }) => cell(row))) })
  const people: ReportTable = {
    id: 'people',
    title: say.people,
    columns: cells.map(({ label, weight }) => ({ label, align: 'start', weight })),
    groups: sort === 'division_rank' ? divisions.map(({ title, people: ofDivision }) => group(title, ofDivision)) : [group(null, rows)],
    empty: say.empty,
  }

  const figures = (label: string, ofThem: readonly Row[]): ReportCell[] => {
    const fullTime = ofThem.filter(({ type }) => type.isFullTime).length
    return [label, ofThem.length, fullTime, ofThem.length - fullTime, ofThem.filter(({ serial }) => serial !== null).length].map((value) => ({ text: String(value) }))
  }
  const totals: ReportTable = {
    id: 'totals',
    title: say.totals,
    columns: [say.division, say.members, say.fullTime, say.partTime, say.withBadge].map((label, index) => (index === 0 ? { label, align: 'start', weight: 2 } : { label, align: 'end', weight: 1 })),
    groups: [{ title: null, isOwnPage: false, rows: rows.length === 0 ? [] : [...divisions.map(({ title, people: ofDivision }) => figures(title, ofDivision)), ...(divisions.length > 1 ? [figures(say.total, rows)] : [])] }],
    empty: say.empty,
  }

  const asked = divisionCode === null ? say.all : divisionCode === '-' ? say.none : (rows[0]?.division?.name ?? divisionCode)
  return {
    kind: 'roster',
    title: say.title,
    facts: [
      { label: say.division, value: asked },
      { label: say.members, value: String(rows.length) },
      { label: say.order, value: say.orders[sort] },
    ],
    charts: [],
    tables: [people, totals],
    notes: say.notes,
    isLandscape: true,
  }
}
