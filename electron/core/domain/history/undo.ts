/** Taking back what was wrong at once (domain.md 8 scenario 9, screens.md 5.1). */
import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { movement } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { lockMovement, removeMovements, type Doing } from './change.ts'
import { readLatest, type Movement } from './queries.ts'

/** A person who sees at once that it was wrong takes it back within this, in ms; two more for the way there. */
export const undoMs = 10_000
const graceMs = 2_000

/**
 * Takes back a person's latest movement; of an act with two ends, both. Refuses `movement_unknown`, `movement_voided`,
 * `undo_too_late`, `undo_not_offered`, and `forbidden` where an entry by hand is taken back by who may not make one.
 */
export async function undoMovement(tx: Tx, movementId: string, mayEnterByHand: boolean, doing: Doing): Promise<{ displayName: string }> {
  const { move, person } = await lockMovement(tx, movementId)
  // What a correction replaced cannot come back by itself, and what Sentinel closed is not a slip of the hand.
  if (move.method !== 'badge' && move.method !== 'login' && move.method !== 'manual') throw refuse('undo_not_offered')
  if (move.method === 'manual' && !mayEnterByHand) throw refuse('forbidden')
  const age = doing.now.getTime() - move.recordedAt.getTime()
  const latest = await readLatest(tx, person.id)
  if (age < 0 || age > undoMs + graceMs || latest?.id !== movementId) throw refuse('undo_too_late')
  await removeMovements(tx, person, [move, ...(await readOtherEnds(tx, move))], 'undo', { ...doing, reason: 'undo' })
  return { displayName: person.name }
}

/** What the same act entered by hand: one end of a stay without the other would be a lie of its own. */
const readOtherEnds = async (tx: Tx, { id, memberId, method, recordedAt }: Movement): Promise<Movement[]> =>
  method === 'manual' ? tx.select().from(movement).where(and(eq(movement.memberId, memberId), eq(movement.voided, false), eq(movement.method, 'manual'), eq(movement.recordedAt, recordedAt), ne(movement.id, id))) : []
