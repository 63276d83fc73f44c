/** The statements of the trail (domain.md 4.23, 1.4 ▶): keyset pages, a slice at a time, so that scans go on in between however long it is. */
import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { audit, station } from '../../db/schema/index.ts'
import { conditionOf, type Plan } from './plan.ts'
import { all, asJson, between, newestFirst, rowsOf, type Place } from './sql.ts'
import type { Actor } from './write.ts'

interface PlaceRow extends Record<string, unknown> {
  readonly at: Date | string
  readonly seq: number | string
}
const toPlace = ({ at, seq }: PlaceRow): Place => ({ at: new Date(at), seq: Number(seq) })

/** Places in the trail, newest first, along the index that the plan walks. */
export function placesStatement({ walk, range, rest }: Plan, bounds: SQL, limit: number): SQL {
  const along = (own: SQL | undefined): SQL => sql`select at, seq from audit where ${all([own, range, bounds, rest])} ${newestFirst} limit ${limit}`
  const merged = (branches: SQL): SQL => sql`select at, seq from (${branches}) as merged ${newestFirst} limit ${limit}`
  switch (walk.by) {
    case 'time':
      return along(undefined)
    case 'actor':
      return merged(sql`select own.at, own.seq from json_to_recordset(${asJson(walk.actors)}) as wanted(id text, name text) cross join lateral (${along(sql`actor_id = wanted.id and actor_name = wanted.name`)}) own`)
    case 'action':
      return merged(sql`select own.at, own.seq from json_array_elements_text(${asJson(walk.actions)}) as wanted(action) cross join lateral (${along(sql`action = wanted.action`)}) own`)
    case 'entity':
      return merged(sql.join(walk.conditions.map((condition) => sql`(${along(condition)})`), sql` union `))
  }
}

/** The last place of the slice that begins after `cursor`; null = the slice goes to the end of the range. */
async function readSliceEnd(tx: Tx, range: SQL, cursor: Place | null, size: number): Promise<Place | null> {
  const [row] = await rowsOf<PlaceRow>(tx, sql`select at, seq from audit where ${all([range, between(cursor, null)])} ${newestFirst} offset ${size - 1} limit 1`)
  return row === undefined ? null : toPlace(row)
}

/** Some of the wanted places in the `size` lines after `cursor`, and from where to go on; `end` null = there are no more. */
export async function readPlaces(tx: Tx, plan: Plan, cursor: Place | null, limit: number, size: number): Promise<{ places: Place[]; end: Place | null }> {
  // Without a rest the walk gives exactly what is wanted.
  const end = plan.rest === undefined ? null : await readSliceEnd(tx, plan.range, cursor, size)
  const rows = await rowsOf<PlaceRow>(tx, placesStatement(plan, between(cursor, end), limit))
  return { places: rows.map(toPlace), end }
}

/** How many wanted lines were written after the line `seq`, counted up to `limit`. */
export async function countAfter(tx: Tx, { walk, range, rest }: Plan, seq: number, limit: number): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from (select 1 from audit where ${all([sql`seq > ${seq}::bigint`, conditionOf(walk), range, rest])} limit ${limit}) as news`)
  return row?.count ?? 0
}

/** The number of the newest line; 0 = there is none. */
export async function readNewest(tx: Tx): Promise<number> {
  const [row] = await rowsOf<{ seq: number | string }>(tx, sql`select seq from audit order by seq desc limit 1`)
  return Number(row?.seq ?? 0)
}

/** Whole lines by their numbers, newest first, with the name that the station has now. */
export const readLines = (tx: Tx, seqs: readonly number[]) =>
  tx
    .select({ line: audit, stationName: station.name })
    .from(audit)
    .leftJoin(station, eq(station.id, audit.stationId))
    .where(inArray(audit.seq, [...seqs]))
    .orderBy(desc(audit.at), desc(audit.seq))

export type LineRow = Awaited<ReturnType<typeof readLines>>[number]

export interface CountRow extends Record<string, unknown> {
  readonly action: string
  readonly entity_type: string
  readonly actor_kind: Actor['kind']
  readonly actor_id: string
  readonly actor_name: string
  readonly count: number
  /** The latest of them. */
  readonly last: number | string
}

/** The next `size` lines of a range, counted by what they say, and where they ended. */
export async function countSlice(tx: Tx, range: SQL, cursor: Place | null, size: number): Promise<{ rows: CountRow[]; end: Place | null }> {
  const end = await readSliceEnd(tx, range, cursor, size)
  const rows = await rowsOf<CountRow>(tx, sql`select action, entity_type, actor_kind, actor_id, actor_name, count(*)::int as count, max(seq) as last from audit where ${all([range, between(cursor, end)])} group by 1, 2, 3, 4, 5`)
  return { rows, end }
}
