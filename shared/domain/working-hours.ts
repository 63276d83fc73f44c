/** The hours in which the unit works by day (domain.md 1.2, 4.18): one home for them, winter and summer. */
import { weekdayOf } from './operational-week.ts'

export interface WorkingHours {
  readonly regularWeekdayStart: string
  readonly regularWeekdayEnd: string
  /** ISO weekdays: 1 is Monday. */
  readonly regularWeekdays: readonly number[]
  /** `MM-DD`, both days included; the summer cannot wrap the New Year. */
  readonly summerStartDate: string
  readonly summerEndDate: string
  readonly summerWeekdayStart: string
  readonly summerWeekdayEnd: string
}

export interface WorkingDay {
  readonly startTime: string
  readonly endTime: string
  readonly isSummer: boolean
}

/** True in the part of the year that has summer hours, on days of rest too. */
export const isSummer = (date: string, { summerStartDate, summerEndDate }: Pick<WorkingHours, 'summerStartDate' | 'summerEndDate'>): boolean => date.slice(5) >= summerStartDate && date.slice(5) <= summerEndDate

/** The hours of an operational date; null = no working day. Holidays are not looked at: who asks knows them. */
export function workingHoursOf(date: string, hours: WorkingHours): WorkingDay | null {
  if (!hours.regularWeekdays.includes(weekdayOf(date))) return null
  return isSummer(date, hours)
    ? { startTime: hours.summerWeekdayStart, endTime: hours.summerWeekdayEnd, isSummer: true }
    : { startTime: hours.regularWeekdayStart, endTime: hours.regularWeekdayEnd, isSummer: false }
}
