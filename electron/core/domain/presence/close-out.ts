/** Closing out those who forgot to sign out (domain.md 4.16 ▶): what the daily reset does with people, as one act for many. */
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { namesOfStation, systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { member, memberPresence, missedCheckout, movement, station } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { systemActor, writeAuditLines } from '../audit/write.ts'

export interface StillIn {
  readonly memberId: string
  /** When they came in. */
  readonly since: Date
}

/** Those inside whose visit began before `before`: who came in after the rollover is left alone, however late the reset runs. */
export const readStillIn = (tx: Tx, before: Date): Promise<StillIn[]> =>
  tx
    .select({ memberId: memberPresence.memberId, since: memberPresence.at })
    .from(memberPresence)
    .where(and(eq(memberPresence.direction, 'in'), lt(memberPresence.at, before)))
    .orderBy(memberPresence.at, memberPresence.memberId)

interface Closing {
  readonly people: readonly StillIn[]
  /** The rollover: when they count as gone. */
  readonly at: Date
  /** What the wall clock says. */
  readonly recordedAt: Date
  readonly unitTime: UnitTime
  /** Ids of the rows, where they must repeat. */
  readonly nextId?: () => string
}

/**
 * Signs them out at `at` by `system`, badge or no badge, notes a missed check-out under the operational day they came in
 * on, and counts it. The caller bumps the revision of presence. @returns how many
 */
export async function closeForgotten(tx: Tx, { people, at, recordedAt, unitTime, nextId = newId }: Closing): Promise<number> {
  if (people.length === 0) return 0
  await tx.insert(station).values({ id: systemStation, ...namesOfStation(systemStation), isActive: false, createdAt: recordedAt }).onConflictDoNothing()
  const closings = people.map((person) => ({ ...person, id: nextId(), missedId: nextId() }))
  const shared = { at, recordedAt, stationId: systemStation }
  await insertMany(tx, movement, closings.map(({ id, memberId }) => ({ ...shared, id, memberId, direction: 'out' as const, method: 'system' as const })))
  await insertMany(
    tx,
    missedCheckout,
    closings.map(({ id, missedId, memberId, since }) => ({ id: missedId, memberId, operationalDate: operationalDate(since, unitTime), originalCheckinAt: since, forcedCheckoutAt: at, resolvedBy: 'daily_reset' as const, actorName: systemActor.name, movementId: id })),
  )
  const counted = await tx
    .update(member)
    .set({ missedCheckoutCount: sql`${member.missedCheckoutCount} + 1`, lastMissedCheckout: sql`greatest(${member.lastMissedCheckout}, ${at.toISOString()}::timestamptz)` })
    .where(inArray(member.id, closings.map(({ memberId }) => memberId)))
    .returning({ id: member.id, name: member.displayName })
  const names = new Map(counted.map(({ id, name }) => [id, name]))
  await setPresence(tx, closings.map(({ id, memberId }) => ({ ...shared, memberId, direction: 'out', movementId: id })))
  await writeAuditLines(
    tx,
    closings.map(({ id, memberId, since }) => ({ at: recordedAt, actor: systemActor, action: 'checkin_missed_checkout', entityType: 'movement', entityId: id, details: { memberId, name: names.get(memberId), originalCheckinAt: since.toISOString(), forcedCheckoutAt: at.toISOString() } })),
  )
  return people.length
}

/** The present state of many, unless a later movement made it already. */
export const setPresence = (tx: Tx, states: readonly (typeof memberPresence.$inferInsert)[]) =>
  tx.execute(sql`
    insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id)
    select "memberId", direction, at, "recordedAt", "movementId", "stationId"
    from json_to_recordset(${JSON.stringify(states)}::json) as state("memberId" uuid, direction text, at timestamptz, "recordedAt" timestamptz, "movementId" uuid, "stationId" text)
    on conflict (member_id) do update
    set direction = excluded.direction, at = excluded.at, recorded_at = excluded.recorded_at, movement_id = excluded.movement_id, station_id = excluded.station_id
    where member_presence.at <= excluded.at`)
