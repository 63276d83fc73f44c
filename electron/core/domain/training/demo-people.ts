/** Recruits and excused absences of the invented unit: what a first look at their screens shows. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import type { Tx } from '../../db/database.ts'
import { member, rank } from '../../db/schema/index.ts'
import { systemActor } from '../audit/write.ts'
import { excuse } from './absences.ts'
import { createCourse } from './courses.ts'
import type { Doing } from './doing.ts'
import { enrol } from './enrolments.ts'

const recruits = 6

/** In the act that fills the demo: one recruit course of this autumn with its recruits, and two people who are excused. */
export async function fillDemoPeople(tx: Tx, { today, at }: { today: string; at: Date }): Promise<void> {
  const doing: Doing = { actor: systemActor, at }
  const begins = addDays(today, -56)
  const courseId = await createCourse(tx, { name: `BMQ ${today.slice(2, 4)}01`, startDate: begins, endDate: addDays(today, 112), trainingDays: [6, 7], startTime: '08:00', endTime: '16:00', isActive: true }, doing)
  const juniors = await tx.select({ id: member.id }).from(member).innerJoin(rank, eq(rank.id, member.rankId)).where(and(eq(member.status, 'active'), inArray(rank.code, ['S3', 'S2']))).orderBy(asc(rank.displayOrder), asc(member.serviceNumber)).limit(recruits)
  if (juniors.length > 0) await enrol(tx, { courseId, memberIds: juniors.map(({ id }) => id), enrolledOn: begins }, doing)
  const [first, second] = await tx.select({ id: member.id }).from(member).innerJoin(rank, eq(rank.id, member.rankId)).where(and(eq(member.status, 'active'), eq(rank.code, 'S1'))).orderBy(asc(member.serviceNumber)).limit(2)
  if (first !== undefined) await excuse(tx, { memberId: first.id, fromDate: addDays(today, -21), toDate: addDays(today, -15), kind: 'leave', note: null }, doing)
  if (second !== undefined) await excuse(tx, { memberId: second.id, fromDate: addDays(today, -9), toDate: addDays(today, 12), kind: 'course', note: 'PLQ, serial 7' }, doing)
}
