/** What must happen before somebody may leave the roll, or be kept out (domain.md 4.6.1 ▶). */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { member, memberPresence, memberStatus } from '../../db/schema/index.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'

/**
 * Everything that stands in the way, the gravest first; each says in words what to do. Lockup, DDS and rosters join here
 * when they exist (issue 4). Ask with the member's row locked: nobody can come in meanwhile.
 */
export async function obstaclesToLeaving(tx: Tx, memberId: string): Promise<Refusal[]> {
  const [inside] = await tx
    .select({ name: member.displayName, direction: memberPresence.direction })
    .from(memberPresence)
    .innerJoin(member, eq(member.id, memberPresence.memberId))
    .where(eq(memberPresence.memberId, memberId))
  return inside?.direction === 'in' ? [refuse('member_present', { name: inside.name })] : []
}

/** Refuses with the first obstacle. */
export async function refuseWhileNeeded(tx: Tx, memberId: string): Promise<void> {
  const [first] = await obstaclesToLeaving(tx, memberId)
  if (first !== undefined) throw first
}

/** True for a status that the door refuses: whoever gets it must not be inside. */
export async function keepsOut(tx: Tx, status: string): Promise<boolean> {
  const [row] = await tx.select({ admission: memberStatus.admission }).from(memberStatus).where(eq(memberStatus.code, status))
  return row?.admission === 'refuse'
}
