/** Training years, recruit courses and absences: what they are called and what must fit together (domain.md 2.5, 4.18, 4.19). */

export const exceptionTypes = ['day_off', 'cancelled_training', 'cancelled_admin'] as const
export type ExceptionType = (typeof exceptionTypes)[number]

export const enrolmentStates = ['enrolled', 'completed', 'withdrawn'] as const

/** Why somebody need not have come. */
export const absenceKinds = ['leave', 'ed_t', 'course', 'medical', 'other'] as const

/** Days on which the unit does not train, both included. */
export interface HolidayExclusion {
  readonly start: string
  readonly end: string
  readonly name: string
}

export interface DayException {
  readonly date: string
  readonly type: ExceptionType
  readonly note: string | null
}

export interface TrainingYear {
  readonly startDate: string
  readonly endDate: string
  readonly holidayExclusions: readonly HolidayExclusion[]
  readonly dayExceptions: readonly DayException[]
}

/** What is wrong with a training year, or null. Every day that it names must be one of its own. */
export function yearProblem({ startDate, endDate, holidayExclusions, dayExceptions }: TrainingYear): 'training_dates_invalid' | 'training_day_outside' | 'training_exception_twice' | null {
  if (startDate >= endDate || holidayExclusions.some(({ start, end }) => start > end)) return 'training_dates_invalid'
  const named = [...holidayExclusions.flatMap(({ start, end }) => [start, end]), ...dayExceptions.map(({ date }) => date)]
  if (named.some((date) => date < startDate || date > endDate)) return 'training_day_outside'
  const exceptions = dayExceptions.map(({ date, type }) => `${date} ${type}`)
  return new Set(exceptions).size < exceptions.length ? 'training_exception_twice' : null
}
