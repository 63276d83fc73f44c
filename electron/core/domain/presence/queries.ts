/** The statements of a scan, and what is read of presence. Inside an act each takes the act's `tx`. */
import { and, count, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { hasIdOf } from '../../db/id-list.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { attendee, badge, badgeAssignment, badgeStatus, division, member, memberPresence, memberStatus, movement, rank, refusedScan, revision, station } from '../../db/schema/index.ts'
import { readStoredSerial } from '../badges/stored-serial.ts'

const topic = 'presence'

/**
 * Locks the rows of the badges that were read, so that two readers with the same badge answer one after the other.
 * @param serials canonical, as the readers gave them: a badge answers to its shortened number too (hardware.md 3.1)
 * @returns by what was read; `shared` = several badges have this shortened number
 */
export async function lockBadges(tx: Tx, serials: readonly string[]): Promise<Map<string, LockedBadge | 'shared'>> {
  const found = new Map<string, LockedBadge | 'shared'>((await lockStored(tx, serials)).map((row) => [row.serial, row]))
  for (const read of serials.filter((serial) => !found.has(serial))) {
    const stored = await readStoredSerial(tx, read)
    const [row] = stored === null || stored === read ? [] : await lockStored(tx, [stored])
    if (stored === null) found.set(read, 'shared')
    else if (row !== undefined) found.set(read, row)
  }
  return found
}

/** One of them; undefined = no badge, or nobody can say which. */
export async function lockBadge(tx: Tx, serial: string): Promise<LockedBadge | undefined> {
  const found = (await lockBadges(tx, [serial])).get(serial)
  return found === 'shared' ? undefined : found
}

export type LockedBadge = Awaited<ReturnType<typeof lockStored>>[number]

/** In one order for all. */
const lockStored = (tx: Tx, serials: readonly string[]) =>
  tx
    .select({ serial: badge.serial, id: badge.id, kind: badge.kind, isUsable: badgeStatus.isUsable, memberId: badge.memberId })
    .from(badge)
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .where(inArray(badge.serial, [...serials]))
    .orderBy(badge.id)
    .for('update', { of: badge })

/** What is shown of a member: for a statement that joins rank and division. */
export const personColumns = {
  id: member.id,
  rank: rank.code,
  firstName: member.firstName,
  lastName: member.lastName,
  displayName: member.displayName,
  divisionCode: division.code,
  divisionName: division.name,
}

/**
 * The holder and their latest movement, read after the member's row is locked: under READ COMMITTED only a statement
 * that begins after the lock sees what the one before us wrote.
 */
export async function lockHolder(tx: Tx, memberId: string) {
  const [row] = await lockHolders(tx, [memberId])
  return row
}

/** The same of several, in one order for all, so that two who lock the same people wait for each other. */
export async function lockHolders(tx: Tx, memberIds: readonly string[]) {
  await tx.select({ id: member.id }).from(member).where(hasIdOf(member.id, memberIds)).orderBy(member.id).for('update')
  return tx
    .select({ ...personColumns, status: member.status, admission: memberStatus.admission, contractEnd: member.contractEnd, direction: memberPresence.direction, at: memberPresence.at, recordedAt: memberPresence.recordedAt })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(hasIdOf(member.id, memberIds))
}

export type HolderRow = NonNullable<Awaited<ReturnType<typeof lockHolder>>>

/** What an earlier scan with this id did, if it reached us. */
export async function findScan(tx: Tx, scanId: string) {
  const [moved] = await tx
    .select({ ...personColumns, movementId: movement.id, voided: movement.voided, memberId: movement.memberId, direction: movement.direction, at: movement.at, stationId: movement.stationId, stationName: station.name, serial: badge.serial })
    .from(movement)
    .innerJoin(member, eq(member.id, movement.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(badge, eq(badge.id, movement.badgeId))
    .where(eq(movement.scanId, scanId))
  return moved
}

export interface NewMovement {
  readonly id: string
  readonly memberId: string
  readonly badgeId: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly recordedAt: Date
  readonly stationId: string
  readonly reader: string | null
  readonly scanId: string
  readonly flagReason: string | null
}

/** Writes the movement, the person's current state, the badge's last use and the new revision; answers the revision. */
export async function insertMovement(tx: Tx, move: NewMovement, method: 'badge' | 'login' = 'badge'): Promise<number> {
  const { id, memberId, badgeId, direction, at, recordedAt, stationId, flagReason } = move
  await tx.insert(movement).values({ ...move, method, flagged: flagReason !== null })
  const state = { direction, at, recordedAt, movementId: id, stationId }
  await tx
    .insert(memberPresence)
    .values({ memberId, ...state })
    .onConflictDoUpdate({ target: memberPresence.memberId, set: state })
  await tx.update(badge).set({ lastUsedAt: recordedAt }).where(eq(badge.id, badgeId))
  return bumpRevision(tx)
}

export const bumpRevision = bumpPresenceRevision

/** Whose the badge was last; null = nobody's ever. */
export async function readLastHolder(tx: Tx, badgeId: string): Promise<{ id: string; displayName: string } | null> {
  const [row] = await tx.select({ id: member.id, displayName: member.displayName }).from(badgeAssignment).innerJoin(member, eq(member.id, badgeAssignment.memberId)).where(eq(badgeAssignment.badgeId, badgeId)).orderBy(desc(badgeAssignment.assignedAt), desc(badgeAssignment.id)).limit(1)
  return row ?? null
}

/** A scan that moved nobody. False when a scan with this id is there already: repeating it adds nothing. */
export async function insertRefusedScan(tx: Tx, values: typeof refusedScan.$inferInsert): Promise<boolean> {
  const added = await tx.insert(refusedScan).values(values).onConflictDoNothing({ target: refusedScan.scanId }).returning({ id: refusedScan.id })
  return added.length > 0
}

/** The present revision: read it before what it tells of, so that a newer state is only ever fetched twice. */
export async function readRevision(tx: Tx): Promise<number> {
  const [row] = await tx.select({ value: revision.value }).from(revision).where(eq(revision.topic, topic))
  return row?.value ?? 0
}

/** Everyone inside: whoever's latest movement is in, whatever their status or division (domain.md 4.3 ▶). Senior first. */
export const readInside = (tx: Tx) =>
  tx
    .select({ ...personColumns, rankOrder: rank.displayOrder, status: member.status, since: memberPresence.at, movementId: memberPresence.movementId, stationId: memberPresence.stationId, stationName: station.name })
    .from(memberPresence)
    .innerJoin(member, eq(member.id, memberPresence.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, memberPresence.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(eq(memberPresence.direction, 'in'))
    .orderBy(desc(rank.displayOrder), member.lastName, member.firstName, member.id)

/** Head counts a division; members without one are counted under null. */
export const readDivisionCounts = (tx: Tx) =>
  tx
    .select({
      code: division.code,
      name: division.name,
      present: sql<number>`count(*) filter (where ${memberPresence.direction} = 'in')`.mapWith(Number),
      onRoll: sql<number>`count(*) filter (where ${member.status} <> 'archived')`.mapWith(Number),
    })
    .from(member)
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .groupBy(division.code, division.name)
    .orderBy(division.code)

/** The newest movements in effect in `[start, end)`. */
export const readMovements = (tx: Tx, start: Date, end: Date, limit: number) =>
  tx
    .select({ ...personColumns, movementId: movement.id, at: movement.at, direction: movement.direction, stationId: movement.stationId, stationName: station.name, flagged: movement.flagged })
    .from(movement)
    .innerJoin(member, eq(member.id, movement.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(gte(movement.at, start), lt(movement.at, end), eq(movement.voided, false)))
    .orderBy(desc(movement.at), desc(movement.seq))
    .limit(limit)

/** The newest refused scans in `[start, end)`, with whom the badge names: its holder, or an attendee. */
export const readRefusedScans = (tx: Tx, start: Date, end: Date, limit: number) =>
  tx
    .select({ ...personColumns, refusedId: refusedScan.id, at: refusedScan.at, outcome: refusedScan.outcome, serial: refusedScan.serial, attendee, stationId: refusedScan.stationId, stationName: station.name })
    .from(refusedScan)
    .innerJoin(station, eq(station.id, refusedScan.stationId))
    .leftJoin(member, eq(member.id, refusedScan.memberId))
    .leftJoin(attendee, eq(attendee.id, refusedScan.attendeeId))
    .leftJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(gte(refusedScan.at, start), lt(refusedScan.at, end)))
    .orderBy(desc(refusedScan.at), desc(refusedScan.id))
    .limit(limit)

/** How many movements in `[start, end)`. */
export async function countMovements(tx: Tx, start: Date, end: Date): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(movement).where(and(gte(movement.at, start), lt(movement.at, end), eq(movement.voided, false)))
  return row?.total ?? 0
}
