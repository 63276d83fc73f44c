/**
 * What PostgreSQL's autovacuum does elsewhere: PGlite has none. Unless somebody counts, the planner takes a million movements
 * for a handful and reads them all where an index would do; unless somebody clears up, each scan leaves a dead row behind in
 * the list of who is inside, and reading that takes longer every month.
 */
import { sql } from 'drizzle-orm'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import type { Database } from './database.ts'

const hourMs = 3_600_000
/** Pages of 8 kB. Smaller tables are fast whatever is in them; bigger ones only grow, and to clear them up would take too long. */
const small = 10
const big = 2_000
/** So many times a hundred rows are looked at to know a table: 50 ms for a million. */
const sample = 20

interface Due extends Record<string, unknown> {
  readonly name: string
  /** To be cleared up, and then counted. */
  readonly clear: boolean
}

/** @param isFirst how many rows are dead is forgotten when the engine closes: at the start whatever may have some is cleared up */
const due = (isFirst: boolean) => sql`
  select name, clear from (
    select c.relname as name, pages > ${small} and pages > c.relpages * 1.2 as grown,
      pages between ${small} and ${big} and (${isFirst} or coalesce(s.n_dead_tup, 0) > 50 + greatest(c.reltuples, 0) / 10) as clear
    from pg_class c cross join lateral (select pg_relation_size(c.oid) / 8192 as pages) size left join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  ) found
  where grown or clear order by name`

export interface Housekeeping {
  /** Does what is due, a table at a time, so that scans go on in between; then again every hour. Never rejects. */
  start(): Promise<void>
  stop(): void
}

export function createHousekeeping({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Housekeeping {
  let stopped = false
  let cancel = (): void => {}

  async function clearUp(isFirst: boolean): Promise<void> {
    await database.read((tx) => tx.execute(sql.raw(`set default_statistics_target = ${sample}`)))
    await database.read((tx) => tx.execute(sql`select pg_stat_force_next_flush()`))
    const { rows } = (await database.read((tx) => tx.execute<Due>(due(isFirst)))) as unknown as { rows: Due[] }
    for (const { name, clear } of rows) {
      if (stopped) return
      const started = clock.monotonic()
      await database.read((tx) => tx.execute(sql`${sql.raw(clear ? 'vacuum (analyze)' : 'analyze')} ${sql.identifier(name)}`))
      log.info('database.housekeeping', { table: name, cleared: clear, ms: Math.round(clock.monotonic() - started) })
    }
  }

  async function run(isFirst: boolean): Promise<void> {
    try {
      await clearUp(isFirst)
    } catch (error) {
      // Nothing is lost: it comes round again.
      if (!stopped) log.warn('database.housekeeping_failed', errorFields(error))
    }
    if (!stopped) cancel = clock.after(hourMs, () => void run(false))
  }

  return {
    start: () => run(true),
    stop() {
      stopped = true
      cancel()
    },
  }
}
