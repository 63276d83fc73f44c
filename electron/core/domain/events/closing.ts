/** Attendees who forgot to sign out: closed at lockup and at the daily reset, and named (domain.md 4.9 ▶, 4.15, 4.16). */
import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { attendee, attendeeMovement, station } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { writeAuditLines, type Actor } from '../audit/write.ts'
import { isAttending } from './queries.ts'

/** One attendee who is inside, as lists of everybody need them. */
export interface AttendeeInside {
  readonly id: string
  readonly displayName: string
  readonly since: Date
  readonly stationName: string
  /** What they came in by: whoever leaves and comes back is on another list. */
  readonly movementId: string
}

/** Who is inside, the latest last. @param before only who came before this instant */
export async function readStillAttending(tx: Tx, before?: Date): Promise<AttendeeInside[]> {
  const rows = await tx
    .select({ id: attendee.id, rank: attendee.rank, name: attendee.name, since: attendee.movedAt, stationName: station.name, movementId: attendee.movementId })
    .from(attendee)
    .innerJoin(station, eq(station.id, attendee.stationId))
    .where(and(isAttending, before === undefined ? undefined : lt(attendee.movedAt, before)))
    .orderBy(asc(attendee.movedAt), asc(attendee.id))
  return rows.flatMap(({ since, movementId, ...row }) => (since === null || movementId === null ? [] : [{ id: row.id, displayName: attendeeName(row), since, stationName: row.stationName, movementId }]))
}

/** Those inside, each locked: whoever goes at this moment went before us, or goes after. */
export const lockAttendeesInside = (tx: Tx) => tx.select({ id: attendee.id }).from(attendee).where(isAttending).orderBy(asc(attendee.id)).for('update')

interface Closing {
  /** When they count as gone. */
  readonly at: Date
  /** What the wall clock says. */
  readonly recordedAt: Date
  readonly endedBy: 'lockup_sequence' | 'daily_reset'
  readonly stationId: string
  readonly actor: Actor
}

/** Signs attendees out who did not do it themselves; they keep their badges. The caller bumps the revision of presence. */
export async function closeAttendees(tx: Tx, people: readonly Pick<AttendeeInside, 'id' | 'displayName' | 'since'>[], { at, recordedAt, endedBy, stationId, actor }: Closing): Promise<void> {
  if (people.length === 0) return
  // Their order must hold even where the clock was set back.
  const gone = people.map((person) => ({ ...person, movementId: newId(), goneAt: person.since < at ? at : new Date(person.since.getTime() + 1) }))
  await insertMany(
    tx,
    attendeeMovement,
    gone.map(({ id, movementId, goneAt }) => ({ id: movementId, attendeeId: id, direction: 'out' as const, at: goneAt, recordedAt, stationId, method: endedBy, actorName: actor.name })),
  )
  // Only a scan's own writing time tells a bounce: whoever holds a badge up while a late reset runs has come, and not bounced.
  const moved = gone.map(({ id, movementId, goneAt }) => ({ id, movementId, goneAt }))
  await tx.execute(sql`
    update attendee set direction = 'out', moved_at = state."goneAt", move_recorded_at = state."goneAt", movement_id = state."movementId", station_id = ${stationId}
    from json_to_recordset(${JSON.stringify(moved)}::json) as state(id uuid, "movementId" uuid, "goneAt" timestamptz)
    where attendee.id = state.id`)
  await writeAuditLines(tx, gone.map(({ id, displayName, since }) => ({ at: recordedAt, actor, action: 'attendee_overstay', entityType: 'attendee', entityId: id, details: { name: displayName, since: since.toISOString(), by: endedBy } })))
}

/** Whom the reset that stamped its closings with `at` signed out. @param until a moment later, where somebody's clock had been set back */
export async function readOverstayed(tx: Tx, at: Date, until: Date): Promise<{ attendeeId: string; displayName: string; since: Date }[]> {
  const came = sql<Date>`(select came.at from attendee_movement came where came.attendee_id = ${attendeeMovement.attendeeId} and came.direction = 'in' and not came.voided and came.seq < ${attendeeMovement.seq} order by came.seq desc limit 1)`.mapWith(attendeeMovement.at)
  const rows = await tx
    .select({ attendeeId: attendee.id, rank: attendee.rank, name: attendee.name, since: came })
    .from(attendeeMovement)
    .innerJoin(attendee, eq(attendee.id, attendeeMovement.attendeeId))
    .where(and(inArray(attendeeMovement.method, ['daily_reset']), sql`${attendeeMovement.at} between ${at.toISOString()}::timestamptz and ${until.toISOString()}::timestamptz`))
    .orderBy(asc(attendeeMovement.seq))
  return rows.map(({ attendeeId, since, ...row }) => ({ attendeeId, displayName: attendeeName(row), since }))
}
