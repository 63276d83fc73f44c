/** Who held which badge from when to when (domain.md 4.5): a row a time, kept for good. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { badge, badgeAssignment, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'

export type EndReason = NonNullable<(typeof badgeAssignment.$inferSelect)['endReason']>

export const beginAssignment = (tx: Tx, badgeId: string, memberId: string, assignedAt: Date, assignedBy: string) => tx.insert(badgeAssignment).values({ id: newId(), badgeId, memberId, assignedAt, assignedBy })

/** The badge is nobody's any more. `returned` = it was handed over; otherwise it is outstanding, unless it is gone for good. */
export async function endAssignment(tx: Tx, badgeId: string, { at, by, reason, returned }: { at: Date; by: string; reason: EndReason; returned: boolean }): Promise<void> {
  await tx.update(badge).set({ memberId: null, updatedAt: at }).where(eq(badge.id, badgeId))
  await tx
    .update(badgeAssignment)
    .set({ endedAt: at, endedBy: by, endReason: reason, returnedAt: returned ? at : null })
    .where(and(eq(badgeAssignment.badgeId, badgeId), isNull(badgeAssignment.endedAt)))
}

/** Everyone who held the badge, latest first. */
export const readAssignments = (tx: Tx, badgeId: string) =>
  tx
    .select({ assignment: badgeAssignment, displayName: member.displayName })
    .from(badgeAssignment)
    .innerJoin(member, eq(member.id, badgeAssignment.memberId))
    .where(eq(badgeAssignment.badgeId, badgeId))
    .orderBy(desc(badgeAssignment.seq))
