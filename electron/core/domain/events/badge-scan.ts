/** An attendee's badge at the door: in on their days, out always (domain.md 4.1 ▶, 4.9 ▶, scenario 28). */
import { eq } from 'drizzle-orm'
import type * as v from 'valibot'
import type { ScanPerson } from '../../../../shared/contract/presence.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { attendeeName } from '../../../../shared/domain/access-events.ts'
import type { Tx } from '../../db/database.ts'
import { attendee, attendeeMovement, badge, station } from '../../db/schema/index.ts'
import type { Actor } from '../audit/write.ts'
import { factsOf, readEventOf, recordMove } from './passing.ts'
import { lockBearer, type AttendeeRow } from './queries.ts'
import { decideAttendee } from './rules.ts'

export interface EventScan {
  readonly badgeId: string
  readonly scanId: string
  readonly stationId: string
  readonly reader: string | null
  readonly actor: Actor
  readonly clock: { now(): Date }
  readonly unitTime: UnitTime
  /** A second scan this soon is a bounce. Milliseconds. */
  readonly bounceMs: number
}

type Person = v.InferOutput<typeof ScanPerson>

export interface EventTaken {
  readonly outcome: 'attendee_in' | 'attendee_out' | 'duplicate' | 'event_closed' | 'attendee_outside_window'
  readonly person: Person
  readonly direction: 'in' | 'out' | null
  readonly at: Date
  readonly isSetBack: boolean
}

export const personOf = (row: AttendeeRow): Person => ({ id: row.id, rank: row.rank ?? '', firstName: '', lastName: row.name, displayName: attendeeName(row), division: null })

/** In the scan's transaction, with the badge locked. Undefined = nobody has this badge. The caller bumps the revision when somebody moved. */
export async function takeEventScan(tx: Tx, { badgeId, scanId, stationId, reader, actor, clock, unitTime, bounceMs }: EventScan): Promise<EventTaken | undefined> {
  const bearer = await lockBearer(tx, badgeId)
  if (bearer === undefined) return undefined
  const person = personOf(bearer)
  const now = clock.now()
  const decision = decideAttendee(factsOf(bearer, await readEventOf(tx, bearer)), now, operationalDate(now, unitTime), bounceMs)
  if (decision.kind === 'duplicate') return { outcome: 'duplicate', person, direction: decision.direction, at: decision.at, isSetBack: false }
  if (decision.kind === 'refused') return { outcome: decision.outcome, person, direction: null, at: now, isSetBack: false }
  const { direction, at, isSetBack } = decision
  await recordMove(tx, bearer, { direction, at, recordedAt: now, stationId, method: 'badge', actor, badgeId, scanId, reader })
  await tx.update(badge).set({ lastUsedAt: now }).where(eq(badge.id, badgeId))
  return { outcome: `attendee_${direction}`, person, direction, at, isSetBack }
}

/** What an earlier scan with this id did, if it moved an attendee. */
export async function findEventScan(tx: Tx, scanId: string) {
  const [row] = await tx
    .select({ attendee, direction: attendeeMovement.direction, at: attendeeMovement.at, stationId: attendeeMovement.stationId, stationName: station.name })
    .from(attendeeMovement)
    .innerJoin(attendee, eq(attendee.id, attendeeMovement.attendeeId))
    .innerJoin(station, eq(station.id, attendeeMovement.stationId))
    .where(eq(attendeeMovement.scanId, scanId))
  if (row === undefined) return undefined
  const { attendee: bearer, direction, ...where } = row
  return { outcome: `attendee_${direction}` as const, person: personOf(bearer), direction, ...where }
}
