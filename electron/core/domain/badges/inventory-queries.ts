/** The statements of the inventory (domain.md 4.5, 1.4). */
import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, like, or, sql, type SQL } from 'drizzle-orm'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { attendee, attendeeMovement, badge, badgeAssignment, badgeStatus, member, memberPresence, movement, refusedScan, visit } from '../../db/schema/index.ts'
import { lentBadges } from './pool.ts'

type ListInput = InputOf<typeof badges.list>

/** Of a badge that nobody holds now: the latest holder, when it did not come back from them. */
const outstandingOf = (tx: Tx) =>
  tx
    .selectDistinctOn([badgeAssignment.badgeId], { badgeId: badgeAssignment.badgeId, endedAt: badgeAssignment.endedAt, returnedAt: badgeAssignment.returnedAt, endReason: badgeAssignment.endReason, displayName: sql<string>`${member.displayName}`.as('outstanding_name') })
    .from(badgeAssignment)
    .innerJoin(member, eq(member.id, badgeAssignment.memberId))
    .orderBy(badgeAssignment.badgeId, desc(badgeAssignment.seq))
    .as('latest')

function build(tx: Tx) {
  const latest = outstandingOf(tx)
  const lent = lentBadges(tx)
  const ofMembers = and(isNull(badge.memberId), isNotNull(latest.endedAt), isNull(latest.returnedAt), inArray(latest.endReason, ['archived', 'unassigned', 'replaced'])) as SQL
  const outstanding = or(ofMembers, sql`${lent.has} = false`) as SQL
  return { latest, lent, outstanding }
}

function matching({ search, statuses, kinds, assigned, outstanding, includeRetired }: ListInput, { lent, outstanding: isOut }: Pick<ReturnType<typeof build>, 'lent' | 'outstanding'>): SQL | undefined {
  const words = searchTerms(search).map((term) => or(like(member.searchName, `%${term}%`), like(sql`lower(${member.serviceNumber})`, `%${term}%`), like(sql`lower(${badge.label})`, `%${term}%`), like(sql`lower(${badge.serial})`, `%${term}`), like(lent.searchName, `%${term}%`)))
  return and(
    ...words,
    statuses.length > 0 ? inArray(badge.status, statuses) : includeRetired ? undefined : sql`${badge.status} <> 'decommissioned'`,
    kinds.length > 0 ? inArray(badge.kind, kinds) : undefined,
    assigned === null ? undefined : assigned ? or(isNotNull(badge.memberId), sql`${lent.has}`) : and(isNull(badge.memberId), sql`${lent.has} is not true`),
    outstanding ? isOut : undefined,
  )
}

const columns = { id: badge.id, serial: badge.serial, kind: badge.kind, status: badge.status, label: badge.label, note: badge.note, lastUsedAt: badge.lastUsedAt, createdAt: badge.createdAt, holderId: member.id, holderName: member.displayName, holderNumber: member.serviceNumber, holderStatus: member.status }

function select(tx: Tx, where: (built: ReturnType<typeof build>) => SQL | undefined) {
  const built = build(tx)
  const { latest, lent, outstanding } = built
  return tx
    .select({ ...columns, outstandingName: sql<string | null>`coalesce(${lent.name}, ${latest.displayName})`, outstandingSince: sql<Date | null>`coalesce(${lent.since}, ${latest.endedAt})`.mapWith(latest.endedAt), isOut: sql<boolean>`coalesce(${outstanding}, false)`, lentName: lent.name, lentSince: lent.since, isLent: sql<boolean>`coalesce(${lent.has}, false)` })
    .from(badge)
    .leftJoin(member, eq(member.id, badge.memberId))
    .leftJoin(latest, eq(latest.badgeId, badge.id))
    .leftJoin(lent, eq(lent.badgeId, badge.id))
    .where(where(built))
}

/** One page: held ones by the holder's name, then pool badges by label, then by serial; the id makes it complete. */
export const readBadges = (tx: Tx, input: ListInput) =>
  select(tx, (built) => matching(input, built))
    .orderBy(sql`${member.searchName} nulls last`, sql`${badge.label} nulls last`, asc(badge.serial), asc(badge.id))
    .limit(input.limit)
    .offset((input.page - 1) * input.limit)

export type BadgeListRow = Awaited<ReturnType<typeof readBadges>>[number]

export async function countBadges(tx: Tx, input: ListInput): Promise<number> {
  const built = build(tx)
  const [row] = await tx.select({ total: count() }).from(badge).leftJoin(member, eq(member.id, badge.memberId)).leftJoin(built.latest, eq(built.latest.badgeId, badge.id)).leftJoin(built.lent, eq(built.lent.badgeId, badge.id)).where(matching(input, built))
  return row?.total ?? 0
}

/** Badges that nobody holds and that did not come back. */
export async function countOutstanding(tx: Tx): Promise<number> {
  const { latest, lent, outstanding } = build(tx)
  const [row] = await tx.select({ total: count() }).from(badge).leftJoin(latest, eq(latest.badgeId, badge.id)).leftJoin(lent, eq(lent.badgeId, badge.id)).where(outstanding)
  return row?.total ?? 0
}

export async function readBadge(tx: Tx, where: { id: string } | { serial: string }): Promise<BadgeListRow | undefined> {
  const [row] = await select(tx, () => ('id' in where ? eq(badge.id, where.id) : eq(badge.serial, where.serial)))
  return row
}

/** How the holder last came or went; null = never here. */
export async function readLastMovement(tx: Tx, memberId: string) {
  const [row] = await tx.select({ direction: memberPresence.direction, at: memberPresence.at, stationId: memberPresence.stationId }).from(memberPresence).where(eq(memberPresence.memberId, memberId))
  return row === undefined ? null : { ...row, at: row.at.toISOString() }
}

export const readStatusCounts = (tx: Tx) => tx.select({ status: badge.status, count: count() }).from(badge).innerJoin(badgeStatus, eq(badgeStatus.code, badge.status)).groupBy(badge.status, badgeStatus.displayOrder).orderBy(badgeStatus.displayOrder)
export const readKindCounts = (tx: Tx) => tx.select({ kind: badge.kind, count: count() }).from(badge).groupBy(badge.kind).orderBy(badge.kind)

/** True when anything in the record refers to the badge: then it is never deleted. */
export async function hasHistory(tx: Tx, badgeId: string): Promise<boolean> {
  const one = { one: sql`1` }
  const [row] = await tx
    .select({
      used: sql<boolean>`${exists(tx.select(one).from(movement).where(eq(movement.badgeId, badgeId)))} or ${exists(tx.select(one).from(refusedScan).where(eq(refusedScan.badgeId, badgeId)))} or ${exists(tx.select(one).from(badgeAssignment).where(eq(badgeAssignment.badgeId, badgeId)))} or ${exists(tx.select(one).from(visit).where(eq(visit.badgeId, badgeId)))} or ${exists(tx.select(one).from(attendee).where(eq(attendee.badgeId, badgeId)))} or ${exists(tx.select(one).from(attendeeMovement).where(eq(attendeeMovement.badgeId, badgeId)))}`,
    })
    .from(badge)
    .where(eq(badge.id, badgeId))
  return row?.used === true
}
