/** Attendees among everybody: in the list of who is inside, and among the comings and goings of a day (domain.md 4.3 ▶). */
import { and, asc, count, desc, eq, gte, lt } from 'drizzle-orm'
import type * as v from 'valibot'
import type { ActivityItem, PersonInside } from '../../../../shared/contract/presence.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, attendee, attendeeMovement, badge, station } from '../../db/schema/index.ts'
import { personOf } from './badge-scan.ts'
import { isAttending } from './queries.ts'

/** Those inside, the latest first. A member who takes part is among the members. */
export async function readAttendeesInside(tx: Tx): Promise<v.InferOutput<typeof PersonInside>[]> {
  const rows = await tx
    .select({ attendee, stationName: station.name, eventName: accessEvent.name, badgeLabel: badge.label, badgeSerial: badge.serial })
    .from(attendee)
    .innerJoin(accessEvent, eq(accessEvent.id, attendee.eventId))
    .innerJoin(station, eq(station.id, attendee.stationId))
    .leftJoin(badge, eq(badge.id, attendee.badgeId))
    .where(isAttending)
    .orderBy(desc(attendee.movedAt), asc(attendee.id))
  return rows.map(({ attendee: row, stationName, eventName, badgeLabel, badgeSerial }) => {
    const { organization, returnedAt, stationId, movedAt, role } = row
    return {
      ...personOf(row),
      kind: 'attendee' as const,
      // After the members, as visitors are: they have no seniority.
      rankOrder: -1,
      status: role,
      since: (movedAt ?? new Date(0)).toISOString(),
      stationId: stationId ?? '',
      stationName,
      guest: { organization, pass: badgeSerial === null || returnedAt !== null ? null : badgeName({ label: badgeLabel, serial: badgeSerial }), event: eventName },
    }
  })
}

const during = (start: Date, end: Date) => and(eq(attendeeMovement.voided, false), gte(attendeeMovement.at, start), lt(attendeeMovement.at, end))

/** The newest arrivals and departures in `[start, end)`. */
export async function readAttendeeMoves(tx: Tx, start: Date, end: Date, limit: number): Promise<v.InferOutput<typeof ActivityItem>[]> {
  const rows = await tx
    .select({ attendee, movementId: attendeeMovement.id, direction: attendeeMovement.direction, at: attendeeMovement.at, stationId: attendeeMovement.stationId, stationName: station.name })
    .from(attendeeMovement)
    .innerJoin(attendee, eq(attendee.id, attendeeMovement.attendeeId))
    .innerJoin(station, eq(station.id, attendeeMovement.stationId))
    .where(during(start, end))
    .orderBy(desc(attendeeMovement.at), desc(attendeeMovement.seq))
    .limit(limit)
  return rows.map(({ attendee: row, movementId, direction, at, stationId, stationName }) => ({ id: movementId, at: at.toISOString(), kind: direction, outcome: `attendee_${direction}` as const, person: personOf(row), serialTail: null, stationId, stationName, flagged: false }))
}

/** How many arrivals and departures in `[start, end)`. */
export async function countAttendeeMoves(tx: Tx, start: Date, end: Date): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(attendeeMovement).where(during(start, end))
  return row?.total ?? 0
}
