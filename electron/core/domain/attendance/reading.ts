/** What a question of attendance needs besides the movements: the period, the rules, the people. */
import { eq } from 'drizzle-orm'
import type { attendance } from '../../../../shared/contract/attendance.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import { monthsBefore, spanBefore, usualYear, usualYearBefore, type Person, type Span } from '../../../../shared/domain/attendance.ts'
import type { Tx } from '../../db/database.ts'
import { bmqCourse, bmqEnrolment } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { toCourse } from '../training/courses.ts'
import { readDayRules, refuseLongSpan } from '../training/day-rules.ts'
import { readCurrentYear, readYearBefore } from '../training/years.ts'
import { readExcused, readPeople, readRecruits } from './people.ts'

type C = typeof attendance

/** Two years: what is compared with it lies before it, and all of it is read. */
const longestPeriod = 732

/** Refuses `period_invalid`. */
export async function spanOf(tx: Tx, { kind, from, to }: InputOf<C['unit']>['period'], today: string): Promise<Span> {
  if (kind === 'custom') {
    if (from === null || to === null) throw refuse('period_invalid', { days: longestPeriod })
    refuseLongSpan(from, to, longestPeriod)
    return { from, to }
  }
  if (kind === 'last_month' || kind === 'last_quarter') return monthsBefore(today, kind)
  const kept = await readCurrentYear(tx)
  const year = kept === undefined ? usualYear(today) : { from: kept.startDate, to: kept.endDate }
  if (kind === 'current_year') return year
  const before = await readYearBefore(tx, year.from)
  return before === undefined ? usualYearBefore(year.from) : { from: before.startDate, to: before.endDate }
}

/** Refuses `period_invalid`. */
export async function readUnitCase(tx: Tx, { period, divisionCode, memberId, includeFTStaff }: InputOf<C['unit']>, today: string) {
  const span = await spanOf(tx, period, today)
  const before = spanBefore(span)
  const { rules, settings } = await readDayRules(tx, before.from, span.to, [])
  const { memberHandling, formatting } = settings
  const people = await readPeople(tx, { divisionCode, memberId, includeFTStaff: includeFTStaff ?? memberHandling.includeFTStaff, order: formatting.defaultSortOrder })
  const excused = await readExcused(tx, { from: before.from, to: span.to })
  return { span, before, rules, settings, people, excused, recruits: memberHandling.showBMQBadge ? await readRecruits(tx) : new Map<string, never>() }
}

/** Refuses `member_unknown`, `period_invalid`. */
export async function readMemberCase(tx: Tx, { memberId, period }: InputOf<C['explain']>, today: string) {
  const span = await spanOf(tx, period, today)
  const [member] = await readPeople(tx, { memberId, order: 'rank' })
  if (member === undefined) throw refuse('member_unknown')
  const person: Person = { joinedOn: member.joinedOn, leftOn: null, excused: (await readExcused(tx, span)).get(memberId) ?? [] }
  return { span, member, person, ...(await readDayRules(tx, span.from, span.to, [])) }
}

const recruit = ({ memberId, enrolledOn, endedOn }: typeof bmqEnrolment.$inferSelect, excused: Awaited<ReturnType<typeof readExcused>>): Person => ({ joinedOn: enrolledOn, leftOn: endedOn, excused: excused.get(memberId) ?? [] })

async function readCourse(tx: Tx, courseId: string) {
  const [row] = await tx.select().from(bmqCourse).where(eq(bmqCourse.id, courseId))
  if (row === undefined) throw refuse('course_unknown')
  const course = toCourse(row)
  const span: Span = { from: course.startDate, to: course.endDate }
  return { course, span, excused: await readExcused(tx, span), ...(await readDayRules(tx, span.from, span.to, [course])) }
}

/** Refuses `course_unknown`. */
export async function readCourseCase(tx: Tx, { courseId, divisionCode }: InputOf<C['bmq']>) {
  const { excused, ...read } = await readCourse(tx, courseId)
  const enrolments = new Map((await tx.select().from(bmqEnrolment).where(eq(bmqEnrolment.courseId, courseId))).map((row) => [row.memberId, row]))
  const people = await readPeople(tx, { courseId, divisionCode, order: read.settings.formatting.defaultSortOrder })
  const onCourse = people.flatMap((member) => {
    const enrolment = enrolments.get(member.id)
    return enrolment === undefined ? [] : [{ member, enrolment, person: recruit(enrolment, excused) }]
  })
  return { ...read, people: onCourse }
}

/** Refuses `enrolment_unknown`. */
export async function readEnrolmentCase(tx: Tx, enrolmentId: string) {
  const [enrolment] = await tx.select().from(bmqEnrolment).where(eq(bmqEnrolment.id, enrolmentId))
  const [member] = enrolment === undefined ? [] : await readPeople(tx, { memberId: enrolment.memberId, order: 'rank' })
  if (enrolment === undefined || member === undefined) throw refuse('enrolment_unknown')
  const { excused, ...read } = await readCourse(tx, enrolment.courseId)
  return { ...read, member, person: recruit(enrolment, excused) }
}
