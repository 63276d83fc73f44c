/** One movement with all that ever stood in its place, and its neighbours: what a person needs to see before they correct it. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import type { Tx } from '../../db/database.ts'
import { movement, station } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { toItem } from './item.ts'
import type { Movement } from './queries.ts'
import { readRows } from './rows.ts'

type Details = OutputOf<typeof history.get>

/** Both ways along the corrections, however often it was corrected. */
const family = (movementId: string) => sql`(
  with recursive
    earlier(id) as (select ${movementId}::uuid union select original_id from movement_correction join earlier on replacement_id = earlier.id where kind = 'edit'),
    later(id) as (select ${movementId}::uuid union select replacement_id from movement_correction join later on original_id = later.id where kind = 'edit')
  select id from earlier union select id from later)`

/** Refuses `movement_unknown`. */
export async function readDetails(tx: Tx, movementId: string): Promise<Details> {
  const ids = await tx.select({ id: movement.id }).from(movement).where(sql`${movement.id} in ${family(movementId)}`)
  const found = ids.length === 0 ? [] : await readRows(tx, ids.map(({ id }) => id))
  // In the order in which they were written: an original is older than what took its place, whenever either counts.
  const chain = found.toSorted((a, b) => a.move.seq - b.move.seq)
  const last = chain.at(-1)?.move
  if (last === undefined) throw refuse('movement_unknown')
  return { chain: chain.map(toItem), before: await readNeighbour(tx, last, 'before'), after: await readNeighbour(tx, last, 'after') }
}

/** The person's movement in effect next to this one. */
async function readNeighbour(tx: Tx, { id, memberId, at, seq }: Movement, side: 'before' | 'after'): Promise<Details['before']> {
  const beyond = side === 'before' ? sql`<` : sql`>`
  const [row] = await tx
    .select({ id: movement.id, seq: movement.seq, direction: movement.direction, at: movement.at, stationName: station.name })
    .from(movement)
    .innerJoin(station, eq(station.id, movement.stationId))
    .where(and(eq(movement.memberId, memberId), eq(movement.voided, false), sql`${movement.id} <> ${id}`, sql`(${movement.at}, ${movement.seq}) ${beyond} (${at.toISOString()}::timestamptz, ${seq}::bigint)`))
    .orderBy(...(side === 'before' ? [desc(movement.at), desc(movement.seq)] : [asc(movement.at), asc(movement.seq)]))
    .limit(1)
  return row === undefined ? null : { ...row, at: row.at.toISOString() }
}
