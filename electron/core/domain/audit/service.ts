/** The audit log, read by administrators (domain.md 4.23, 5.7). */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { audit } from '../../../../shared/contract/audit.ts'
import { areaOf, type AuditArea } from '../../../../shared/domain/audit-actions.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import { toTableFile } from '../tables/table-file.ts'
import { toLine, type Line } from './line.ts'
import { planOf, rangeOf, type Filters, type Plan } from './plan.ts'
import { countAfter, countSlice, readLines, readNewest, readPlaces, type CountRow } from './queries.ts'
import type { Place } from './sql.ts'
import { auditTable } from './table.ts'
import { writeAudit, type Actor } from './write.ts'

type Contract = typeof audit
type Page = OutputOf<Contract['list']>

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly unitTime: () => UnitTime
  /** Lines of the whole trail that one statement looks at. */
  readonly sliceSize?: number
}

const exportLimit = 50_000
const exportBatch = 1_000
/** `news` counts no further. */
const mostNews = 250

export const noFilters: Filters = { actorId: null, actor: '', areas: [], actions: [], entityType: null, entityId: null, from: null, to: null, search: '' }

export function createAuditLog({ database, clock, unitTime, sliceSize = 10_000 }: Dependencies) {
  const planFor = (filters: Filters): Promise<Plan | null> => database.read((tx) => planOf(tx, filters, unitTime()))

  /** Each slice is a statement of its own, so that scans go on between them. */
  async function page(plan: Plan, cursor: Place | null, limit: number): Promise<{ lines: Line[]; last: Place | undefined; more: boolean }> {
    const places: Place[] = []
    for (let from: Place | null = cursor; ; ) {
      const begin: Place | null = from
      const slice: Awaited<ReturnType<typeof readPlaces>> = await database.read((tx) => readPlaces(tx, plan, begin, limit + 1 - places.length, sliceSize))
      places.push(...slice.places)
      from = slice.end
      if (places.length > limit || from === null) break
    }
    const shown = places.slice(0, limit)
    const rows = shown.length === 0 ? [] : await database.read((tx) => readLines(tx, shown.map(({ seq }) => seq)))
    return { lines: rows.map(toLine), last: shown.at(-1), more: places.length > limit }
  }

  async function collect(plan: Plan | null): Promise<{ lines: Line[]; isCut: boolean }> {
    const lines: Line[] = []
    if (plan === null) return { lines, isCut: false }
    for (let cursor: Place | null = null; ; ) {
      const batch: Awaited<ReturnType<typeof page>> = await page(plan, cursor, Math.min(exportBatch, exportLimit - lines.length))
      lines.push(...batch.lines)
      cursor = batch.last ?? null
      if (!batch.more || lines.length >= exportLimit) return { lines, isCut: batch.more }
    }
  }

  async function list({ cursor, limit, ...filters }: InputOf<Contract['list']>): Promise<Page> {
    // Before the lines: one that comes meanwhile is told twice rather than never.
    const newest = await database.read(readNewest)
    const plan = await planFor(filters)
    if (plan === null) return { lines: [], next: null, newest }
    const { lines, last, more } = await page(plan, cursor === null ? null : { at: new Date(cursor.at), seq: cursor.seq }, limit)
    return { lines, next: more && last !== undefined ? { at: last.at.toISOString(), seq: last.seq } : null, newest }
  }

  return {
    list,
    entity: ({ entityType, entityId, ...paging }: InputOf<Contract['entity']>): Promise<Page> => list({ ...noFilters, entityType, entityId, ...paging }),

    async news({ filters, after }: InputOf<Contract['news']>): Promise<OutputOf<Contract['news']>> {
      const plan = await planFor(filters)
      const count = plan === null ? 0 : await database.read((tx) => countAfter(tx, plan, after, mostNews + 1))
      return { count: Math.min(count, mostNews), more: count > mostNews }
    },

    async stats(dates: InputOf<Contract['stats']>): Promise<OutputOf<Contract['stats']>> {
      const rows: CountRow[] = []
      for (let cursor: Place | null = null; ; ) {
        const begin: Place | null = cursor
        const slice: Awaited<ReturnType<typeof countSlice>> = await database.read((tx) => countSlice(tx, rangeOf(dates, unitTime()), begin, sliceSize))
        rows.push(...slice.rows)
        cursor = slice.end
        if (cursor === null) return sumUp(rows)
      }
    },

    async export({ filters, format, language }: InputOf<Contract['export']>, actor: Actor): Promise<OutputOf<Contract['export']>> {
      const { lines, isCut } = await collect(await planFor(filters))
      const file = await toTableFile(`sentinel-audit-${operationalDate(clock.now(), unitTime())}`, auditTable(lines, unitTime(), language), format)
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'export', entityType: 'audit', entityId: null, details: { filters, format, rows: lines.length } }))
      return { ...file, rows: lines.length, isCut }
    },
  }
}

export type AuditLog = ReturnType<typeof createAuditLog>

/** Most first; of equals in the order of their names. */
function tally<K extends string>(rows: readonly CountRow[], keyOf: (row: CountRow) => K): [K, number][] {
  const counts = new Map<K, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.count)
  return [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
}

function sumUp(rows: readonly CountRow[]): OutputOf<Contract['stats']> {
  const latest = new Map<string, CountRow>()
  for (const row of rows) if (Number(row.last) > Number(latest.get(row.actor_id)?.last ?? 0)) latest.set(row.actor_id, row)
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    byArea: tally(rows, ({ action }): AuditArea => areaOf(action)).map(([area, count]) => ({ area, count })),
    byAction: tally(rows, ({ action }) => action).map(([action, count]) => ({ action, area: areaOf(action), count })),
    byEntityType: tally(rows, ({ entity_type }) => entity_type).map(([entityType, count]) => ({ entityType, count })),
    byActor: tally(rows, ({ actor_id }) => actor_id).map(([id, count]) => ({ id, kind: latest.get(id)?.actor_kind ?? 'system', name: latest.get(id)?.actor_name ?? id, count })),
  }
}
