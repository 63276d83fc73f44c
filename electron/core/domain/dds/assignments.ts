/** Today's DDS, written: each a part of the act that calls it (domain.md 4.12.4). */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { ddsAssignment } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { readDdsQualified } from '../duty/authority.ts'
import type { DutyDay } from '../duty/duty-day.ts'
import { alignLockup, lockPersonInside, type Person } from '../lockup/custody.ts'
import { logResponsibility, type Doing } from '../lockup/responsibility-log.ts'

type Row = typeof ddsAssignment.$inferSelect

/** Somebody inside who may take the duty, locked. Refuses `member_unknown`, `not_inside`, `dds_not_qualified`. */
export async function lockCandidate(tx: Tx, memberId: string, now: Date): Promise<Person> {
  const person = await lockPersonInside(tx, memberId)
  if ((await readDdsQualified(tx, now, [memberId])).length === 0) throw refuse('dds_not_qualified', { name: person.displayName })
  return person
}

export const endAssignment = (tx: Tx, id: string, end: Pick<Row, 'status' | 'transferredTo'>, at: Date) => tx.update(ddsAssignment).set({ ...end, endedAt: at, updatedAt: at }).where(eq(ddsAssignment.id, id))

interface Change {
  readonly action: 'self_accepted' | 'assigned' | 'transferred'
  readonly audit: 'dds_accept' | 'dds_assign' | 'dds_transfer'
  readonly details?: Record<string, unknown>
}

/** Who is DDS, whatever came before: what the log names as the giver. */
const giverOf = ({ live }: DutyDay, person: Person) => (live === null || live.memberId === person.memberId ? null : { memberId: live.memberId, displayName: live.displayName })

/**
 * Makes this person the active DDS of today: their own assignment becomes active, somebody else's ends as transferred to
 * them. Lockup follows in the same act, so that the one is never without the other (⚠). @returns whether lockup changed
 */
export async function activate(tx: Tx, person: Person, duty: DutyDay, { action, audit, details }: Change, doing: Doing): Promise<boolean> {
  const { at, actor, note } = doing
  const { assignment, today } = duty
  const isOwn = assignment?.memberId === person.memberId
  const id = isOwn ? assignment.id : newId()
  const taken = { status: 'active' as const, acceptedAt: at, updatedAt: at, notes: note }
  if (isOwn) await tx.update(ddsAssignment).set(taken).where(eq(ddsAssignment.id, id))
  else {
    if (assignment !== null) await endAssignment(tx, assignment.id, { status: 'transferred', transferredTo: person.memberId }, at)
    await tx.insert(ddsAssignment).values({ id, memberId: person.memberId, operationalDate: today, assignedBy: action === 'self_accepted' ? null : actor.name, createdAt: at, ...taken })
  }
  const from = giverOf(duty, person)
  await logResponsibility(tx, { responsibility: 'dds', action, member: person, from, audit: { action: audit, entityId: id, details: { operationalDate: today, standing: duty.live?.source ?? null, ...details } } }, doing)
  return alignLockup(tx, person, doing)
}
