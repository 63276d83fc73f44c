/** Recruit courses (domain.md 4.19). */
import { count, desc, eq, sql } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { training } from '../../../../shared/contract/training.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Course } from '../../../../shared/domain/training-day.ts'
import type { Tx } from '../../db/database.ts'
import { bmqCourse, bmqEnrolment } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import type { Doing } from './doing.ts'

type C = typeof training
export type CourseRow = typeof bmqCourse.$inferSelect
type Fields = InputOf<C['createCourse']>

/** `HH:MM` of what the database writes as `HH:MM:SS`. */
const toTime = (time: string): string => time.slice(0, 5)

export const toCourse = ({ id, name, startDate, endDate, trainingDays, startTime, endTime }: CourseRow): Course => ({ id, name, startDate, endDate, trainingDays, startTime: toTime(startTime), endTime: toTime(endTime) })

/** Courses that are in use and touch these days. */
export async function readCourses(tx: Tx, from: string, to: string): Promise<Course[]> {
  const rows = await tx.select().from(bmqCourse).where(sql`${bmqCourse.isActive} and ${bmqCourse.startDate} <= ${to}::date and ${bmqCourse.endDate} >= ${from}::date`).orderBy(bmqCourse.startDate, bmqCourse.id)
  return rows.map(toCourse)
}

export async function listCourses(tx: Tx): Promise<OutputOf<C['courses']>> {
  const rows = await tx
    .select({ course: bmqCourse, enrolments: count(bmqEnrolment.id) })
    .from(bmqCourse)
    .leftJoin(bmqEnrolment, eq(bmqEnrolment.courseId, bmqCourse.id))
    .groupBy(bmqCourse.id)
    .orderBy(desc(bmqCourse.startDate), desc(bmqCourse.id))
  return { courses: rows.map(({ course, enrolments }) => ({ ...toCourse(course), isActive: course.isActive, enrolments, updatedAt: course.updatedAt.toISOString() })) }
}

/** Refuses `course_unknown`. */
export async function needCourse(tx: Tx, courseId: string): Promise<CourseRow> {
  const [row] = await tx.select().from(bmqCourse).where(eq(bmqCourse.id, courseId)).for('update')
  if (row === undefined) throw refuse('course_unknown')
  return row
}

function checked({ name, startDate, endDate, trainingDays, startTime, endTime, isActive }: Fields) {
  if (startDate >= endDate || startTime >= endTime) throw refuse('course_dates_invalid')
  return { name, startDate, endDate, trainingDays: trainingDays.toSorted((a, b) => a - b), startTime, endTime, isActive }
}

const auditable = (row: CourseRow) => {
  const { id: _id, ...rest } = toCourse(row)
  return { ...rest, isActive: row.isActive }
}

/** Refuses `course_dates_invalid`. */
export async function createCourse(tx: Tx, fields: Fields, { actor, at }: Doing): Promise<string> {
  const columns = checked(fields)
  const id = newId()
  await tx.insert(bmqCourse).values({ id, ...columns, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor, action: 'bmq_course_create', entityType: 'bmq_course', entityId: id, details: { name: columns.name, after: columns } })
  return id
}

/** Refuses `course_unknown`, `training_changed`, `course_dates_invalid`. */
export async function updateCourse(tx: Tx, { courseId, basedOn, ...fields }: InputOf<C['updateCourse']>, { actor, at }: Doing): Promise<void> {
  const before = await needCourse(tx, courseId)
  if (before.updatedAt.toISOString() !== basedOn) throw refuse('training_changed', { name: before.name })
  const columns = checked(fields)
  await tx.update(bmqCourse).set({ ...columns, updatedAt: at }).where(eq(bmqCourse.id, courseId))
  await writeAudit(tx, { at, actor, action: 'bmq_course_update', entityType: 'bmq_course', entityId: courseId, details: { name: before.name, before: auditable(before), after: columns } })
}

/**
 * Until it begins, a course is a plan, and goes with those who were to be on it. Once it began with anybody on it, or anybody
 * left it, it is part of people's records. Refuses `course_unknown`, `course_has_history`.
 */
export async function removeCourse(tx: Tx, courseId: string, { actor, at }: Doing): Promise<number> {
  const before = await needCourse(tx, courseId)
  const enrolments = await tx.select({ status: bmqEnrolment.status }).from(bmqEnrolment).where(eq(bmqEnrolment.courseId, courseId))
  const hasBegun = before.startDate <= operationalDate(at, await readUnitProfile(tx))
  if (enrolments.some(({ status }) => hasBegun || status !== 'enrolled')) throw refuse('course_has_history', { name: before.name, count: enrolments.length })
  await tx.delete(bmqCourse).where(eq(bmqCourse.id, courseId))
  await writeAudit(tx, { at, actor, action: 'bmq_course_delete', entityType: 'bmq_course', entityId: courseId, details: { name: before.name, enrolments: enrolments.length, before: auditable(before) } })
  return enrolments.length
}
