/** Attendees come and go at the desk; how any movement of theirs is written (domain.md 4.9 ▶). */
import { and, desc, eq } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeName, takesPart, windowOf } from '../../../../shared/domain/access-events.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, attendee, attendeeMovement } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type Actor } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import { needAttendee, type Attendee } from './answers.ts'
import { needLocked } from './attendee-acts.ts'
import { createAct, type Dependencies } from './doing.ts'
import type { AttendeeRow, EventRow } from './queries.ts'
import { decideAttendee, type AttendeeFacts } from './rules.ts'

/** How long a coming or going can be taken back. Milliseconds. */
const undoMs = 60_000

export function createPassing({ unitTime, ...given }: Dependencies & { readonly unitTime: () => UnitTime }) {
  const act = createAct(given)

  /** At the desk, in the direction that was meant. */
  const pass = ({ attendeeId, stationId = undefined }: InputOf<typeof events.signIn>, direction: 'in' | 'out', caller: Caller): Promise<Attendee> =>
    act(async (tx, now) => {
      const row = await needLocked(tx, attendeeId)
      const name = attendeeName(row)
      if (row.memberId !== null) throw refuse('attendee_is_member', { name })
      if ((row.direction === 'in') !== (direction === 'out')) throw refuse(direction === 'in' ? 'attendee_inside' : 'attendee_not_inside', { name })
      const event = await readEventOf(tx, row)
      const decision = decideAttendee(factsOf(row, event), now, operationalDate(now, unitTime()), 0)
      if (decision.kind === 'duplicate') throw new Error('without a window nothing is a bounce')
      if (decision.kind === 'refused') {
        if (decision.outcome === 'attendee_outside_window') throw refuse('attendee_outside_window', { name, ...windowOf(row, event) })
        throw event.status === 'active' ? refuse('attendee_gone', { name }) : refuse('event_not_open', { name: event.name })
      }
      const at = stationId ?? caller.stationId
      await ensureStation(tx, at, now)
      await recordMove(tx, row, { direction, at: decision.at, recordedAt: now, stationId: at, method: 'desk', actor: actorOf(caller) })
      return needAttendee(tx, attendeeId)
    })

  return {
    /** Refuses `attendee_unknown`, `attendee_is_member`, `attendee_inside`, `attendee_gone`, `event_not_open`, `attendee_outside_window`. */
    signIn: (input: InputOf<typeof events.signIn>, caller: Caller): Promise<Attendee> => pass(input, 'in', caller),
    /** Refuses `attendee_unknown`, `attendee_is_member`, `attendee_not_inside`. */
    signOut: (input: InputOf<typeof events.signOut>, caller: Caller): Promise<Attendee> => pass(input, 'out', caller),

    /** Out for good. Refuses `attendee_unknown`, `attendee_gone`. */
    checkOut: ({ attendeeId, badgeReturned, stationId = undefined }: InputOf<typeof events.checkOut>, caller: Caller): Promise<Attendee> =>
      act(async (tx, now) => {
        const row = await needLocked(tx, attendeeId)
        const name = attendeeName(row)
        if (!takesPart(row.status)) throw refuse('attendee_gone', { name })
        const at = stationId ?? caller.stationId
        await ensureStation(tx, at, now)
        const actor = actorOf(caller)
        if (row.direction === 'in') await recordMove(tx, row, { direction: 'out', at: after(row, now), recordedAt: now, stationId: at, method: 'desk', actor })
        const hasBadge = row.badgeId !== null && row.returnedAt === null
        await tx.update(attendee).set({ status: 'checked_out', ...(hasBadge && badgeReturned && { returnedAt: now }), updatedAt: now }).where(eq(attendee.id, attendeeId))
        await writeAudit(tx, { at: now, actor, action: 'attendee_checkout', entityType: 'attendee', entityId: attendeeId, details: { name, memberId: row.memberId, ...(hasBadge && { returned: badgeReturned }) } })
        return needAttendee(tx, attendeeId)
      }),

    /** Not of those whom lockup or the reset signed out. Refuses `attendee_unknown`, `attendee_nothing_to_undo`, `undo_too_late`. */
    undo: ({ attendeeId }: InputOf<typeof events.undo>, caller: Caller): Promise<OutputOf<typeof events.undo>> =>
      act(async (tx, now) => {
        const row = await needLocked(tx, attendeeId)
        const name = attendeeName(row)
        const [last, before] = await tx.select().from(attendeeMovement).where(and(eq(attendeeMovement.attendeeId, attendeeId), eq(attendeeMovement.voided, false))).orderBy(desc(attendeeMovement.seq)).limit(2)
        if (last === undefined || (last.method !== 'badge' && last.method !== 'desk') || !takesPart(row.status)) throw refuse('attendee_nothing_to_undo', { name })
        if (Math.abs(now.getTime() - last.recordedAt.getTime()) > undoMs) throw refuse('undo_too_late')
        await tx.update(attendeeMovement).set({ voided: true }).where(eq(attendeeMovement.id, last.id))
        const state = before === undefined ? { direction: null, movedAt: null, moveRecordedAt: null, movementId: null, stationId: null, status: 'pending' as const } : { direction: before.direction, movedAt: before.at, moveRecordedAt: before.recordedAt, movementId: before.id, stationId: before.stationId }
        await tx.update(attendee).set(state).where(eq(attendee.id, attendeeId))
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'attendee_undo', entityType: 'attendee', entityId: attendeeId, details: { name, undone: last.direction } })
        return { name }
      }),
  }
}

const after = ({ movedAt }: AttendeeRow, now: Date): Date => (movedAt !== null && movedAt >= now ? new Date(movedAt.getTime() + 1) : now)

export async function readEventOf(tx: Tx, { eventId }: Pick<AttendeeRow, 'eventId'>): Promise<EventRow> {
  const [event] = await tx.select().from(accessEvent).where(eq(accessEvent.id, eventId))
  if (event === undefined) throw new Error('an attendee without an event')
  return event
}

/** What the decision asks of an attendee. */
export const factsOf = (row: AttendeeRow, event: EventRow): AttendeeFacts => ({
  status: row.status,
  eventStatus: event.status,
  window: windowOf(row, event),
  last: row.direction === null || row.movedAt === null || row.moveRecordedAt === null ? null : { direction: row.direction, at: row.movedAt, recordedAt: row.moveRecordedAt },
})

interface Move {
  readonly direction: 'in' | 'out'
  readonly at: Date
  /** What the wall clock says. */
  readonly recordedAt: Date
  readonly stationId: string
  readonly method: 'badge' | 'desk'
  readonly actor: Actor
  readonly badgeId?: string
  readonly scanId?: string
  readonly reader?: string | null
}

/** The movement, the present state, and the line in the trail. The row is locked; the caller bumps the revision of presence. */
export async function recordMove(tx: Tx, row: AttendeeRow, { direction, at, recordedAt, stationId, method, actor, badgeId, scanId, reader = null }: Move): Promise<void> {
  const id = newId()
  await tx.insert(attendeeMovement).values({ id, attendeeId: row.id, badgeId: badgeId ?? null, direction, at, recordedAt, stationId, reader, method, actorName: actor.name, scanId: scanId ?? null })
  await tx
    .update(attendee)
    .set({ direction, movedAt: at, moveRecordedAt: recordedAt, movementId: id, stationId, ...(row.status === 'pending' && { status: 'active' as const }) })
    .where(eq(attendee.id, row.id))
  await writeAudit(tx, { at: recordedAt, actor: { stationId, ...actor }, action: direction === 'in' ? 'attendee_signin' : 'attendee_signout', entityType: 'attendee', entityId: row.id, details: { name: attendeeName(row), by: method } })
}
