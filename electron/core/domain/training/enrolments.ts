/** Who is on which recruit course, from when to when (domain.md 2.5, 4.19). */
import { asc, desc, eq, type SQL } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { training } from '../../../../shared/contract/training.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { hasIdOf } from '../../db/id-list.ts'
import { bmqCourse, bmqEnrolment, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, writeAuditLines } from '../audit/write.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { needCourse } from './courses.ts'
import type { Doing } from './doing.ts'

type C = typeof training

const select = (tx: Tx, where: SQL) =>
  tx
    .select({ enrolment: bmqEnrolment, displayName: member.displayName, course: { id: bmqCourse.id, name: bmqCourse.name, endDate: bmqCourse.endDate } })
    .from(bmqEnrolment)
    .innerJoin(member, eq(member.id, bmqEnrolment.memberId))
    .innerJoin(bmqCourse, eq(bmqCourse.id, bmqEnrolment.courseId))
    .where(where)

const toRow = ({ enrolment: { id, memberId, status, enrolledOn, endedOn }, displayName, course: { id: courseId, name } }: Awaited<ReturnType<typeof select>>[number]) => ({ id, member: { id: memberId, displayName }, course: { id: courseId, name }, status, enrolledOn, endedOn })

/** Refuses `course_unknown`. */
export async function listEnrolments(tx: Tx, courseId: string): Promise<OutputOf<C['enrolments']>> {
  const [course] = await tx.select({ id: bmqCourse.id }).from(bmqCourse).where(eq(bmqCourse.id, courseId))
  if (course === undefined) throw refuse('course_unknown')
  return { enrolments: (await select(tx, eq(bmqEnrolment.courseId, courseId)).orderBy(asc(member.searchName), asc(member.id))).map(toRow) }
}

export const listMemberEnrolments = async (tx: Tx, memberId: string): Promise<OutputOf<C['memberEnrolments']>> => ({ enrolments: (await select(tx, eq(bmqEnrolment.memberId, memberId)).orderBy(desc(bmqCourse.startDate), desc(bmqCourse.id))).map(toRow) })

/** All of them or none. Refuses `course_unknown`, `member_unknown`, `member_archived`, `enrolment_exists`, `enrolment_dates_invalid`. */
export async function enrol(tx: Tx, { courseId, memberIds, enrolledOn: given }: InputOf<C['enrol']>, { actor, at }: Doing): Promise<number> {
  const course = await needCourse(tx, courseId)
  const enrolledOn = given ?? operationalDate(at, await readUnitProfile(tx))
  if (enrolledOn > course.endDate) throw refuse('enrolment_dates_invalid')
  const ids = [...new Set(memberIds)]
  const people = await tx.select({ id: member.id, name: member.displayName, status: member.status }).from(member).where(hasIdOf(member.id, ids)).orderBy(asc(member.searchName), asc(member.id)).for('share')
  if (people.length < ids.length) throw refuse('member_unknown')
  const archived = people.find(({ status }) => status === 'archived')
  if (archived !== undefined) throw refuse('member_archived', { name: archived.name })
  const there = new Set((await tx.select({ id: bmqEnrolment.memberId }).from(bmqEnrolment).where(eq(bmqEnrolment.courseId, courseId))).map(({ id }) => id))
  const twice = people.find(({ id }) => there.has(id))
  if (twice !== undefined) throw refuse('enrolment_exists', { name: twice.name, course: course.name })
  const rows = people.map(({ id, name }) => ({ name, row: { id: newId(), memberId: id, courseId, status: 'enrolled' as const, enrolledOn, createdAt: at, updatedAt: at } }))
  await tx.insert(bmqEnrolment).values(rows.map(({ row }) => row))
  await writeAuditLines(tx, rows.map(({ name, row }) => ({ at, actor, action: 'bmq_enrolment_create' as const, entityType: 'bmq_enrolment' as const, entityId: row.id, details: { name, memberId: row.memberId, course: course.name, after: { status: row.status, enrolledOn } } })))
  return rows.length
}

/** Refuses `enrolment_unknown`. */
async function lockEnrolment(tx: Tx, enrolmentId: string) {
  const [row] = await select(tx, eq(bmqEnrolment.id, enrolmentId)).for('update', { of: bmqEnrolment })
  if (row === undefined) throw refuse('enrolment_unknown')
  return row
}

const auditable = ({ status, enrolledOn, endedOn }: Pick<typeof bmqEnrolment.$inferSelect, 'status' | 'enrolledOn' | 'endedOn'>) => ({ status, enrolledOn, endedOn })

/** Refuses `enrolment_unknown`, `enrolment_end_needed`, `enrolment_dates_invalid`. */
export async function updateEnrolment(tx: Tx, { enrolmentId, status, enrolledOn, endedOn: given }: InputOf<C['updateEnrolment']>, { actor, at }: Doing): Promise<void> {
  const { enrolment, displayName, course } = await lockEnrolment(tx, enrolmentId)
  const endedOn = status === 'enrolled' ? null : given
  if (status !== 'enrolled' && endedOn === null) throw refuse('enrolment_end_needed')
  if (enrolledOn > course.endDate || (endedOn !== null && endedOn < enrolledOn)) throw refuse('enrolment_dates_invalid')
  const after = { status, enrolledOn, endedOn }
  await tx.update(bmqEnrolment).set({ ...after, updatedAt: at }).where(eq(bmqEnrolment.id, enrolmentId))
  await writeAudit(tx, { at, actor, action: 'bmq_enrolment_update', entityType: 'bmq_enrolment', entityId: enrolmentId, details: { name: displayName, memberId: enrolment.memberId, course: course.name, before: auditable(enrolment), after } })
}

/** Refuses `enrolment_unknown`. */
export async function removeEnrolment(tx: Tx, enrolmentId: string, { actor, at }: Doing): Promise<void> {
  const { enrolment, displayName, course } = await lockEnrolment(tx, enrolmentId)
  await tx.delete(bmqEnrolment).where(eq(bmqEnrolment.id, enrolmentId))
  await writeAudit(tx, { at, actor, action: 'bmq_enrolment_delete', entityType: 'bmq_enrolment', entityId: enrolmentId, details: { name: displayName, memberId: enrolment.memberId, course: course.name, before: auditable(enrolment) } })
}
