/** The statements of accounts (domain.md 2.6, 4.22). Inside an act each takes the act's `tx`. */
import { and, asc, count, desc, eq, gt, isNotNull, isNull, like, or, sql } from 'drizzle-orm'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { account, badge, badgeStatus, member, memberStatus, session, setupCode } from '../../db/schema/index.ts'
import { readStoredSerial } from '../badges/stored-serial.ts'

const openCode = (at: Date) => and(eq(setupCode.memberId, member.id), isNull(setupCode.endedAt), gt(setupCode.expiresAt, at))

/** The holder of a badge with all that signing in asks about, or undefined: nobody, or somebody who may not. */
export async function readCredential(tx: Tx, where: { serial: string } | { memberId: string }, at: Date) {
  // No badge has an empty number: where several share a shortened one, it is nobody's proof.
  const serial = 'serial' in where ? ((await readStoredSerial(tx, where.serial)) ?? '') : undefined
  const [row] = await tx
    .select({
      memberId: member.id,
      displayName: member.displayName,
      serviceNumber: member.serviceNumber,
      level: sql<number>`coalesce(${account.level}, 1)`.mapWith(Number),
      pinHash: account.pinHash,
      codeId: setupCode.id,
      codeHash: setupCode.codeHash,
    })
    .from(member)
    .innerJoin(memberStatus, and(eq(memberStatus.code, member.status), or(eq(memberStatus.admission, 'admit'), eq(memberStatus.admission, 'note'))))
    .innerJoin(badge, eq(badge.memberId, member.id))
    .innerJoin(badgeStatus, and(eq(badgeStatus.code, badge.status), eq(badgeStatus.isUsable, true)))
    .leftJoin(account, eq(account.memberId, member.id))
    .leftJoin(setupCode, openCode(at))
    .where(and('serial' in where ? eq(badge.serial, serial ?? '') : eq(member.id, where.memberId), isNull(account.disabledAt)))
    .orderBy(desc(setupCode.createdAt))
    .limit(1)
  return row
}

export type Credential = NonNullable<Awaited<ReturnType<typeof readCredential>>>

/** True once the desk has had an administrator: then it is set up, and never asks again. */
export async function readIsSetUp(tx: Tx): Promise<boolean> {
  const [row] = await tx.select({ memberId: account.memberId }).from(account).where(sql`${account.level} >= 5`).limit(1)
  return row !== undefined
}

/** The member with the account's row locked, made at level 1 when there is none. */
export async function lockAccount(tx: Tx, memberId: string, at: Date) {
  const [person] = await tx
    .select({ memberId: member.id, displayName: member.displayName, serviceNumber: member.serviceNumber, status: member.status, badgeId: badge.id })
    .from(member)
    .leftJoin(badge, eq(badge.memberId, member.id))
    .where(eq(member.id, memberId))
  if (person === undefined) return undefined
  await tx.insert(account).values({ memberId, level: 1, createdAt: at, updatedAt: at }).onConflictDoNothing()
  const [row] = await tx.select().from(account).where(eq(account.memberId, memberId)).for('update')
  return row === undefined ? undefined : { ...person, ...row }
}

export const updateAccount = (tx: Tx, memberId: string, values: Partial<typeof account.$inferInsert>, updatedAt: Date) => tx.update(account).set({ ...values, updatedAt }).where(eq(account.memberId, memberId))

export const endCodes = (tx: Tx, memberId: string, endedAt: Date, usedId?: string) =>
  tx
    .update(setupCode)
    .set({ endedAt, wasUsed: usedId === undefined ? sql`${setupCode.wasUsed}` : sql`${setupCode.id} = ${usedId}` })
    .where(and(eq(setupCode.memberId, memberId), isNull(setupCode.endedAt)))

export const endSessions = (tx: Tx, where: { memberId: string } | { sessionId: string } | { stationId: string }, endedAt: Date, endReason: string) =>
  tx
    .update(session)
    .set({ endedAt, endReason })
    .where(and(isNull(session.endedAt), 'memberId' in where ? eq(session.memberId, where.memberId) : 'sessionId' in where ? eq(session.id, where.sessionId) : eq(session.stationId, where.stationId)))
    .returning({ id: session.id })

function matching(search: string) {
  const words = searchTerms(search).map((term) => or(like(member.searchName, `%${term}%`), like(sql`lower(${member.serviceNumber})`, `%${term}%`)))
  return and(or(sql`${account.level} > 1`, isNotNull(account.pinHash), sql`exists (select 1 from ${setupCode} where ${setupCode.memberId} = ${member.id} and ${setupCode.endedAt} is null)`), ...words)
}

export const readAccounts = (tx: Tx, { search, limit, page }: { search: string; limit: number; page: number }, at: Date) =>
  tx
    .select({
      memberId: member.id,
      displayName: member.displayName,
      serviceNumber: member.serviceNumber,
      level: account.level,
      pinHash: account.pinHash,
      badgeId: badge.id,
      disabledAt: account.disabledAt,
      lastSignInAt: account.lastSignInAt,
      codeIssued: sql<boolean>`exists (select 1 from ${setupCode} where ${openCode(at)})`,
      signedInAt: sql<string | null>`(select ${session.stationId} from ${session} where ${session.memberId} = ${member.id} and ${session.endedAt} is null limit 1)`,
    })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .leftJoin(badge, eq(badge.memberId, member.id))
    .where(matching(search))
    .orderBy(desc(account.level), asc(member.searchName), asc(member.id))
    .limit(limit)
    .offset((page - 1) * limit)

export async function countAccounts(tx: Tx, search: string): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(account).innerJoin(member, eq(member.id, account.memberId)).where(matching(search))
  return row?.total ?? 0
}

/** The first member, by name, whose level this is. */
export async function readFirstOfLevel(tx: Tx, level: number) {
  const [row] = await tx
    .select({ memberId: member.id, displayName: member.displayName, level: account.level })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .where(and(eq(account.level, level), isNull(account.disabledAt)))
    .orderBy(asc(member.searchName), asc(member.id))
    .limit(1)
  return row
}
