/** Who takes part in an event, and which badge they have: each act one transaction (domain.md 4.9, 4.5 ▶). */
import { eq } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeName, takesPart } from '../../../../shared/domain/access-events.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { attendee } from '../../db/schema/index.ts'
import { changesOf } from '../../kit/changes.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { checkedAttendee, needAttendee, type Attendee } from './answers.ts'
import { createAct, type Dependencies } from './doing.ts'
import { needOpen } from './event-acts.ts'
import { lockAttendee, lockBadge, lockBearer, noteReturned, readAttendee, type AttendeeRow } from './queries.ts'

export function createAttendeeActs(given: Dependencies) {
  const act = createAct(given)
  return {
    /** Refuses `event_unknown`, `event_over`, and what of the attendee does not fit the event. */
    addAttendee: ({ eventId, ...said }: InputOf<typeof events.addAttendee>, actor: Actor): Promise<Attendee> =>
      act(async (tx, at) => {
        const event = await needOpen(tx, eventId)
        const row = await checkedAttendee(tx, event, said)
        const id = newId()
        await tx.insert(attendee).values({ id, eventId, ...row, createdAt: at, updatedAt: at })
        await writeAudit(tx, { at, actor, action: 'attendee_create', entityType: 'attendee', entityId: id, details: { name: attendeeName(row), event: event.name, memberId: row.memberId, after: said } })
        return needAttendee(tx, id)
      }),

    /** Refuses `attendee_unknown`, `attendee_changed`, `attendee_member_fixed`, `event_over`, and what does not fit the event. */
    updateAttendee: ({ attendeeId, basedOn, ...said }: InputOf<typeof events.updateAttendee>, actor: Actor): Promise<Attendee> =>
      act(async (tx, at) => {
        const { eventId } = await needRow(tx, attendeeId)
        const event = await needOpen(tx, eventId)
        const before = await needLocked(tx, attendeeId)
        if (before.updatedAt.toISOString() !== basedOn) throw refuse('attendee_changed')
        // They would be inside twice, or have two badges that open the door.
        if (said.memberId !== before.memberId && (before.direction !== null || before.badgeId !== null)) throw refuse('attendee_member_fixed', { name: attendeeName(before) })
        const row = await checkedAttendee(tx, event, said, before)
        await tx.update(attendee).set({ ...row, updatedAt: at }).where(eq(attendee.id, attendeeId))
        const { searchName: _search, ...shown } = row
        await writeAudit(tx, { at, actor, action: 'attendee_update', entityType: 'attendee', entityId: attendeeId, details: { name: attendeeName(row), event: event.name, memberId: row.memberId, ...changesOf(before, shown) } })
        return needAttendee(tx, attendeeId)
      }),

    /** Refuses `attendee_unknown`, and `attendee_has_history` for whoever came or ever had a badge. */
    removeAttendee: ({ attendeeId }: InputOf<typeof events.removeAttendee>, actor: Actor): Promise<OutputOf<typeof events.removeAttendee>> =>
      act(async (tx, at) => {
        const row = await needLocked(tx, attendeeId)
        const name = attendeeName(row)
        if (row.status !== 'pending' || row.direction !== null || row.badgeId !== null) throw refuse('attendee_has_history', { name })
        await tx.delete(attendee).where(eq(attendee.id, attendeeId))
        await writeAudit(tx, { at, actor, action: 'attendee_delete', entityType: 'attendee', entityId: attendeeId, details: { name, memberId: row.memberId } })
        return { name }
      }),

    /** Refuses `attendee_unknown`, `attendee_gone`, `attendee_is_member`, `event_over`, `badge_unknown`, `badge_not_of_events`, `badge_not_usable`, `badge_lent`. */
    lendBadge: ({ attendeeId, badgeId }: InputOf<typeof events.lendBadge>, actor: Actor): Promise<Attendee> =>
      act(async (tx, at) => {
        const lent = await takeBadge(tx, badgeId, at)
        const { eventId } = await needRow(tx, attendeeId)
        await needOpen(tx, eventId)
        const row = await needLocked(tx, attendeeId)
        const name = attendeeName(row)
        if (!takesPart(row.status)) throw refuse('attendee_gone', { name })
        if (row.memberId !== null) throw refuse('attendee_is_member', { name })
        await tx.update(attendee).set({ badgeId, badgeKind: 'event', lentAt: at, returnedAt: null, updatedAt: at }).where(eq(attendee.id, attendeeId))
        const before = row.badgeId !== null && row.returnedAt === null ? await lockBadge(tx, row.badgeId) : undefined
        await writeAudit(tx, { at, actor, action: 'attendee_badge_lend', entityType: 'attendee', entityId: attendeeId, details: { name, label: badgeName(lent), ...(before !== undefined && { inPlaceOf: badgeName(before) }) } })
        return needAttendee(tx, attendeeId)
      }),

    /** Refuses `attendee_unknown`, `badge_not_outstanding`. */
    badgeReturned: ({ attendeeId }: InputOf<typeof events.badgeReturned>, actor: Actor): Promise<Attendee> =>
      act(async (tx, at) => {
        const row = await needLocked(tx, attendeeId)
        if (row.badgeId === null || row.returnedAt !== null) throw refuse('badge_not_outstanding')
        await tx.update(attendee).set({ returnedAt: at, updatedAt: at }).where(eq(attendee.id, attendeeId))
        await writeAudit(tx, { at, actor, action: 'attendee_badge_return', entityType: 'attendee', entityId: attendeeId, details: { name: attendeeName(row) } })
        return needAttendee(tx, attendeeId)
      }),
  }
}

/** Without a lock: the event is locked before the attendee. */
async function needRow(tx: Tx, attendeeId: string): Promise<AttendeeRow> {
  const row = await readAttendee(tx, attendeeId)
  if (row === undefined) throw refuse('attendee_unknown')
  return row.attendee
}

export async function needLocked(tx: Tx, attendeeId: string): Promise<AttendeeRow> {
  const row = await lockAttendee(tx, attendeeId)
  if (row === undefined) throw refuse('attendee_unknown')
  return row
}

/** A badge that can be lent now. Refuses `badge_unknown`, `badge_not_of_events`, `badge_not_usable`, `badge_lent`. */
async function takeBadge(tx: Tx, badgeId: string, at: Date) {
  const found = await lockBadge(tx, badgeId)
  if (found === undefined) throw refuse('badge_unknown')
  if (found.kind !== 'event') throw refuse('badge_not_of_events')
  if (!found.isUsable) throw refuse('badge_not_usable', { status: found.status })
  const bearer = await lockBearer(tx, badgeId)
  if (bearer !== undefined && takesPart(bearer.status)) throw refuse('badge_lent', { label: badgeName(found), name: attendeeName(bearer) })
  await noteReturned(tx, badgeId, at)
  return found
}
