/** Training years, recruit courses, who is on them, and who need not have come (domain.md 2.5, 4.18, 4.19). */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, time, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { absenceKinds, enrolmentStates, type DayException, type HolidayExclusion } from '../../../../shared/domain/training.ts'
import { civilDate, createdAt, id, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'

export const trainingYear = pgTable(
  'training_year',
  {
    id: id(),
    name: text('name').notNull().unique(),
    startDate: civilDate('start_date').notNull(),
    endDate: civilDate('end_date').notNull(),
    holidayExclusions: jsonb('holiday_exclusions').$type<HolidayExclusion[]>().notNull().default([]),
    dayExceptions: jsonb('day_exceptions').$type<DayException[]>().notNull().default([]),
    isCurrent: boolean('is_current').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('training_year_current').on(table.isCurrent).where(sql`${table.isCurrent}`), check('training_year_in_order', sql`${table.startDate} < ${table.endDate}`)],
)

export const bmqCourse = pgTable(
  'bmq_course',
  {
    id: id(),
    name: text('name').notNull(),
    startDate: civilDate('start_date').notNull(),
    endDate: civilDate('end_date').notNull(),
    /** ISO weekdays: 1 is Monday. */
    trainingDays: integer('training_days').array().notNull(),
    startTime: time('start_time', { precision: 0 }).notNull(),
    endTime: time('end_time', { precision: 0 }).notNull(),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check('bmq_course_in_order', sql`${table.startDate} < ${table.endDate} and ${table.startTime} < ${table.endTime}`),
    check('bmq_course_days', sql`cardinality(${table.trainingDays}) > 0 and ${table.trainingDays} <@ array[1, 2, 3, 4, 5, 6, 7]`),
  ],
)

export const bmqEnrolment = pgTable(
  'bmq_enrolment',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    courseId: uuid('course_id')
      .notNull()
      .references(() => bmqCourse.id, { onDelete: 'cascade' }),
    status: text('status', { enum: enrolmentStates }).notNull().default('enrolled'),
    enrolledOn: civilDate('enrolled_on').notNull(),
    /** Completed or withdrawn; the last day that counts. */
    endedOn: civilDate('ended_on'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('bmq_enrolment_once').on(table.memberId, table.courseId),
    index('bmq_enrolment_course').on(table.courseId),
    check('bmq_enrolment_status_known', oneOf(table.status, enrolmentStates)),
    check('bmq_enrolment_ended', sql`(${table.status} = 'enrolled') = (${table.endedOn} is null) and ${table.endedOn} >= ${table.enrolledOn}`),
  ],
)

/** Nights on these days are not counted against the member (4.19 ▶). */
export const excusedAbsence = pgTable(
  'excused_absence',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    fromDate: civilDate('from_date').notNull(),
    /** Included. */
    toDate: civilDate('to_date').notNull(),
    kind: text('kind', { enum: absenceKinds }).notNull(),
    note: text('note'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('excused_absence_member').on(table.memberId, table.fromDate), index('excused_absence_from').on(table.fromDate, table.toDate), check('excused_absence_kind_known', oneOf(table.kind, absenceKinds)), check('excused_absence_in_order', sql`${table.fromDate} <= ${table.toDate}`)],
)
