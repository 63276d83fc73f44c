/**
 * What a day is for the unit, and why (domain.md 4.18): holiday, summer hours, work, training night, administration night,
 * recruit course. Pure: the core counts by it, and a window can explain any day with it.
 */
import { datesBetween } from './civil-date.ts'
import { instantOf, operationalDayWindow, operationalDate, type UnitTime } from './operational-day.ts'
import { weekdayOf } from './operational-week.ts'
import type { ReportSettings } from './report-settings.ts'
import type { DayException, TrainingYear } from './training.ts'
import { isSummer, workingHoursOf, type WorkingHours } from './working-hours.ts'

/** `HH:MM` on the wall's clock. */
export interface Hours {
  readonly start: string
  readonly end: string
}

export interface Course {
  readonly id: string
  readonly name: string
  readonly startDate: string
  readonly endDate: string
  /** ISO weekdays: 1 is Monday. */
  readonly trainingDays: number[]
  readonly startTime: string
  readonly endTime: string
}

export interface DayRules {
  readonly workingHours: WorkingHours
  readonly schedule: ReportSettings['schedule']
  /** Statutory ones that count for this unit: active, federal or of its province. */
  readonly holidays: readonly { readonly date: string; readonly name: string; readonly nameFr: string | null }[]
  /** None at all = nobody keeps them: then the unit trains the whole year round. */
  readonly years: readonly TrainingYear[]
  readonly courses: readonly Course[]
}

/** Why something takes place on a day, or does not. */
export const dayReasons = ['scheduled', 'other_weekday', 'outside_training_year', 'statutory_holiday', 'holiday_exclusion', 'day_off', 'cancelled'] as const
export type DayReason = (typeof dayReasons)[number]

export interface Occasion {
  /** Null = it does not take place. */
  readonly hours: Hours | null
  readonly why: DayReason
}

export interface DayHoliday {
  readonly kind: 'statutory' | 'exclusion'
  readonly name: string
  readonly nameFr: string | null
}

export interface ResolvedDay {
  readonly date: string
  readonly isHoliday: boolean
  /** A statutory one before the training year's own. */
  readonly holiday: DayHoliday | null
  /** What the training year says of this very day. */
  readonly exceptions: Pick<DayException, 'type' | 'note'>[]
  readonly isSummerHours: boolean
  readonly work: Occasion
  readonly trainingNight: Occasion
  readonly adminNight: Occasion
  /** Of every course that is on at this date. */
  readonly bmq: (Occasion & { readonly courseId: string; readonly name: string })[]
}

const covers = (date: string, { start, end }: Hours): boolean => start <= date && date <= end

/** What the rules say of a date. Where several things keep something from taking place, the one that cannot be changed is named. */
export function resolveDay(date: string, { workingHours, schedule, holidays, years, courses }: DayRules): ResolvedDay {
  const weekday = weekdayOf(date)
  const inYears = years.filter(({ startDate, endDate }) => covers(date, { start: startDate, end: endDate }))
  const statutory = holidays.find((holiday) => holiday.date === date)
  const exclusion = inYears.flatMap(({ holidayExclusions }) => holidayExclusions).find((range) => covers(date, range))
  const exceptions = inYears.flatMap(({ dayExceptions }) => dayExceptions).filter((exception) => exception.date === date)
  const has = (type: DayException['type']): boolean => exceptions.some((exception) => exception.type === type)

  const kept = (hours: Hours | null, ...reasons: readonly (readonly [DayReason, boolean])[]): Occasion => {
    if (hours === null) return { hours, why: 'other_weekday' }
    const why = reasons.find(([, holds]) => holds)?.[0]
    return why === undefined ? { hours, why: 'scheduled' } : { hours: null, why }
  }
  const outside = ['outside_training_year', years.length > 0 && inYears.length === 0] as const
  const holiday = ['statutory_holiday', statutory !== undefined] as const
  const excluded = ['holiday_exclusion', exclusion !== undefined] as const
  const dayOff = ['day_off', has('day_off')] as const

  const day = workingHoursOf(date, workingHours)
  const night = (onDay: number, hours: Hours, cancelled: boolean): Occasion => kept(weekday === onDay ? hours : null, outside, holiday, excluded, dayOff, ['cancelled', cancelled])
  return {
    date,
    isHoliday: statutory !== undefined || exclusion !== undefined,
    holiday: statutory !== undefined ? { kind: 'statutory', name: statutory.name, nameFr: statutory.nameFr } : exclusion !== undefined ? { kind: 'exclusion', name: exclusion.name, nameFr: null } : null,
    exceptions: exceptions.map(({ type, note }) => ({ type, note })),
    isSummerHours: isSummer(date, workingHours),
    work: kept(day && { start: day.startTime, end: day.endTime }, holiday, excluded, dayOff),
    trainingNight: night(schedule.trainingNightDay, { start: schedule.trainingNightStart, end: schedule.trainingNightEnd }, has('cancelled_training')),
    adminNight: night(schedule.adminNightDay, { start: schedule.adminNightStart, end: schedule.adminNightEnd }, has('cancelled_admin')),
    // Apart from the rest (4.18): neither the training year nor its holidays hold for a course, only what closes the unit does.
    bmq: courses
      .filter(({ startDate, endDate }) => covers(date, { start: startDate, end: endDate }))
      .map(({ id, name, trainingDays, startTime, endTime }) => ({ courseId: id, name, ...kept(trainingDays.includes(weekday) ? { start: startTime, end: endTime } : null, holiday, dayOff) })),
  }
}

/** Every day from the first to the last, both among them. */
export const resolveDays = (from: string, to: string, rules: DayRules): ResolvedDay[] => datesBetween(from, to).map((date) => resolveDay(date, rules))

/** A night or a session of a course, as two instants. */
export interface Session {
  readonly date: string
  readonly start: Date
  readonly end: Date
}

/** Hours on the wall of that date, whenever the operational day turns over: shorter or longer by an hour where the clocks change within. */
export function sessionOf(date: string, { start, end }: Hours, { zone }: UnitTime): Session {
  const wall: UnitTime = { zone, rollover: '00:00' }
  return { date, start: instantOf(date, start, wall), end: instantOf(date, end, wall) }
}

/** A part of a session that lies in one operational day. */
export interface SessionPart extends Session {
  /** Where that operational day began: who came before it and did not leave is no longer taken to be there. */
  readonly dayStart: Date
}

/** The session, cut where the operational day turns over within it. */
export function partsOf(session: Session, unit: UnitTime): SessionPart[] {
  const first = operationalDayWindow(operationalDate(session.start, unit), unit)
  if (session.end <= first.end) return [{ ...session, dayStart: first.start }]
  return [{ ...session, end: first.end, dayStart: first.start }, ...partsOf({ ...session, start: first.end }, unit)]
}
