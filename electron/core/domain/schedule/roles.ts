/** The duties and their seats: an administrator's words, places, and which must be filled (domain.md 2.4, 3.4). */
import { eq } from 'drizzle-orm'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, dutyRole } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import type { Act } from './lock.ts'
import { fullestWeek } from './rosters.ts'

/** Refuses `duty_role_unknown`. */
export async function updateRole(tx: Tx, { role: code, ...words }: InputOf<(typeof schedule)['updateRole']>, { actor, at }: Act): Promise<void> {
  const [row] = await tx.select().from(dutyRole).where(eq(dutyRole.code, code)).for('update')
  if (row === undefined) throw refuse('duty_role_unknown', { role: code })
  const before = { name: row.name, nameFr: row.nameFr, description: row.description }
  await tx.update(dutyRole).set(words).where(eq(dutyRole.code, code))
  await writeAudit(tx, { at, actor, action: 'duty_role_update', entityType: 'duty_role', entityId: null, details: { name: row.name, role: code, before, after: words } })
}

/** Refuses `duty_position_unknown`, and `position_slots_filled` when a roster of this week or later has more people on it. */
export async function updatePosition(tx: Tx, { positionId, ...fields }: InputOf<(typeof schedule)['updatePosition']>, { actor, at, rules }: Act): Promise<void> {
  const [row] = await tx.select().from(dutyPosition).where(eq(dutyPosition.id, positionId)).for('update')
  if (row === undefined) throw refuse('duty_position_unknown')
  if (fields.maxSlots < row.maxSlots) {
    const count = await fullestWeek(tx, positionId, mondayOf(operationalDate(at, rules.unitTime())))
    if (count > fields.maxSlots) throw refuse('position_slots_filled', { name: row.name, count })
  }
  const before = { name: row.name, nameFr: row.nameFr, maxSlots: row.maxSlots, isRequired: row.isRequired }
  await tx.update(dutyPosition).set(fields).where(eq(dutyPosition.id, positionId))
  await writeAudit(tx, { at, actor, action: 'duty_position_update', entityType: 'duty_position', entityId: positionId, details: { name: row.name, role: row.roleCode, seat: row.code, before, after: fields } })
}
