/** Training years, what each day is, recruit courses, and who need not have come (domain.md 4.18, 4.19). */
import * as v from 'valibot'
import { absenceKinds, enrolmentStates, exceptionTypes } from '../domain/training.ts'
import { dayReasons } from '../domain/training-day.ts'
import { CivilDate, Count, Empty, Instant, OneLine, OptionalOneLine, PageNumber, PersonName, RealDate, TimeOfDay, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

const yearFields = {
  name: OneLine(50),
  startDate: RealDate,
  endDate: RealDate,
  /** Days on which the unit stands down, both included. */
  holidayExclusions: v.optional(v.pipe(v.array(v.object({ start: RealDate, end: RealDate, name: OneLine(100) })), v.maxLength(100)), []),
  dayExceptions: v.optional(v.pipe(v.array(v.object({ date: RealDate, type: v.picklist(exceptionTypes), note: OptionalOneLine(200) })), v.maxLength(400)), []),
}
export const TrainingYearRow = v.object({
  id: Uuid,
  name: v.string(),
  startDate: CivilDate,
  endDate: CivilDate,
  holidayExclusions: v.array(v.object({ start: CivilDate, end: CivilDate, name: v.string() })),
  dayExceptions: v.array(v.object({ date: CivilDate, type: v.picklist(exceptionTypes), note: v.nullable(v.string()) })),
  isCurrent: v.boolean(),
  /** For the next change: it is refused when somebody else was faster. */
  updatedAt: Instant,
})

const Weekdays = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1, 'needs a weekday at least'), v.maxLength(7), v.check((days) => new Set(days).size === days.length, 'must name each weekday once'))
const courseFields = { name: OneLine(100), startDate: RealDate, endDate: RealDate, /** ISO weekdays: 1 is Monday. */ trainingDays: Weekdays, startTime: TimeOfDay, endTime: TimeOfDay, isActive: v.optional(v.boolean(), true) }
export const CourseRow = v.object({
  id: Uuid,
  name: v.string(),
  startDate: CivilDate,
  endDate: CivilDate,
  trainingDays: v.array(Count),
  startTime: TimeOfDay,
  endTime: TimeOfDay,
  isActive: v.boolean(),
  /** Everybody who is or was on it. */
  enrolments: Count,
  updatedAt: Instant,
})
export const EnrolmentRow = v.object({ id: Uuid, member: PersonName, course: v.object({ id: Uuid, name: v.string() }), status: v.picklist(enrolmentStates), enrolledOn: CivilDate, /** The last day that counts; null = still on it. */ endedOn: v.nullable(CivilDate) })

const absenceFields = { fromDate: RealDate, /** Included. */ toDate: RealDate, kind: v.picklist(absenceKinds), note: OptionalOneLine(500) }
export const AbsenceRow = v.object({ id: Uuid, member: PersonName, fromDate: CivilDate, toDate: CivilDate, kind: v.picklist(absenceKinds), note: v.nullable(v.string()), createdBy: v.string() })

const occasion = { /** Null = it does not take place. */ hours: v.nullable(v.object({ start: TimeOfDay, end: TimeOfDay })), why: v.picklist(dayReasons) }
const Occasion = v.object(occasion)
export const DayRow = v.object({
  date: CivilDate,
  isHoliday: v.boolean(),
  holiday: v.nullable(v.object({ kind: v.picklist(['statutory', 'exclusion']), name: v.string(), nameFr: v.nullable(v.string()) })),
  exceptions: v.array(v.object({ type: v.picklist(exceptionTypes), note: v.nullable(v.string()) })),
  isSummerHours: v.boolean(),
  work: Occasion,
  trainingNight: Occasion,
  adminNight: Occasion,
  bmq: v.array(v.object({ courseId: Uuid, name: v.string(), ...occasion })),
})

/** Which years are kept, for one who may not see what stands in them. */
const YearSpan = v.object({ id: Uuid, name: v.string(), startDate: CivilDate, endDate: CivilDate, isCurrent: v.boolean() })

const yearErrors = ['training_year_taken', 'training_dates_invalid', 'training_day_outside', 'training_exception_twice'] as const

export const training = {
  years: call({ needs: 'quartermaster', summary: 'Every training year, the latest first, with its holidays and exceptions.', input: Empty, output: v.object({ years: v.array(TrainingYearRow) }), errors: [] }),
  createYear: call({ needs: 'admin', summary: 'Adds a training year; made the current one, no other is.', input: v.object({ ...yearFields, isCurrent: v.optional(v.boolean(), false) }), output: v.object({ yearId: Uuid }), errors: yearErrors }),
  updateYear: call({ needs: 'admin', summary: 'Changes a training year, whole; refused when somebody else changed it meanwhile.', input: v.object({ yearId: Uuid, basedOn: Instant, ...yearFields }), output: Empty, errors: ['training_year_unknown', 'training_changed', ...yearErrors] }),
  setCurrentYear: call({ needs: 'admin', summary: 'Makes a training year the current one, in place of any other.', input: v.object({ yearId: Uuid }), output: Empty, errors: ['training_year_unknown'] }),
  removeYear: call({ needs: 'admin', summary: 'Deletes a training year that is not the current one.', input: v.object({ yearId: Uuid }), output: Empty, errors: ['training_year_unknown', 'training_year_current'] }),

  calendar: call({
    needs: 'basic',
    summary: 'What each day is, and why: holiday, hours of work, training night, administration night, sessions of recruit courses. At most 400 days.',
    input: v.object({ from: RealDate, to: RealDate }),
    output: v.object({ days: v.array(DayRow), /** Every one that is kept; none = nights go by the weekday alone. */ years: v.array(YearSpan) }),
    errors: ['period_invalid'],
  }),

  courses: call({ needs: 'quartermaster', summary: 'Every recruit course, the latest first.', input: Empty, output: v.object({ courses: v.array(CourseRow) }), errors: [] }),
  createCourse: call({ needs: 'admin', summary: 'Adds a recruit course.', input: v.object(courseFields), output: v.object({ courseId: Uuid }), errors: ['course_dates_invalid'] }),
  updateCourse: call({ needs: 'admin', summary: 'Changes a recruit course, whole; refused when somebody else changed it meanwhile.', input: v.object({ courseId: Uuid, basedOn: Instant, ...courseFields }), output: Empty, errors: ['course_unknown', 'training_changed', 'course_dates_invalid'] }),
  removeCourse: call({ needs: 'admin', summary: 'Deletes a course with those who were to be on it, and says how many; refused once it began with anybody on it.', input: v.object({ courseId: Uuid }), output: v.object({ enrolmentsDeleted: Count }), errors: ['course_unknown', 'course_has_history'] }),

  enrolments: call({ needs: 'quartermaster', summary: 'Who is or was on a recruit course, by name.', input: v.object({ courseId: Uuid }), output: v.object({ enrolments: v.array(EnrolmentRow) }), errors: ['course_unknown'] }),
  memberEnrolments: call({ needs: 'quartermasterOrSelf', summary: 'The recruit courses that a member is or was on, the latest first.', input: v.object({ memberId: Uuid }), output: v.object({ enrolments: v.array(EnrolmentRow) }), errors: [] }),
  enrol: call({
    needs: 'admin',
    summary: 'Puts members on a recruit course: all of them, or none.',
    input: v.object({ courseId: Uuid, memberIds: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(200)), /** Null = today. */ enrolledOn: v.optional(v.nullable(RealDate), null) }),
    output: v.object({ enrolled: Count }),
    errors: ['course_unknown', 'member_unknown', 'member_archived', 'enrolment_exists', 'enrolment_dates_invalid'],
  }),
  updateEnrolment: call({
    needs: 'admin',
    summary: 'Says since when a member is on a course, and that they completed it or withdrew, with the last day.',
    input: v.object({ enrolmentId: Uuid, status: v.picklist(enrolmentStates), enrolledOn: RealDate, /** Needed unless they are on it still. */ endedOn: v.optional(v.nullable(RealDate), null) }),
    output: Empty,
    errors: ['enrolment_unknown', 'enrolment_end_needed', 'enrolment_dates_invalid'],
  }),
  removeEnrolment: call({ needs: 'admin', summary: 'Takes somebody off a course who was put on it by mistake; who leaves it withdraws.', input: v.object({ enrolmentId: Uuid }), output: Empty, errors: ['enrolment_unknown'] }),

  absences: call({
    needs: 'adminOrDds',
    summary: 'Excused absences, the latest first: of one member or of all, in a span of days.',
    input: v.object({ memberId: v.optional(v.nullable(Uuid), null), from: v.optional(v.nullable(RealDate), null), to: v.optional(v.nullable(RealDate), null), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100), page: v.optional(PageNumber, 1) }),
    output: v.object({ absences: v.array(AbsenceRow), total: Count }),
    errors: [],
  }),
  excuse: call({ needs: 'adminOrDds', summary: 'Excuses a member for some days: what they miss then is not counted.', input: v.object({ memberId: Uuid, ...absenceFields }), output: v.object({ absenceId: Uuid }), errors: ['member_unknown', 'member_archived', 'absence_dates_invalid'] }),
  updateAbsence: call({ needs: 'adminOrDds', summary: 'Changes an excused absence, whole.', input: v.object({ absenceId: Uuid, ...absenceFields }), output: Empty, errors: ['absence_unknown', 'absence_dates_invalid'] }),
  removeAbsence: call({ needs: 'adminOrDds', summary: 'Takes an excused absence back.', input: v.object({ absenceId: Uuid }), output: Empty, errors: ['absence_unknown'] }),

  changed: event({ needs: 'basic', summary: 'Training years, courses or absences changed: calendars and figures may be others now.', payload: Empty }),
}
