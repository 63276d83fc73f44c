/** Who forgot to sign out in a period, and who does so often (domain.md 2.2, 3.5, 4.20; screens.md P1-3). */
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import { fullName } from '../../../../../shared/domain/names.ts'
import type { ReportCell } from '../../../../../shared/domain/reports.ts'
import type { Tx } from '../../../db/database.ts'
import { division, member, missedCheckout, rank } from '../../../db/schema/index.ts'
import { refuse } from '../../../kit/refusal.ts'
import { dateIn, dateTimeIn, inOrder, plainTable, type Column } from '../layout.ts'
import { windowOf } from '../period.ts'
import { mostRows, type ReportBuilder, type ReportContext, type SpecOf } from '../report.ts'
import { readDivisionName } from '../roll-presence.ts'
import { words } from '../words/missed-checkouts.ts'

const page = 200

/** One page in the order in which they were closed out. Nobody is closed out before they came: so the first moment bounds it. */
function readPage(tx: Tx, { from, to, divisionCode }: SpecOf<'missed_checkouts'>, start: Date, after: { readonly at: Date; readonly id: string } | null) {
  return tx
    .select({ entry: missedCheckout, serviceNumber: member.serviceNumber, rank: rank.code, rankOrder: rank.displayOrder, lastName: member.lastName, firstName: member.firstName, ever: member.missedCheckoutCount, divisionCode: division.code, divisionName: division.name })
    .from(missedCheckout)
    .innerJoin(member, eq(member.id, missedCheckout.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(
      and(
        gte(missedCheckout.forcedCheckoutAt, start),
        gte(missedCheckout.operationalDate, from),
        lte(missedCheckout.operationalDate, to),
        divisionCode === null ? undefined : divisionCode === '-' ? isNull(member.divisionId) : eq(division.code, divisionCode),
        after === null ? undefined : sql`(${missedCheckout.forcedCheckoutAt}, ${missedCheckout.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(missedCheckout.forcedCheckoutAt), asc(missedCheckout.id))
    .limit(page)
}

/** The earliest day first. Refuses `period_invalid`, `report_too_long`. */
async function readAll(spec: SpecOf<'missed_checkouts'>, { database, unit }: ReportContext) {
  const { start } = windowOf(spec, unit)
  const found: Awaited<ReturnType<typeof readPage>> = []
  for (let after: { at: Date; id: string } | null = null; ; ) {
    const position = after
    const batch: Awaited<ReturnType<typeof readPage>> = await database.read((tx) => readPage(tx, spec, start, position))
    found.push(...batch)
    if (found.length > mostRows) throw refuse('report_too_long', { rows: found.length, most: mostRows })
    const last = batch.at(-1)
    if (batch.length < page || last === undefined) break
    after = { at: last.entry.forcedCheckoutAt, id: last.entry.id }
  }
  const rows = found.map(({ divisionCode, divisionName, ...row }) => ({ ...row, id: row.entry.memberId, division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode } }))
  return rows.toSorted((a, b) => Number(a.entry.operationalDate > b.entry.operationalDate) - Number(a.entry.operationalDate < b.entry.operationalDate) || a.entry.originalCheckinAt.getTime() - b.entry.originalCheckinAt.getTime())
}

type Row = Awaited<ReturnType<typeof readAll>>[number]
type Frequent = Row & { readonly inPeriod: number }

/** Refuses `period_invalid`, `report_too_long`. */
export const missedCheckouts: ReportBuilder<'missed_checkouts'> = async (spec, context) => {
  const { database, unit, settings, language } = context
  const { formatting, lockup } = settings
  const { from, to, divisionCode } = spec
  const say = words[language]
  const rows = await readAll(spec, context)
  const asked = divisionCode === null ? say.all : divisionCode === '-' ? say.none : await database.read((tx) => readDivisionName(tx, divisionCode))
  const date = (civil: string): string => dateIn(civil, formatting.dateFormat, language)
  const at = (moment: Date): string => dateTimeIn(moment, unit, formatting.dateFormat, language)

  const who: Column<Row>[] = [
    ...(formatting.showServiceNumber ? [{ label: say.columns.serviceNumber, weight: 1.2, cell: ({ serviceNumber }: Row) => serviceNumber }] : []),
    { label: say.columns.rank, weight: 0.7, cell: (row) => row.rank },
    { label: say.columns.name, weight: 2.2, cell: ({ lastName, firstName }) => fullName({ rank: null, lastName, firstName }) },
    { label: say.columns.division, weight: 0.9, cell: (row) => row.division?.code ?? '' },
  ]
  const records: Column<Row>[] = [
    { label: say.columns.date, weight: 1.1, cell: ({ entry }) => date(entry.operationalDate) },
    ...who,
    { label: say.columns.since, weight: 1.5, cell: ({ entry }) => at(entry.originalCheckinAt) },
    { label: say.columns.closed, weight: 1.5, cell: ({ entry }) => at(entry.forcedCheckoutAt) },
    // Whoever did it by their name; Sentinel needs none.
    { label: say.columns.by, weight: 1.6, cell: ({ entry }) => (entry.resolvedBy === 'daily_reset' ? say.by.daily_reset : `${say.by[entry.resolvedBy]} (${entry.actorName})`) },
  ]

  const mark = (ever: number): ReportCell => (ever >= lockup.missedCheckoutAlertThreshold ? { text: say.alert, tone: 'critical' } : ever >= lockup.missedCheckoutWarningThreshold ? { text: say.warning, tone: 'warning' } : { text: '' })
  const byMember = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => own.slice(0, 1).map((first): Frequent => ({ ...first, inPeriod: own.length })))
  const members = inOrder(byMember, formatting.defaultSortOrder, language).toSorted((a, b) => b.inPeriod - a.inPeriod)
  const frequent: Column<Frequent>[] = [
    ...who,
    { label: say.columns.inPeriod, weight: 1, align: 'end', cell: ({ inPeriod }) => String(inPeriod) },
    { label: say.columns.ever, weight: 1, align: 'end', cell: ({ ever }) => String(ever) },
    { label: say.columns.mark, weight: 1.5, cell: ({ ever }) => mark(ever) },
  ]

  return {
    kind: 'missed_checkouts',
    title: say.title,
    facts: [
      { label: say.period, value: `${date(from)} ${say.to} ${date(to)}` },
      { label: say.division, value: asked },
      { label: say.times, value: String(rows.length) },
      { label: say.members, value: String(members.length) },
    ],
    charts: [],
    tables: [plainTable({ id: 'missed', title: say.records, empty: say.empty }, records, rows), plainTable({ id: 'members', title: say.perMember, empty: say.empty }, frequent, members)],
    notes: [...say.notes.map((note) => note.replace('{{warning}}', String(lockup.missedCheckoutWarningThreshold)).replace('{{alert}}', String(lockup.missedCheckoutAlertThreshold))), ...(lockup.trackMissedCheckouts ? [] : [say.untracked])],
    isLandscape: true,
  }
}
