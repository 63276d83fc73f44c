/** What windows are told of events and attendees, and what is checked of what they say (domain.md 4.9). */
import { eq } from 'drizzle-orm'
import type * as v from 'valibot'
import type { AccessEvent, Attendee as AttendeeSchema } from '../../../../shared/contract/events.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { isMemberOn, readAttendee, readEvents, readMemberName, readUnitRoles, type AttendeeWithBadge, type EventRow, type EventWithCounts } from './queries.ts'

export type Event = v.InferOutput<typeof AccessEvent>
export type Attendee = v.InferOutput<typeof AttendeeSchema>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const toEvent = ({ event: { customRoles, closedAt, createdAt: _createdAt, updatedAt, ...event }, attendees, inside, badgesOut }: EventWithCounts): Event => ({
  ...event,
  roles: customRoles,
  closedAt: iso(closedAt),
  counts: { attendees, inside, badgesOut },
  updatedAt: updatedAt.toISOString(),
})

/** Refuses `event_unknown`. */
export async function needEvent(tx: Tx, eventId: string): Promise<Event> {
  const [row] = await readEvents(tx, eq(accessEvent.id, eventId))
  if (row === undefined) throw refuse('event_unknown')
  return toEvent(row)
}

export function toAttendee({ attendee: row, memberName, memberDirection, memberAt, memberStation, stationName, badgeLabel, badgeSerial }: AttendeeWithBadge): Attendee {
  const { id, eventId, name, rank, organization, role, memberId, status, accessStart, accessEnd, badgeId, lentAt, returnedAt, direction, movedAt, updatedAt } = row
  const own = direction === null || movedAt === null ? null : { direction, at: movedAt.toISOString(), stationName: stationName ?? '' }
  const asMember = memberDirection === null || memberAt === null ? null : { direction: memberDirection, at: memberAt.toISOString(), stationName: memberStation ?? '' }
  return {
    ...{ id, eventId, name, rank, organization, role, status, accessStart, accessEnd },
    member: memberId === null || memberName === null ? null : { id: memberId, displayName: memberName },
    badge: badgeId === null || lentAt === null || badgeSerial === null ? null : { badgeId, label: badgeName({ label: badgeLabel, serial: badgeSerial }), lentAt: lentAt.toISOString(), returnedAt: iso(returnedAt) },
    presence: memberId === null ? own : asMember,
    updatedAt: updatedAt.toISOString(),
  }
}

/** Refuses `attendee_unknown`. */
export async function needAttendee(tx: Tx, attendeeId: string): Promise<Attendee> {
  const row = await readAttendee(tx, attendeeId)
  if (row === undefined) throw refuse('attendee_unknown')
  return toAttendee(row)
}

type Said = Omit<InputOf<typeof events.addAttendee>, 'eventId'>

/** The columns of an attendee. Refuses `attendee_role_unknown`, `attendee_window_invalid`, `attendee_member_unknown`, `attendee_member_twice`. */
export async function checkedAttendee(tx: Tx, event: EventRow, { name, rank, organization, role, memberId, accessStart, accessEnd }: Said, before?: { readonly id: string; readonly role: string }) {
  // Who has a role that the event lost keeps it.
  if (role !== before?.role && !(await rolesOf(tx, event)).includes(role)) throw refuse('attendee_role_unknown', { role })
  if ((accessStart ?? event.startDate) > (accessEnd ?? event.endDate)) throw refuse('attendee_window_invalid')
  if (memberId !== null) {
    const memberName = await readMemberName(tx, memberId)
    if (memberName === undefined) throw refuse('attendee_member_unknown')
    if (await isMemberOn(tx, event.id, memberId, before?.id)) throw refuse('attendee_member_twice', { name: memberName })
  }
  return { name, rank: rank === '' ? null : rank, organization, role, memberId, accessStart, accessEnd, searchName: foldText(`${name} ${organization}`).trim() }
}

/** Its own roles, or the unit's list. */
const rolesOf = async (tx: Tx, event: Pick<EventRow, 'customRoles'>): Promise<string[]> => (event.customRoles.length > 0 ? event.customRoles : await readUnitRoles(tx))
