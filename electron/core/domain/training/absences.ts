/** Excused absences: what is missed on these days is not counted (domain.md 4.19 ▶). */
import { and, count, desc, eq, gte, lte } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { training } from '../../../../shared/contract/training.ts'
import type { Tx } from '../../db/database.ts'
import { excusedAbsence, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import type { Doing } from './doing.ts'

type C = typeof training
type Fields = Omit<InputOf<C['excuse']>, 'memberId'>

export async function listAbsences(tx: Tx, { memberId, from, to, limit, page }: InputOf<C['absences']>): Promise<OutputOf<C['absences']>> {
  const where = and(memberId === null ? undefined : eq(excusedAbsence.memberId, memberId), from === null ? undefined : gte(excusedAbsence.toDate, from), to === null ? undefined : lte(excusedAbsence.fromDate, to))
  const rows = await tx
    .select({ absence: excusedAbsence, displayName: member.displayName })
    .from(excusedAbsence)
    .innerJoin(member, eq(member.id, excusedAbsence.memberId))
    .where(where)
    .orderBy(desc(excusedAbsence.fromDate), desc(excusedAbsence.id))
    .limit(limit)
    .offset((page - 1) * limit)
  const [total] = await tx.select({ count: count() }).from(excusedAbsence).where(where)
  return { absences: rows.map(({ absence: { id, memberId: ofMember, fromDate, toDate, kind, note, createdBy }, displayName }) => ({ id, member: { id: ofMember, displayName }, fromDate, toDate, kind, note, createdBy })), total: total?.count ?? 0 }
}

function checked({ fromDate, toDate, kind, note }: Fields) {
  if (toDate < fromDate) throw refuse('absence_dates_invalid')
  return { fromDate, toDate, kind, note: note === '' ? null : note }
}

/** Refuses `member_unknown`, `member_archived`, `absence_dates_invalid`. */
export async function excuse(tx: Tx, { memberId, ...fields }: InputOf<C['excuse']>, { actor, at }: Doing): Promise<string> {
  const columns = checked(fields)
  const [person] = await tx.select({ name: member.displayName, status: member.status }).from(member).where(eq(member.id, memberId)).for('share')
  if (person === undefined) throw refuse('member_unknown')
  if (person.status === 'archived') throw refuse('member_archived', { name: person.name })
  const id = newId()
  await tx.insert(excusedAbsence).values({ id, memberId, ...columns, createdBy: actor.name, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor, action: 'excused_absence_create', entityType: 'excused_absence', entityId: id, details: { name: person.name, memberId, after: columns } })
  return id
}

/** Refuses `absence_unknown`. */
async function lockAbsence(tx: Tx, absenceId: string) {
  const [row] = await tx.select({ absence: excusedAbsence, name: member.displayName }).from(excusedAbsence).innerJoin(member, eq(member.id, excusedAbsence.memberId)).where(eq(excusedAbsence.id, absenceId)).for('update', { of: excusedAbsence })
  if (row === undefined) throw refuse('absence_unknown')
  return row
}

/** Refuses `absence_unknown`, `absence_dates_invalid`. */
export async function updateAbsence(tx: Tx, { absenceId, ...fields }: InputOf<C['updateAbsence']>, { actor, at }: Doing): Promise<void> {
  const { absence, name } = await lockAbsence(tx, absenceId)
  const columns = checked(fields)
  await tx.update(excusedAbsence).set({ ...columns, updatedAt: at }).where(eq(excusedAbsence.id, absenceId))
  await writeAudit(tx, { at, actor, action: 'excused_absence_update', entityType: 'excused_absence', entityId: absenceId, details: { name, memberId: absence.memberId, before: checked(absence), after: columns } })
}

/** Refuses `absence_unknown`. */
export async function removeAbsence(tx: Tx, absenceId: string, { actor, at }: Doing): Promise<void> {
  const { absence, name } = await lockAbsence(tx, absenceId)
  await tx.delete(excusedAbsence).where(eq(excusedAbsence.id, absenceId))
  await writeAudit(tx, { at, actor, action: 'excused_absence_delete', entityType: 'excused_absence', entityId: absenceId, details: { name, memberId: absence.memberId, before: checked(absence) } })
}
