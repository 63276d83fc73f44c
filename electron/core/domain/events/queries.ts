/** The statements of events of temporary access (domain.md 4.9, 1.4). Inside an act each takes the act's `tx`. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, like, ne, or, sql, type SQL } from 'drizzle-orm'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, attendee, badge, badgeStatus, listItem, member, memberPresence, station } from '../../db/schema/index.ts'

export type EventRow = typeof accessEvent.$inferSelect
export type AttendeeRow = typeof attendee.$inferSelect

/** Whether they are in the building: a member by their own movements, anybody else by those of the event. */
export const isInside = sql<boolean>`coalesce(case when ${attendee.memberId} is null then ${attendee.direction} else ${memberPresence.direction} end = 'in', false)`
/** Has the badge, or left with it. */
export const isOut = and(isNotNull(attendee.badgeId), isNull(attendee.returnedAt)) as SQL
/** Nobody else can be lent the badge that they have. */
export const hasBadge = and(isOut, inArray(attendee.status, ['pending', 'active'])) as SQL

/** Events with how many take part, are inside, and have a badge. Those that are on, then drafts, then those that are over, the latest first. */
export const readEvents = (tx: Tx, where?: SQL) =>
  tx
    .select({
      event: accessEvent,
      attendees: sql<number>`count(${attendee.id})`.mapWith(Number),
      inside: sql<number>`count(*) filter (where ${attendee.id} is not null and ${isInside})`.mapWith(Number),
      badgesOut: sql<number>`count(*) filter (where ${isOut})`.mapWith(Number),
    })
    .from(accessEvent)
    .leftJoin(attendee, eq(attendee.eventId, accessEvent.id))
    .leftJoin(memberPresence, eq(memberPresence.memberId, attendee.memberId))
    .where(where)
    .groupBy(accessEvent.id)
    .orderBy(sql`case ${accessEvent.status} when 'active' then 0 when 'draft' then 1 else 2 end`, sql`case when ${accessEvent.status} in ('active', 'draft') then ${accessEvent.startDate} end`, desc(accessEvent.startDate), asc(accessEvent.name), asc(accessEvent.id))

export type EventWithCounts = Awaited<ReturnType<typeof readEvents>>[number]

export async function lockEvent(tx: Tx, eventId: string): Promise<EventRow | undefined> {
  const [row] = await tx.select().from(accessEvent).where(eq(accessEvent.id, eventId)).for('update')
  return row
}

/** On at this operational date, in the order of their names. */
export const readOpenEvents = (tx: Tx, today: string) =>
  tx.select({ id: accessEvent.id, name: accessEvent.name }).from(accessEvent).where(and(eq(accessEvent.status, 'active'), sql`${today}::date between ${accessEvent.startDate} and ${accessEvent.endDate}`)).orderBy(asc(accessEvent.name), asc(accessEvent.id))

const memberStation = sql`(select ${station.name} from ${station} where ${station.id} = ${memberPresence.stationId})`

const selectAttendees = (tx: Tx) =>
  tx
    .select({
      attendee,
      memberName: member.displayName,
      memberDirection: memberPresence.direction,
      memberAt: memberPresence.at,
      memberStation: sql<string | null>`${memberStation}`,
      stationName: station.name,
      badgeLabel: badge.label,
      badgeSerial: badge.serial,
    })
    .from(attendee)
    .leftJoin(member, eq(member.id, attendee.memberId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, attendee.memberId))
    .leftJoin(station, eq(station.id, attendee.stationId))
    .leftJoin(badge, eq(badge.id, attendee.badgeId))

export type AttendeeWithBadge = Awaited<ReturnType<typeof selectAttendees>>[number]

export async function readAttendee(tx: Tx, attendeeId: string): Promise<AttendeeWithBadge | undefined> {
  const [row] = await selectAttendees(tx).where(eq(attendee.id, attendeeId))
  return row
}

/** The attendee with their row locked. */
export async function lockAttendee(tx: Tx, attendeeId: string): Promise<AttendeeRow | undefined> {
  const [row] = await tx.select().from(attendee).where(eq(attendee.id, attendeeId)).for('update')
  return row
}

type ListInput = InputOf<typeof events.attendees>

const matching = ({ eventId, search, statuses, roles, organizations, inside }: ListInput): SQL | undefined =>
  and(
    eq(attendee.eventId, eventId),
    ...searchTerms(search).map((term) => like(attendee.searchName, `%${term}%`)),
    statuses.length === 0 ? undefined : inArray(attendee.status, statuses),
    roles.length === 0 ? undefined : inArray(attendee.role, roles),
    organizations.length === 0 ? undefined : inArray(attendee.organization, organizations),
    inside === null ? undefined : eq(isInside, inside),
  )

/** One page by name; the id makes the order complete. */
export const readAttendees = (tx: Tx, input: ListInput): Promise<AttendeeWithBadge[]> =>
  selectAttendees(tx)
    .where(matching(input))
    .orderBy(asc(attendee.searchName), asc(attendee.id))
    .limit(input.limit)
    .offset((input.page - 1) * input.limit)

export async function countAttendees(tx: Tx, input: ListInput): Promise<number> {
  const [row] = await tx.select({ total: sql<number>`count(*)`.mapWith(Number) }).from(attendee).leftJoin(memberPresence, eq(memberPresence.memberId, attendee.memberId)).where(matching(input))
  return row?.total ?? 0
}

/** Who has this badge, their row locked: whoever takes part, or else the one who left with it last. */
export async function lockBearer(tx: Tx, badgeId: string): Promise<AttendeeRow | undefined> {
  const [row] = await tx
    .select()
    .from(attendee)
    .where(and(eq(attendee.badgeId, badgeId), isNull(attendee.returnedAt)))
    .orderBy(sql`${attendee.status} in ('pending', 'active') desc`, desc(attendee.lentAt), asc(attendee.id))
    .limit(1)
    .for('update')
  return row
}

/** A badge that might be lent. The badge is locked before the attendee, as a scan locks them. */
export async function lockBadge(tx: Tx, badgeId: string) {
  const [row] = await tx.select({ id: badge.id, kind: badge.kind, status: badge.status, label: badge.label, serial: badge.serial, isUsable: badgeStatus.isUsable }).from(badge).innerJoin(badgeStatus, eq(badgeStatus.code, badge.status)).where(eq(badge.id, badgeId)).for('update', { of: badge })
  return row
}

/** A badge that is in somebody's hand again was handed back by whoever left with it. */
export const noteReturned = (tx: Tx, badgeId: string, at: Date) => tx.update(attendee).set({ returnedAt: at, updatedAt: at }).where(and(eq(attendee.badgeId, badgeId), isNull(attendee.returnedAt), inArray(attendee.status, ['checked_out', 'expired'])))

/** Badges of events that nobody has, in the order of their labels. */
export const readFreeBadges = (tx: Tx) =>
  tx
    .select({ badgeId: badge.id, label: badge.label, serial: badge.serial })
    .from(badge)
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .leftJoin(attendee, and(eq(attendee.badgeId, badge.id), hasBadge))
    .where(and(eq(badge.kind, 'event'), eq(badgeStatus.isUsable, true), isNull(attendee.id)))
    .orderBy(asc(badge.label), asc(badge.serial))

/** Badges that are with people of an event, whatever became of them. */
export const readBadgesOut = (tx: Tx, eventId: string) => tx.select({ label: badge.label, serial: badge.serial }).from(attendee).innerJoin(badge, eq(badge.id, attendee.badgeId)).where(and(isOut, eq(attendee.eventId, eventId))).orderBy(asc(badge.label), asc(badge.serial))

/** Badges that were not handed back by whoever takes part no more, or whose event is over. */
export const readOutstandingBadges = (tx: Tx, eventId?: string) =>
  tx
    .select({ attendeeId: attendee.id, label: badge.label, serial: badge.serial, name: attendee.name, organization: attendee.organization, eventName: accessEvent.name, /** When they were last here, or their access ended. */ since: sql<Date>`coalesce(${attendee.movedAt}, ${attendee.updatedAt})`.mapWith(attendee.updatedAt) })
    .from(attendee)
    .innerJoin(badge, eq(badge.id, attendee.badgeId))
    .innerJoin(accessEvent, eq(accessEvent.id, attendee.eventId))
    .where(and(isOut, or(inArray(attendee.status, ['checked_out', 'expired']), isNotNull(accessEvent.closedAt)), eventId === undefined ? undefined : eq(attendee.eventId, eventId)))
    .orderBy(asc(badge.label), asc(attendee.name), asc(attendee.id))

/** Another event with this code. */
export async function isCodeTaken(tx: Tx, code: string, except?: string): Promise<boolean> {
  const [row] = await tx.select({ id: accessEvent.id }).from(accessEvent).where(and(eq(accessEvent.code, code), except === undefined ? undefined : ne(accessEvent.id, except)))
  return row !== undefined
}

/** The name of a member who is on the roll; undefined = none. */
export async function readMemberName(tx: Tx, memberId: string): Promise<string | undefined> {
  const [row] = await tx.select({ name: member.displayName }).from(member).where(and(eq(member.id, memberId), ne(member.status, 'archived')))
  return row?.name
}

export async function isMemberOn(tx: Tx, eventId: string, memberId: string, except?: string): Promise<boolean> {
  const [row] = await tx.select({ id: attendee.id }).from(attendee).where(and(eq(attendee.eventId, eventId), eq(attendee.memberId, memberId), except === undefined ? undefined : ne(attendee.id, except)))
  return row !== undefined
}

/** The unit's roles, for an event that has none of its own. */
export const readUnitRoles = async (tx: Tx): Promise<string[]> => (await tx.select({ name: listItem.name }).from(listItem).where(eq(listItem.listType, 'event_role')).orderBy(asc(listItem.displayOrder))).map(({ name }) => name)

/** Roles that somebody on the list has. */
export const readRolesInUse = async (tx: Tx, eventId: string): Promise<string[]> => (await tx.selectDistinct({ role: attendee.role }).from(attendee).where(eq(attendee.eventId, eventId)).orderBy(attendee.role)).map(({ role }) => role)

/** Who is inside by the event's own list: members who take part are among the members. */
export const isAttending = eq(attendee.direction, 'in')
