/** What windows are told of events and attendees, and what is checked of what they say (domain.md 4.9). */
import type * as v from 'valibot'
import type { AccessEvent, Attendee as AttendeeSchema } from '../../../../shared/contract/events.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { refuse } from '../../kit/refusal.ts'
import { isMemberOn, readMemberName, readUnitRoles, type AttendeeWithBadge, type EventRow, type EventWithCounts } from './queries.ts'

export type Event = v.InferOutput<typeof AccessEvent>
export type Attendee = v.InferOutput<typeof AttendeeSchema>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** What a badge is called: by what is printed on it, or by the end of its number. */
export const badgeName = ({ label, serial }: { label: string | null; serial: string }): string => label ?? `…${serialTail(serial)}`

export const toEvent = ({ event: { customRoles, closedAt, createdAt: _createdAt, updatedAt, ...event }, attendees, inside, badgesOut }: EventWithCounts): Event => ({
  ...event,
  roles: customRoles,
  closedAt: iso(closedAt),
  counts: { attendees, inside, badgesOut },
  updatedAt: updatedAt.toISOString(),
})

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

/** How an attendee is called on screens: “Maj Roy, Pat”, as the list has it. */
export const attendeeName = ({ rank, name }: Pick<AttendeeWithBadge['attendee'], 'rank' | 'name'>): string => (rank === null ? name : `${rank} ${name}`)

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
export const rolesOf = async (tx: Tx, event: Pick<EventRow, 'customRoles'>): Promise<string[]> => (event.customRoles.length > 0 ? event.customRoles : await readUnitRoles(tx))
