/** The record around late scans, read for many people at once, and written as it follows from them (domain.md 4.4 ▶ 9). */
import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { hasIdOf } from '../../db/id-list.ts'
import { movement } from '../../db/schema/index.ts'

export type Row = typeof movement.$inferSelect

/** Each person's movements in effect from `since` on, oldest first, with the last one before it. */
export async function readChains(tx: Tx, memberIds: readonly string[], since: Date): Promise<Map<string, Row[]>> {
  const later = await tx
    .select()
    .from(movement)
    .where(and(hasIdOf(movement.memberId, memberIds), eq(movement.voided, false), gte(movement.at, since)))
    .orderBy(asc(movement.at), asc(movement.seq))
  const { rows: found } = (await tx.execute(sql`
    select last.id from json_array_elements_text(${JSON.stringify(memberIds)}::json) as person(id)
    cross join lateral (select id from movement where member_id = person.id::uuid and not voided and at < ${since.toISOString()}::timestamptz order by at desc, seq desc limit 1) as last`)) as unknown as { rows: { id: string }[] }
  const before = found.length === 0 ? [] : await tx.select().from(movement).where(inArray(movement.id, found.map(({ id }) => id))).orderBy(desc(movement.at))
  const chains = new Map<string, Row[]>(memberIds.map((id) => [id, []]))
  for (const row of [...before, ...later]) chains.get(row.memberId)?.push(row)
  return chains
}

/** Who is inside follows from the record. When it counts, not when it was written, tells the next badge from a bounce. */
export const followRecord = (tx: Tx, memberIds: readonly string[]) =>
  tx.execute(sql`
    insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id)
    select person.id::uuid, last.direction, last.at, last.at, last.id, last.station_id
    from json_array_elements_text(${JSON.stringify(memberIds)}::json) as person(id)
    cross join lateral (select * from movement where member_id = person.id::uuid and not voided order by at desc, seq desc limit 1) as last
    on conflict (member_id) do update
    set direction = excluded.direction, at = excluded.at, recorded_at = excluded.recorded_at, movement_id = excluded.movement_id, station_id = excluded.station_id`)

/** Badges were used, at the latest then. */
export const noteUsed = (tx: Tx, used: readonly { id: string; at: string }[]) =>
  tx.execute(sql`
    update badge set last_used_at = greatest(badge.last_used_at, used.at)
    from (select id, max(at) as at from json_to_recordset(${JSON.stringify(used)}::json) as one(id uuid, at timestamptz) group by id) as used
    where badge.id = used.id`)
