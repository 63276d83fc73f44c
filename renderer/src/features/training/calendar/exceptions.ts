/** A single day of a training year changed from the calendar: the year is read anew, and everything else of it stays. */
import type { OutputOf, Result } from '../../../../../shared/contract/kit.ts'
import type { training } from '../../../../../shared/contract/training.ts'
import type { DayException, ExceptionType } from '../../../../../shared/domain/training.ts'
import { api } from '../../../api.ts'

export type TrainingYear = OutputOf<typeof training.years>['years'][number]

/** What the core takes of a year as it stands. */
export const fieldsOf = ({ name, startDate, endDate, holidayExclusions, dayExceptions }: TrainingYear) => ({ name, startDate, endDate, holidayExclusions, dayExceptions })

async function change(yearId: string, exceptionsOf: (exceptions: readonly DayException[]) => readonly DayException[]): Promise<Result<unknown>> {
  const years = await api().training.years({})
  if (!years.ok) return years
  const year = years.value.years.find(({ id }) => id === yearId)
  if (year === undefined) return { ok: false, error: { code: 'training_year_unknown', message: 'deleted meanwhile' } }
  return api().training.updateYear({ yearId, basedOn: year.updatedAt, ...fieldsOf(year), dayExceptions: [...exceptionsOf(year.dayExceptions)] })
}

/** Where it stands already, its note is another one now. */
export const putException = (yearId: string, exception: DayException): Promise<Result<unknown>> => change(yearId, (others) => [...others.filter(({ date, type }) => date !== exception.date || type !== exception.type), exception])

/** From whichever years name it: a day may lie in two. */
export async function dropException(date: string, type: ExceptionType): Promise<Result<unknown>> {
  const years = await api().training.years({})
  if (!years.ok) return years
  const isThis = (one: DayException): boolean => one.date === date && one.type === type
  for (const { id } of years.value.years.filter((year) => year.dayExceptions.some(isThis))) {
    const result = await change(id, (exceptions) => exceptions.filter((one) => !isThis(one)))
    if (!result.ok) return result
  }
  return { ok: true, value: {} }
}
