/** The nights of a period and the sessions of a course, with those that did not take place (domain.md 4.18, 4.19). */
import { addDays, datesBetween } from '../../../../shared/domain/civil-date.ts'
import { weekdayOf } from '../../../../shared/domain/operational-week.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import { resolveDay, sessionOf, type Course, type DayReason, type DayRules, type Session } from '../../../../shared/domain/training-day.ts'
import type { Span } from '../../../../shared/domain/attendance.ts'

export interface PlannedSession extends Session {
  /** `scheduled` = it takes place; else why not. */
  readonly why: DayReason
}

/** One that lies in the hour that the clocks skip is none. */
const hasTime = ({ start, end }: Session): boolean => start < end

/** Every date of that weekday in the span. */
function weekly({ from, to }: Span, weekday: number): string[] {
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  const dates: string[] = []
  for (let date = first; date <= to; date = addDays(date, 7)) dates.push(date)
  return dates
}

/** The training nights of a span, on their weekday. */
export function nightsOf(span: Span, rules: DayRules, unit: UnitTime): PlannedSession[] {
  const { trainingNightDay, trainingNightStart, trainingNightEnd } = rules.schedule
  const hours = { start: trainingNightStart, end: trainingNightEnd }
  return weekly(span, trainingNightDay).map((date) => ({ ...sessionOf(date, hours, unit), why: resolveDay(date, rules).trainingNight.why })).filter(hasTime)
}

/** The sessions of a course, whether it is in use or not. */
export function sessionsOf(course: Course, rules: DayRules, unit: UnitTime): PlannedSession[] {
  const hours = { start: course.startTime, end: course.endTime }
  const own: DayRules = { ...rules, courses: [course] }
  return datesBetween(course.startDate, course.endDate)
    .filter((date) => course.trainingDays.includes(weekdayOf(date)))
    .map((date) => ({ ...sessionOf(date, hours, unit), why: resolveDay(date, own).bmq[0]?.why ?? 'other_weekday' }))
    .filter(hasTime)
}

/** It takes place and is over: only then anybody came or did not. */
export const isHeld = ({ why, end }: PlannedSession, now: Date): boolean => why === 'scheduled' && end <= now
