/** Changes of hands of lockup, each a part of the act that calls it (domain.md 4.15): DDS brings its own alignment with it. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { lockupCycle, lockupTransfer, member, memberPresence } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { logResponsibility, type Doing } from './responsibility-log.ts'

export type Cycle = typeof lockupCycle.$inferSelect

export interface Person {
  readonly memberId: string
  readonly displayName: string
  readonly isInside: boolean
}

/** The member with the row locked, as a scan locks it: they neither come nor go until the act ends. Refuses `member_unknown`. */
export async function lockPerson(tx: Tx, memberId: string): Promise<Person> {
  await tx.select({ id: member.id }).from(member).where(eq(member.id, memberId)).for('update')
  const [row] = await tx.select({ memberId: member.id, displayName: member.displayName, direction: memberPresence.direction }).from(member).leftJoin(memberPresence, eq(memberPresence.memberId, member.id)).where(eq(member.id, memberId))
  if (row === undefined) throw refuse('member_unknown')
  return { memberId: row.memberId, displayName: row.displayName, isInside: row.direction === 'in' }
}

/** The same, who must be inside. Refuses `member_unknown`, `not_inside`. */
export async function lockPersonInside(tx: Tx, memberId: string): Promise<Person> {
  const person = await lockPerson(tx, memberId)
  if (!person.isInside) throw refuse('not_inside', { name: person.displayName })
  return person
}

/** Members inside, each locked as a scan locks them: whoever is at the door at this moment was before us, or comes after. */
export const lockInside = (tx: Tx) =>
  tx.select({ id: member.id }).from(member).innerJoin(memberPresence, and(eq(memberPresence.memberId, member.id), eq(memberPresence.direction, 'in'))).orderBy(asc(member.id)).for('update', { of: member })

const isStanding = sql`${lockupCycle.status} <> 'secured'`

/** The cycle that is not secured, as it is at this moment. */
export async function readStandingCycle(tx: Tx): Promise<Cycle | undefined> {
  const [row] = await tx.select().from(lockupCycle).where(isStanding)
  return row
}

/** The cycle that is not secured, with its row locked; undefined = the building is secured. People are locked before it, never after. */
export async function lockStandingCycle(tx: Tx): Promise<(Cycle & { holderId: string }) | undefined> {
  const [row] = await tx.select().from(lockupCycle).where(isStanding).for('update')
  return row === undefined || row.holderId === null ? undefined : { ...row, holderId: row.holderId }
}

/** Refuses `building_secured`. */
export async function needStandingCycle(tx: Tx): Promise<Cycle & { holderId: string }> {
  const cycle = await lockStandingCycle(tx)
  if (cycle === undefined) throw refuse('building_secured')
  return cycle
}

/** The next state of a cycle: what somebody confirmed before is out of date by it. */
export const changeCycle = (tx: Tx, cycleId: string, change: Partial<typeof lockupCycle.$inferInsert>, at: Date) =>
  tx.update(lockupCycle).set({ ...change, version: sql`${lockupCycle.version} + 1`, updatedAt: at }).where(eq(lockupCycle.id, cycleId))

/** A new cycle; who opens holds lockup. The caller has made sure that the building is secured and the person may. */
export async function openBuilding(tx: Tx, person: Person, doing: Doing, details: Record<string, unknown> = {}): Promise<void> {
  const { at, note, unitTime } = doing
  const id = newId()
  await tx.insert(lockupCycle).values({
    id,
    operationalDate: operationalDate(at, unitTime),
    status: 'open',
    openedAt: at,
    openedBy: person.memberId,
    openNote: note,
    holderId: person.memberId,
    holderDirection: 'in',
    acquiredAt: at,
    createdAt: at,
    updatedAt: at,
  })
  await logResponsibility(tx, { responsibility: 'lockup', action: 'building_opened', member: person, audit: { action: 'lockup_open', entityId: id, details } }, doing)
}

type Transfer = typeof lockupTransfer.$inferInsert

/** Lockup goes from its holder to somebody who may have it. */
export async function giveLockup(tx: Tx, cycle: Cycle & { holderId: string }, from: Person, to: Person, { reason, confirmedBy }: Pick<Transfer, 'reason' | 'confirmedBy'>, doing: Doing): Promise<void> {
  const { at, actor, note } = doing
  const transfer = { id: newId(), cycleId: cycle.id, fromMemberId: from.memberId, toMemberId: to.memberId, at, reason, confirmedBy, actorName: actor.name, notes: note }
  await tx.insert(lockupTransfer).values(transfer)
  await changeCycle(tx, cycle.id, { holderId: to.memberId, holderDirection: 'in', acquiredAt: at }, at)
  await logResponsibility(tx, { responsibility: 'lockup', action: 'transferred', member: to, from, audit: { action: 'lockup_transfer', entityId: cycle.id, details: { reason, confirmedBy } } }, doing)
}

/**
 * Whoever becomes DDS has lockup (4.12.4): a secured building is opened, another’s lockup goes to them.
 * @returns whether anything changed
 */
export async function alignLockup(tx: Tx, person: Person, doing: Doing): Promise<boolean> {
  const cycle = await lockStandingCycle(tx)
  if (cycle === undefined) {
    await openBuilding(tx, person, doing, { with: 'dds' })
    return true
  }
  if (cycle.holderId === person.memberId) return false
  const [holder] = await tx.select({ displayName: member.displayName }).from(member).where(eq(member.id, cycle.holderId))
  const from = { memberId: cycle.holderId, displayName: holder?.displayName ?? '', isInside: true }
  await giveLockup(tx, cycle, from, person, { reason: 'dds_handoff', confirmedBy: 'dds_alignment' }, doing)
  return true
}

export const secured = { status: 'secured', holderId: null, holderDirection: null, acquiredAt: null, lockingSince: null, lockingBy: null } as const

/**
 * At the daily reset a building that nobody secured counts as secured from the rollover on (4.16, step 4): its holder is
 * about to be signed out with everybody else, in this same act. @returns the cycle that was left open
 */
export async function secureAtReset(tx: Tx, doing: Doing): Promise<Cycle | undefined> {
  const cycle = await lockStandingCycle(tx)
  if (cycle === undefined) return undefined
  const holder = await lockPerson(tx, cycle.holderId)
  await changeCycle(tx, cycle.id, { ...secured, securedAt: doing.at, securedBy: null }, doing.at)
  await logResponsibility(tx, { responsibility: 'lockup', action: 'released', member: holder, audit: { action: 'lockup_reset', entityId: cycle.id } }, doing)
  return cycle
}
