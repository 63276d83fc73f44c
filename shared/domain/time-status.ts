/** Everything that the unit's clock says of one instant, in one object (domain.md 1.1). */
import { addDays } from './civil-date.ts'
import { dutyWatchOccurrence, nextDutyWatch, type DutyWatchOccurrence } from './duty-watch-rules.ts'
import { inRolloverPeriod, instantOf, operationalDate, operationalDayWindow, type UnitTime } from './operational-day.ts'
import { firstOperationalDay, weekdayOf, weekOf, type Holiday, type OperationalWeek } from './operational-week.ts'
import type { Timings } from './timings.ts'
import { workingHoursOf, type WorkingDay } from './working-hours.ts'

export interface TimeStatus {
  readonly at: Date
  readonly operationalDate: string
  /** `[start, end)` of the operational day. */
  readonly day: { readonly start: Date; readonly end: Date }
  readonly inRolloverPeriod: boolean
  /** Milliseconds. */
  readonly untilRollover: number
  /** ISO: 1 is Monday. */
  readonly weekday: number
  readonly week: OperationalWeek
  /** Null = every weekday of this week is a holiday. */
  readonly firstOperationalDay: string | null
  /** Null = no Duty Watch on this operational date. */
  readonly dutyWatch: DutyWatchOccurrence | null
  /** The first night after this operational date; null = none within two years. */
  readonly nextDutyWatch: DutyWatchOccurrence | null
  /** Null = no working day. */
  readonly workingHours: (WorkingDay & { readonly start: Date; readonly end: Date }) | null
  readonly lockupWarningAt: Date
  readonly lockupCriticalAt: Date
}

/** @param holidays those of the week of `at` at least */
export function timeStatus(at: Date, zone: string, { operational, workingHours }: Pick<Timings, 'operational' | 'workingHours'>, holidays: Iterable<Holiday> = []): TimeStatus {
  const unit: UnitTime = { zone, rollover: operational.dayRolloverTime }
  const date = operationalDate(at, unit)
  const day = operationalDayWindow(date, unit)
  const week = weekOf(date)
  const hours = workingHoursOf(date, workingHours)
  return {
    at,
    operationalDate: date,
    day,
    inRolloverPeriod: inRolloverPeriod(at, unit),
    untilRollover: day.end.getTime() - at.getTime(),
    weekday: weekdayOf(date),
    week,
    firstOperationalDay: firstOperationalDay(date, holidays),
    dutyWatch: dutyWatchOccurrence(date, operational.dutyWatchRules, unit),
    nextDutyWatch: nextDutyWatch(addDays(date, 1), operational.dutyWatchRules, unit),
    workingHours: hours && { ...hours, start: instantOf(date, hours.startTime, unit), end: instantOf(date, hours.endTime, unit) },
    lockupWarningAt: instantOf(date, operational.lockupWarningTime, unit),
    lockupCriticalAt: instantOf(date, operational.lockupCriticalTime, unit),
  }
}
