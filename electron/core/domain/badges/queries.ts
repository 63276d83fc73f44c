/** The statements of badges (domain.md 4.5). Inside an act each takes the act's `tx`. */
import { and, asc, desc, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { badge, division, member, rank } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { readStoredSerial } from './stored-serial.ts'

/**
 * The badge that a reader reads as this canonical serial, made when it is new, and locked until the act ends.
 * @returns undefined where several badges have this shortened number: made a badge of, it would be all of theirs
 */
export async function lockOrCreateBadge(tx: Tx, read: string, at: Date) {
  const serial = await readStoredSerial(tx, read)
  if (serial === null) return undefined
  const added = await tx
    .insert(badge)
    .values({ id: newId(), serial, status: 'active', memberId: null, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: badge.serial })
    .returning({ id: badge.id })
  const [row] = await tx
    .select({ id: badge.id, status: badge.status, kind: badge.kind, memberId: badge.memberId })
    .from(badge)
    .where(eq(badge.serial, serial))
    .for('update')
  if (row === undefined) throw new Error('a badge that was just written is missing')
  return { ...row, created: added.length > 0 }
}

export type LockedBadge = NonNullable<Awaited<ReturnType<typeof lockOrCreateBadge>>>

const candidate = {
  id: member.id,
  rank: rank.code,
  firstName: member.firstName,
  lastName: member.lastName,
  displayName: member.displayName,
  status: member.status,
  divisionCode: division.code,
  divisionName: division.name,
  badgeId: badge.id,
}

const selectCandidate = (tx: Tx, memberId: string) =>
  tx
    .select(candidate)
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(badge, eq(badge.memberId, member.id))
    .where(eq(member.id, memberId))

export type Candidate = Awaited<ReturnType<typeof selectCandidate>>[number]

/** A member who might be given a badge, with the one they hold. */
export async function readCandidate(tx: Tx, memberId: string): Promise<Candidate | undefined> {
  const [row] = await selectCandidate(tx, memberId)
  return row
}

/** The same, read after the member's row is locked: two badges for one member are decided one after the other. */
export async function lockCandidate(tx: Tx, memberId: string): Promise<Candidate | undefined> {
  await tx.select({ id: member.id }).from(member).where(eq(member.id, memberId)).for('update')
  return readCandidate(tx, memberId)
}

export const giveBadge = (tx: Tx, badgeId: string, memberId: string, updatedAt: Date) => tx.update(badge).set({ memberId, updatedAt }).where(eq(badge.id, badgeId))

export const setBadgeStatus = (tx: Tx, badgeId: string, status: string, updatedAt: Date) => tx.update(badge).set({ status, updatedAt }).where(eq(badge.id, badgeId))

export async function readSerial(tx: Tx, badgeId: string): Promise<string> {
  const [row] = await tx.select({ serial: badge.serial }).from(badge).where(eq(badge.id, badgeId))
  return row?.serial ?? ''
}

export async function readHolderName(tx: Tx, memberId: string): Promise<string> {
  const [row] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId))
  return row?.name ?? ''
}

/** Badges of people who may come in, senior first. */
export const readHeldBadges = (tx: Tx, limit: number) =>
  tx
    .select({ serial: badge.serial, label: member.displayName })
    .from(badge)
    .innerJoin(member, eq(member.id, badge.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .where(and(isNotNull(badge.memberId), eq(badge.status, 'active')))
    .orderBy(desc(rank.displayOrder), asc(member.searchName), asc(member.id))
    .limit(limit)

/** Badges that sign nobody in, one of each status: unassigned, lost and the like. */
export const readOddBadges = (tx: Tx, limit: number) =>
  tx
    .selectDistinctOn([badge.status], { serial: badge.serial, status: badge.status })
    .from(badge)
    .where(or(isNull(badge.memberId), ne(badge.status, 'active')))
    .orderBy(asc(badge.status), asc(badge.serial))
    .limit(limit)
