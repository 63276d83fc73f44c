/** Off the roll and back on it (domain.md 4.6.1): the history stays, the badge does not. */
import { and, eq, isNull } from 'drizzle-orm'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { badge, badgeAssignment, member } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { syncAutomatic } from '../qualifications/sync.ts'
import { lockRoll } from './lock-roll.ts'
import { refuseWhileNeeded } from './obstacles.ts'
import { renameGroup } from './rename.ts'

/** The badge first, as a scan does: an archive and a scan of one badge wait for each other and never lock crosswise. */
async function lockWithBadge(tx: Tx, memberId: string) {
  const [held] = await tx.select({ id: badge.id, serial: badge.serial }).from(badge).where(eq(badge.memberId, memberId)).for('update')
  const [row] = await tx.select().from(member).where(eq(member.id, memberId)).for('update')
  if (row === undefined) throw refuse('member_unknown')
  return { row, held: held ?? null }
}

/** Refuses `member_unknown`, `last_administrator` and every obstacle. Archiving twice changes nothing. */
export async function archiveMember(tx: Tx, memberId: string, actor: Actor, at: Date): Promise<void> {
  await lockRoll(tx)
  const { row, held } = await lockWithBadge(tx, memberId)
  if (row.status === 'archived') return
  await refuseWhileNeeded(tx, memberId, at)
  await keepingAnAdministrator(tx, async () => {
    if (held !== null) {
      await tx.update(badge).set({ memberId: null, updatedAt: at }).where(eq(badge.id, held.id))
      // Not handed back by this: it stands among the outstanding badges until somebody has it in hand.
      const ended = { endedAt: at, endedBy: actor.name, endReason: 'archived' as const }
      const standing = await tx.update(badgeAssignment).set(ended).where(and(eq(badgeAssignment.badgeId, held.id), isNull(badgeAssignment.endedAt))).returning({ id: badgeAssignment.id })
      if (standing.length > 0) await writeAudit(tx, { at, actor, action: 'badge_unassign', entityType: 'badge', entityId: held.id, details: { serialTail: serialTail(held.serial), memberId, name: row.displayName, reason: 'archived', returned: false } })
    }
    await tx.update(member).set({ status: 'archived', updatedAt: at }).where(eq(member.id, memberId))
  })
  await renameGroup(tx, [row.lastName])
  await writeAudit(tx, { at, actor, action: 'member_delete', entityType: 'member', entityId: memberId, details: { name: row.displayName, before: { status: row.status, badge: held === null ? null : serialTail(held.serial) }, after: { status: 'archived', badge: null } } })
}

/** Refuses `member_unknown`. Somebody who is on the roll stays as they are. */
export async function restoreMember(tx: Tx, memberId: string, actor: Actor, at: Date): Promise<void> {
  await lockRoll(tx)
  const { row } = await lockWithBadge(tx, memberId)
  if (row.status !== 'archived') return
  await tx.update(member).set({ status: 'active', updatedAt: at }).where(eq(member.id, memberId))
  await renameGroup(tx, [row.lastName])
  await syncAutomatic(tx, [memberId], at)
  await writeAudit(tx, { at, actor, action: 'member_restore', entityType: 'member', entityId: memberId, details: { name: row.displayName, before: { status: 'archived' }, after: { status: 'active' } } })
}
