/** Every change of the record by hand, in one act under the person's lock (domain.md 4.2 ▶). */
import { eq } from 'drizzle-orm'
import { collisionOf, type Direction, type Link } from '../../../../shared/domain/movement-chain.ts'
import type { Tx } from '../../db/database.ts'
import { member, memberPresence, memberStatus, movement, movementCorrection } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { forgetMissedCheckouts } from './missed.ts'
import { readChainAround, readLatest, readMovement, type Movement } from './queries.ts'

/** A clock a little ahead of ours is no reason to refuse; what counts is never later than now. Milliseconds. */
const toleranceMs = 60_000

export type Person = Awaited<ReturnType<typeof lockPerson>>

/** The member's row locked, as a scan locks it: whoever comes or goes at this instant waits. Refuses `member_unknown`. */
export async function lockPerson(tx: Tx, memberId: string) {
  const [row] = await tx
    .select({ id: member.id, name: member.displayName, status: member.status, admission: memberStatus.admission, statusName: memberStatus.name })
    .from(member)
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .where(eq(member.id, memberId))
    .for('update', { of: member })
  if (row === undefined) throw refuse('member_unknown')
  return row
}

/** The instant that counts. Refuses `movement_in_future`. */
export function instantOf(at: string | null, now: Date): Date {
  if (at === null) return now
  const instant = new Date(at)
  if (instant.getTime() > now.getTime() + toleranceMs) throw refuse('movement_in_future')
  return instant < now ? instant : now
}

/** Refuses `movement_same` and `movement_between`, naming the movement that is in the way. */
async function refuseCollision(tx: Tx, person: Person, removed: readonly Movement[], added: readonly Link[]): Promise<void> {
  const times = [...removed, ...added].map(({ at }) => at)
  const { links, isWhole } = await readChainAround(tx, person.id, times)
  const gone = new Set(removed.map(({ id }) => id))
  const collision = collisionOf(links, [...links.filter(({ id }) => !gone.has(id)), ...added], isWhole)
  if (collision === undefined) return
  throw refuse(collision.kind === 'same' ? 'movement_same' : 'movement_between', { name: person.name, direction: collision.with.direction, at: collision.with.at.toISOString() })
}

/** Who is inside follows from the record, never the other way round. */
async function followRecord(tx: Tx, memberId: string): Promise<void> {
  const latest = await readLatest(tx, memberId)
  if (latest === undefined) {
    await tx.delete(memberPresence).where(eq(memberPresence.memberId, memberId))
    return
  }
  const { direction, at, stationId, method } = latest
  // A badge held up right after an entry by hand is no bounce: only a scan's own writing time tells one.
  const state = { direction, at, recordedAt: method === 'badge' ? latest.recordedAt : at, stationId, movementId: latest.id }
  await tx.insert(memberPresence).values({ memberId, ...state }).onConflictDoUpdate({ target: memberPresence.memberId, set: state })
}

interface Entry {
  readonly direction: Direction
  readonly at: Date
}
export interface Doing {
  readonly actor: Actor
  readonly stationId: string
  readonly reason: string
  readonly now: Date
}

/** Adds one movement or two by hand. @returns their ids, in the order of time */
export async function addMovements(tx: Tx, person: Person, entries: readonly Entry[], { actor, stationId, reason, now }: Doing): Promise<string[]> {
  const rows = entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((entry, index) => ({ ...entry, id: newId(), seq: Number.MAX_SAFE_INTEGER - 2 + index }))
  await refuseCollision(tx, person, [], rows)
  for (const { id, direction, at } of rows) {
    await tx.insert(movement).values({ id, memberId: person.id, badgeId: null, direction, at, recordedAt: now, stationId, method: 'manual' })
    await tx.insert(movementCorrection).values({ id: newId(), at: now, kind: 'add', actorKind: actor.kind, actorId: actor.id, actorName: actor.name, reason, originalId: null, replacementId: id })
    await writeAudit(tx, { at: now, actor, action: 'checkin_manual_create', entityType: 'movement', entityId: id, details: { memberId: person.id, name: person.name, direction, at: at.toISOString(), reason } })
  }
  await followRecord(tx, person.id)
  return rows.map(({ id }) => id)
}

/** A movement that is in effect, with its person locked. Refuses `movement_unknown`, `movement_voided`. */
export async function lockMovement(tx: Tx, movementId: string): Promise<{ move: Movement; person: Person }> {
  const found = await readMovement(tx, movementId)
  if (found === undefined) throw refuse('movement_unknown')
  const person = await lockPerson(tx, found.memberId)
  const move = await readMovement(tx, movementId)
  if (move === undefined || move.voided) throw refuse('movement_voided')
  return { move, person }
}

const told = ({ direction, at, stationId }: Entry & { stationId: string }) => ({ direction, at: at.toISOString(), stationId })
const actions = { edit: 'checkin_update', delete: 'checkin_delete', undo: 'checkin_undo' } as const

/** One movement out of effect, with who, when and why; the row itself stays. */
async function voidMovement(tx: Tx, person: Person, move: Movement, kind: keyof typeof actions, next: (Entry & { id: string; stationId: string }) | null, { actor, reason, now }: Doing): Promise<void> {
  await tx.update(movement).set({ voided: true, ...(kind === 'undo' && { flagged: true, flagReason: 'undone' }) }).where(eq(movement.id, move.id))
  await tx.insert(movementCorrection).values({ id: newId(), at: now, kind, actorKind: actor.kind, actorId: actor.id, actorName: actor.name, reason, originalId: move.id, replacementId: next?.id ?? null })
  const details = { memberId: person.id, name: person.name, reason, before: told(move), after: next === null ? null : told(next), replacementId: next?.id ?? null }
  await writeAudit(tx, { at: now, actor, action: actions[kind], entityType: 'movement', entityId: move.id, details })
}

/** Puts another movement in the place of one. @returns the new one's id */
export async function replaceMovement(tx: Tx, { move, person }: { move: Movement; person: Person }, next: Entry & { readonly stationId: string }, doing: Doing): Promise<string> {
  const id = newId()
  await refuseCollision(tx, person, [move], [{ id, direction: next.direction, at: next.at, seq: Number.MAX_SAFE_INTEGER }])
  await tx.insert(movement).values({ id, memberId: person.id, badgeId: move.badgeId, ...next, recordedAt: doing.now, reader: move.reader, method: 'override' })
  await voidMovement(tx, person, move, 'edit', { id, ...next }, doing)
  await followRecord(tx, person.id)
  return id
}

/** Takes movements of one person out of effect: a stay that never was is two of them. */
export async function removeMovements(tx: Tx, person: Person, moves: readonly Movement[], kind: 'delete' | 'undo', doing: Doing): Promise<void> {
  await refuseCollision(tx, person, moves, [])
  for (const move of moves) await voidMovement(tx, person, move, kind, null, doing)
  await forgetMissedCheckouts(tx, person, moves.map(({ id }) => id), doing)
  await followRecord(tx, person.id)
}
