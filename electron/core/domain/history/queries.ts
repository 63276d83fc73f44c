/** The statements behind a change of the record: one movement, and a person's own in their order (domain.md 4.2 ▶). */
import { and, asc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { movement } from '../../db/schema/index.ts'
import { newestFirst } from './order.ts'

export const readMovement = async (tx: Tx, movementId: string) => (await tx.select().from(movement).where(eq(movement.id, movementId)))[0]
export type Movement = NonNullable<Awaited<ReturnType<typeof readMovement>>>

const inEffect = (memberId: string): SQL => and(eq(movement.memberId, memberId), eq(movement.voided, false)) as SQL

/** The person's movements in effect around these instants, with one neighbour on either side; `isWhole` when nothing is before them. */
export async function readChainAround(tx: Tx, memberId: string, times: readonly Date[]): Promise<{ links: Movement[]; isWhole: boolean }> {
  const first = new Date(Math.min(...times.map((at) => at.getTime())))
  const last = new Date(Math.max(...times.map((at) => at.getTime())))
  const [before] = await tx.select().from(movement).where(and(inEffect(memberId), lt(movement.at, first))).orderBy(...newestFirst).limit(1)
  const [behind] = await tx.select().from(movement).where(and(inEffect(memberId), sql`${movement.at} > ${last.toISOString()}::timestamptz`)).orderBy(asc(movement.at), asc(movement.seq)).limit(1)
  const between = await tx.select().from(movement).where(and(inEffect(memberId), gte(movement.at, first), sql`${movement.at} <= ${last.toISOString()}::timestamptz`)).orderBy(asc(movement.at), asc(movement.seq))
  return { links: [...(before ? [before] : []), ...between, ...(behind ? [behind] : [])], isWhole: before === undefined }
}

/** The latest movement in effect; undefined = never here. */
export async function readLatest(tx: Tx, memberId: string): Promise<Movement | undefined> {
  const [row] = await tx.select().from(movement).where(inEffect(memberId)).orderBy(...newestFirst).limit(1)
  return row
}

/** Whose these movements are, in the order in which people are locked. */
export const readMembersOf = async (tx: Tx, movementIds: readonly string[]): Promise<string[]> =>
  (await tx.selectDistinct({ id: movement.memberId }).from(movement).where(inArray(movement.id, [...movementIds])).orderBy(asc(movement.memberId))).map(({ id }) => id)
