/** What was changed in the record by hand, by whom and why (domain.md 4.2 ▶; screens.md 5.5: audit of manual edits). */
import { and, asc, count, eq, gte, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/database.ts'
import { member, movement, movementCorrection, station } from '../../../db/schema/index.ts'
import { refuse } from '../../../kit/refusal.ts'
import { plainTable, type Column } from '../layout.ts'
import { windowOf } from '../period.ts'
import { mostRows, type ReportBuilder } from '../report.ts'
import { createWording, figures } from '../wording.ts'
import { words } from '../words/corrections.ts'

const page = 200
const before = alias(movement, 'before')
const after = alias(movement, 'after')
const beforeDoor = alias(station, 'before_door')
const afterDoor = alias(station, 'after_door')

interface Window {
  readonly start: Date
  readonly end: Date
}
const within = ({ start, end }: Window) => and(gte(movementCorrection.at, start), lt(movementCorrection.at, end))

/** One page in the order in which they were made. */
const readPage = (tx: Tx, window: Window, last: { readonly at: Date; readonly id: string } | undefined) =>
  tx
    .select({ correction: movementCorrection, person: member.displayName, before: { direction: before.direction, at: before.at, door: beforeDoor.name }, after: { direction: after.direction, at: after.at, door: afterDoor.name } })
    .from(movementCorrection)
    .leftJoin(before, eq(before.id, movementCorrection.originalId))
    .leftJoin(after, eq(after.id, movementCorrection.replacementId))
    .leftJoin(beforeDoor, eq(beforeDoor.id, before.stationId))
    .leftJoin(afterDoor, eq(afterDoor.id, after.stationId))
    .innerJoin(member, eq(member.id, sql`coalesce(${before.memberId}, ${after.memberId})`))
    .where(and(within(window), last === undefined ? undefined : sql`(${movementCorrection.at}, ${movementCorrection.id}) > (${last.at.toISOString()}::timestamptz, ${last.id}::uuid)`))
    .orderBy(asc(movementCorrection.at), asc(movementCorrection.id))
    .limit(page)
type Row = Awaited<ReturnType<typeof readPage>>[number]

/** Refuses `period_invalid`, `report_too_long`. */
export const corrections: ReportBuilder<'corrections'> = async ({ from, to }, context) => {
  const { database, unit, language, progress } = context
  const say = words[language]
  const { span, moment } = createWording(context)
  const window = windowOf({ from, to }, unit)
  const [counted] = await database.read((tx) => tx.select({ rows: count() }).from(movementCorrection).where(within(window)))
  const total = counted?.rows ?? 0
  if (total > mostRows) throw refuse('report_too_long', { rows: total, most: mostRows })
  const rows: Row[] = []
  for (let batch: Row[] | undefined; batch === undefined || batch.length === page; ) {
    const last = rows.at(-1)?.correction
    batch = await database.read((tx) => readPage(tx, window, last))
    rows.push(...batch)
    progress(total === 0 ? 1 : rows.length / total)
  }

  const stood = (side: Row['before'] | Row['after']): string => (side.direction === null || side.at === null ? '' : `${say.direction[side.direction]} ${moment(side.at)} · ${side.door ?? ''}`)
  const columns: Column<Row>[] = [
    { label: say.columns.when, weight: 1.3, cell: ({ correction }) => moment(correction.at) },
    { label: say.columns.by, weight: 1.4, cell: ({ correction }) => correction.actorName },
    { label: say.columns.person, weight: 1.6, cell: ({ person }) => person },
    { label: say.columns.kind, weight: 0.9, cell: ({ correction: { kind } }) => ({ text: say.kinds[kind], ...(kind === 'delete' ? { tone: 'warning' as const } : {}) }) },
    { label: say.columns.before, weight: 1.9, cell: (row) => ({ text: stood(row.before), tone: 'muted' }) },
    { label: say.columns.after, weight: 1.9, cell: (row) => stood(row.after) },
    { label: say.columns.reason, weight: 2.2, cell: ({ correction }) => correction.reason },
  ]
  const actors = [...Map.groupBy(rows, ({ correction }) => correction.actorName)].map(([name, own]) => ({ name, own })).toSorted((a, b) => b.own.length - a.own.length || (a.name < b.name ? -1 : 1))
  type Actor = (typeof actors)[number]
  const ofKind = (kind: Row['correction']['kind']): Column<Actor> => figures<Actor>(say.kinds[kind], 1, ({ own }) => own.filter(({ correction }) => correction.kind === kind).length)
  return {
    kind: 'corrections',
    title: say.title,
    facts: [
      { label: say.period, value: span(from, to) },
      { label: say.corrections, value: String(total) },
      { label: say.people, value: String(actors.length) },
    ],
    charts: [],
    tables: [
      plainTable({ id: 'corrections', title: say.entries, empty: say.empty }, columns, rows),
      plainTable<Actor>({ id: 'people', title: say.byPerson, empty: say.empty }, [{ label: say.columns.by, weight: 2, cell: ({ name }) => name }, ofKind('add'), ofKind('edit'), ofKind('delete'), ofKind('undo'), figures(say.total, 1, ({ own }) => own.length)], actors),
    ],
    notes: say.notes,
    isLandscape: true,
  }
}
