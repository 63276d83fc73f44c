/** The statements of an import (domain.md 4.7). */
import { eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { division, member, memberPresence, rank } from '../../db/schema/index.ts'
import { breathe } from '../../kit/breathe.ts'
import type { RollState } from './roll-plan.ts'

const chunkSize = 100

/** One import at a time: a second one waits here until the first has committed or failed. */
export const lockRoll = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('sentinel.roll'))`)

/** Members, ranks and divisions as they are. `lock` keeps members from changing (and so from scanning) until the act ends. */
export async function readRollState(tx: Tx, lock: boolean): Promise<RollState> {
  const query = tx
    .select({ entry: member, rankCode: rank.code, divisionCode: division.code })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .orderBy(member.id)
  const rows = lock ? await query.for('update', { of: member }) : await query
  const ranks = await tx.select().from(rank)
  const divisions = await tx.select().from(division)
  const members = rows.map(({ entry, rankCode, divisionCode }) => ({
    id: entry.id,
    source: entry.source,
    status: entry.status,
    displayName: entry.displayName,
    values: { ...entry, rank: rankCode, division: divisionCode, details: entry.classDetails },
  }))
  return { members, ranks, divisions }
}

/** Ids of the members inside. Ask after the members are locked. */
export async function readInsideIds(tx: Tx): Promise<Set<string>> {
  const rows = await tx.select({ id: memberPresence.memberId }).from(memberPresence).where(eq(memberPresence.direction, 'in'))
  return new Set(rows.map(({ id }) => id))
}

export const insertDivisions = (tx: Tx, rows: (typeof division.$inferInsert)[]) => tx.insert(division).values(rows)

export type NewMember = typeof member.$inferInsert

const { id: _id, createdAt: _createdAt, missedCheckoutCount: _count, lastMissedCheckout: _last, ...changing } = getTableColumns(member)
/** Every column an import may change, as the row to be inserted would have it. */
const asInserted = Object.fromEntries(Object.entries(changing).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]))

/** Adds new members and overwrites those whose id is there. */
export async function upsertMembers(tx: Tx, rows: readonly NewMember[]): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkSize) {
    await tx
      .insert(member)
      .values(rows.slice(at, at + chunkSize))
      .onConflictDoUpdate({ target: member.id, set: asInserted })
    await breathe()
  }
}

export const deactivateMembers = (tx: Tx, ids: readonly string[], updatedAt: Date) => tx.update(member).set({ status: 'inactive', updatedAt }).where(inArray(member.id, [...ids]))

/** Gives members the display names that `names` has for their ids, in one statement. */
export async function renameMembers(tx: Tx, names: ReadonlyMap<string, string>, updatedAt: Date): Promise<void> {
  if (names.size === 0) return
  const rows = JSON.stringify([...names].map(([id, name]) => ({ id, name })))
  await tx.execute(sql`
    update member set display_name = renamed.name, updated_at = ${updatedAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as renamed(id uuid, name text)
    where member.id = renamed.id`)
}
