/** Signing out many in one act: those who forgot to, at the daily reset (domain.md 4.16 ▶), and everybody at lockup (4.15 ▶). No badge is needed. */
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { namesOfStation, systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { member, memberPresence, missedCheckout, movement, station } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { systemActor, writeAuditLines, type Actor } from '../audit/write.ts'
import { endLiveDuties } from './leaving.ts'

export interface StillIn {
  readonly memberId: string
  /** When they came in. */
  readonly since: Date
  /** Whoever leaves by an act of their own has missed nothing. */
  readonly missed?: boolean
}

/** Those inside whose visit began before `before`: who came in after the rollover is left alone, however late the reset runs. */
export const readStillIn = (tx: Tx, before: Date): Promise<StillIn[]> =>
  tx
    .select({ memberId: memberPresence.memberId, since: memberPresence.at })
    .from(memberPresence)
    .where(and(eq(memberPresence.direction, 'in'), lt(memberPresence.at, before)))
    .orderBy(memberPresence.at, memberPresence.memberId)

interface Closing {
  /** In the order in which they leave. */
  readonly people: readonly StillIn[]
  /** When they count as gone. */
  readonly at: Date
  /** What the wall clock says. */
  readonly recordedAt: Date
  readonly unitTime: UnitTime
  readonly stationId: string
  readonly closer: 'daily_reset' | 'lockup_sequence'
  readonly actor: Actor
  /** Ids of the rows, where they must repeat. */
  readonly nextId?: () => string
}

/** Where Sentinel itself signs people out. */
export const needSystemStation = (tx: Tx, at: Date) => tx.insert(station).values({ id: systemStation, ...namesOfStation(systemStation), isActive: false, createdAt: at }).onConflictDoNothing()

/** Signs them out at the rollover by Sentinel. The caller bumps the revision of presence. @returns how many */
export async function closeForgotten(tx: Tx, closing: Omit<Closing, 'stationId' | 'closer' | 'actor'>): Promise<number> {
  if (closing.people.length === 0) return 0
  await needSystemStation(tx, closing.recordedAt)
  return signOutMany(tx, { ...closing, stationId: systemStation, closer: 'daily_reset', actor: systemActor })
}

/**
 * Signs people out at `at`, ends the duties they stand, and notes a missed check-out under the operational day they came in
 * on, with its count. The caller bumps the revision of presence. @returns how many
 */
export async function signOutMany(tx: Tx, { people, at, recordedAt, unitTime, stationId, closer, actor, nextId = newId }: Closing): Promise<number> {
  if (people.length === 0) return 0
  // Their order must hold even where the clock was set back.
  const closings = people.map((person) => ({ missed: true, ...person, id: nextId(), missedId: nextId(), goneAt: person.since < at ? at : new Date(person.since.getTime() + 1) }))
  await insertMany(
    tx,
    movement,
    closings.map(({ id, memberId, goneAt }) => ({ id, memberId, direction: 'out' as const, method: 'system' as const, at: goneAt, recordedAt, stationId, flagged: goneAt !== at, flagReason: goneAt === at ? null : 'clock_set_back' })),
  )
  // Only a scan's own writing time tells a bounce: whoever holds a badge up while a late reset runs has come, and not bounced.
  await setPresence(tx, closings.map(({ id, memberId, goneAt }) => ({ memberId, direction: 'out', at: goneAt, recordedAt: goneAt, stationId, movementId: id })))
  await endLiveDuties(tx, people.map(({ memberId }) => memberId), at, closer === 'daily_reset' ? 'daily_reset' : 'lockup_execution')
  const missing = closings.filter(({ missed }) => missed)
  await noteMissed(tx, missing, { unitTime, closer, actor, recordedAt })
  return people.length
}

interface Missing extends StillIn {
  readonly id: string
  readonly missedId: string
  readonly goneAt: Date
}

async function noteMissed(tx: Tx, missing: readonly Missing[], { unitTime, closer, actor, recordedAt }: Pick<Closing, 'unitTime' | 'closer' | 'actor' | 'recordedAt'>): Promise<void> {
  if (missing.length === 0) return
  await insertMany(
    tx,
    missedCheckout,
    missing.map(({ id, missedId, memberId, since, goneAt }) => ({ id: missedId, memberId, operationalDate: operationalDate(since, unitTime), originalCheckinAt: since, forcedCheckoutAt: goneAt, resolvedBy: closer, actorName: actor.name, movementId: id })),
  )
  const latest = missing.reduce((at, { goneAt }) => (goneAt > at ? goneAt : at), new Date(0))
  const counted = await tx
    .update(member)
    .set({ missedCheckoutCount: sql`${member.missedCheckoutCount} + 1`, lastMissedCheckout: sql`greatest(${member.lastMissedCheckout}, ${latest.toISOString()}::timestamptz)` })
    .where(inArray(member.id, missing.map(({ memberId }) => memberId)))
    .returning({ id: member.id, name: member.displayName })
  const names = new Map(counted.map(({ id, name }) => [id, name]))
  await writeAuditLines(
    tx,
    missing.map(({ id, memberId, since, goneAt }) => ({ at: recordedAt, actor, action: 'checkin_missed_checkout', entityType: 'movement', entityId: id, details: { memberId, name: names.get(memberId), originalCheckinAt: since.toISOString(), forcedCheckoutAt: goneAt.toISOString() } })),
  )
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
