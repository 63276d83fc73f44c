/** Attendance at training nights and recruit courses, and what every figure is made of (domain.md 4.19). */
import * as v from 'valibot'
import { periodKinds, sessionReasons } from '../domain/attendance.ts'
import { enrolmentStates } from '../domain/training.ts'
import { dayReasons } from '../domain/training-day.ts'
import { CivilDate, Code, Count, DivisionRef, Instant, RealDate, Uuid } from './fields.ts'
import { call } from './kit.ts'

/** Dates are needed for a custom period, and read for none else. */
export const Period = v.object({ kind: v.picklist(periodKinds), from: v.optional(v.nullable(RealDate), null), /** Included. */ to: v.optional(v.nullable(RealDate), null) })

export const AttendanceFigure = v.variant('status', [
  v.object({ status: v.literal('new'), /** The first day on which a figure is given. */ until: CivilDate }),
  v.object({ status: v.literal('insufficient_data'), attended: Count, possible: Count }),
  v.object({ status: v.literal('calculated'), attended: Count, possible: Count, percentage: v.number(), flag: v.picklist(['none', 'warning', 'critical']) }),
])
const Trend = v.object({ direction: v.picklist(['up', 'down', 'stable']), /** Points. */ delta: v.pipe(v.number(), v.integer()) })

export const AttendanceMember = v.object({ id: Uuid, serviceNumber: v.string(), rank: v.string(), rankOrder: v.number(), displayName: v.string(), division: v.nullable(DivisionRef), memberType: Code, isFullTime: v.boolean(), joinedOn: v.nullable(CivilDate) })
const span = { from: CivilDate, /** Included. */ to: CivilDate }

/** What one night was to one person. */
export const SessionRow = v.object({
  date: CivilDate,
  start: Instant,
  end: Instant,
  /** Counts for or against them. */
  possible: v.boolean(),
  /** Of a night that did not take place, the calendar’s reason. */
  why: v.picklist([...sessionReasons, ...dayReasons, 'not_over']),
  /** When they were inside during it. */
  present: v.array(v.object({ from: Instant, to: Instant })),
  minutes: Count,
})
const explained = { member: AttendanceMember, ...span, sessions: v.array(SessionRow), attendance: AttendanceFigure }

export const attendance = {
  unit: call({
    needs: 'command',
    summary: 'Attendance at training nights of everybody on the roll, or of a division or one member, with the trend since the period before.',
    input: v.object({
      period: Period,
      /** `-` = without a division. */
      divisionCode: v.optional(v.nullable(v.string()), null),
      memberId: v.optional(v.nullable(Uuid), null),
      /** Null = as the settings say. */
      includeFTStaff: v.optional(v.nullable(v.boolean()), null),
    }),
    output: v.object({
      ...span,
      /** Nights of the period that took place and are over. */
      nights: Count,
      records: v.array(v.object({ member: AttendanceMember, attendance: AttendanceFigure, trend: v.nullable(Trend), /** On a recruit course now. */ bmq: v.nullable(v.object({ courseId: Uuid, name: v.string(), enrolledOn: CivilDate })) })),
    }),
    errors: ['period_invalid'],
  }),
  explain: call({ needs: 'command', summary: 'What a member’s figure is made of: every night of the period, whether it counted, when they were inside, and why.', input: v.object({ memberId: Uuid, period: Period }), output: v.object(explained), errors: ['member_unknown', 'period_invalid'] }),
  bmq: call({
    needs: 'command',
    summary: 'Attendance of everybody who is or was on a recruit course, each from enrolment to the last day.',
    input: v.object({ courseId: Uuid, divisionCode: v.optional(v.nullable(v.string()), null) }),
    output: v.object({ ...span, records: v.array(v.object({ member: AttendanceMember, attendance: AttendanceFigure, enrolment: v.object({ id: Uuid, status: v.picklist(enrolmentStates), enrolledOn: CivilDate, endedOn: v.nullable(CivilDate) }) })) }),
    errors: ['course_unknown'],
  }),
  explainBmq: call({ needs: 'command', summary: 'What a recruit’s figure is made of, session by session.', input: v.object({ enrolmentId: Uuid }), output: v.object(explained), errors: ['enrolment_unknown'] }),
}
