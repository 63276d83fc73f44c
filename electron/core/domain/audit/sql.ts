/** Small pieces of the trail's statements. */
import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'

/** A line's place in the trail. */
export interface Place {
  readonly at: Date
  readonly seq: number
}

export const newestFirst = sql`order by at desc, seq desc`
export const asJson = (value: unknown): SQL => sql`${JSON.stringify(value)}::json`
const placeOf = ({ at, seq }: Place): SQL => sql`(${at.toISOString()}::timestamptz, ${seq}::bigint)`

/** Every condition that is given; `true` where none is. */
export function all(conditions: readonly (SQL | undefined)[]): SQL {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `)
}
/** After `cursor` and up to `end`, newest first; null = without that bound. */
export const between = (cursor: Place | null, end: Place | null): SQL => all([cursor === null ? undefined : sql`(at, seq) < ${placeOf(cursor)}`, end === null ? undefined : sql`(at, seq) >= ${placeOf(end)}`])

export const rowsOf = async <T extends Record<string, unknown>>(tx: Tx, query: SQL): Promise<T[]> => ((await tx.execute<T>(query)) as unknown as { rows: T[] }).rows
