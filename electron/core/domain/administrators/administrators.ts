/** The unit can never be locked out of its own desk (domain.md 4.22; issue 3: the last administrator). */
import { and, eq, gte, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { levels } from '../../../../shared/domain/access.ts'
import type { Tx } from '../../db/database.ts'
import { account, badge, badgeStatus, member, memberStatus } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

/** Any number of ours will do, as long as nobody else takes it: held to the end of the act. */
const lockNumber = 4_220_001

/** Acts that could take away an administrator wait for each other, so that two cannot remove each other. Call it before the change. */
export const lockAdministrators = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${lockNumber})`)

/** How many could sign in as an administrator now: level, PIN, a usable badge, and a status that the door lets through. */
export async function countAdministrators(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(account)
    .innerJoin(member, eq(member.id, account.memberId))
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .innerJoin(badge, eq(badge.memberId, member.id))
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .where(and(gte(account.level, levels.admin), isNull(account.disabledAt), isNotNull(account.pinHash), ne(memberStatus.admission, 'refuse'), eq(badgeStatus.isUsable, true)))
  return row?.total ?? 0
}

/**
 * Runs a change that could take away an administrator's level, PIN, badge or admission, and refuses it as a whole with
 * `last_administrator` when it leaves none where there was one.
 */
export async function keepingAnAdministrator<T>(tx: Tx, change: () => Promise<T>): Promise<T> {
  await lockAdministrators(tx)
  const before = await countAdministrators(tx)
  const result = await change()
  if (before > 0 && (await countAdministrators(tx)) === 0) throw refuse('last_administrator')
  return result
}
