/** A training year as it is typed (domain.md 4.18): an empty note is none. Pure. */
import { addDays, daysBetween } from '../../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../../shared/domain/operational-week.ts'
import type { ExceptionType, HolidayExclusion } from '../../../../../shared/domain/training.ts'
import type { TrainingYear } from '../calendar/exceptions.ts'

export interface ExceptionDraft {
  readonly date: string
  readonly type: ExceptionType
  readonly note: string
}
export interface YearDraft {
  readonly name: string
  readonly startDate: string
  readonly endDate: string
  readonly standDowns: readonly HolidayExclusion[]
  readonly exceptions: readonly ExceptionDraft[]
}

export const toDraft = ({ name, startDate, endDate, holidayExclusions, dayExceptions }: TrainingYear): YearDraft => ({ name, startDate, endDate, standDowns: holidayExclusions, exceptions: dayExceptions.map(({ note, ...rest }) => ({ ...rest, note: note ?? '' })) })

export const toFields = ({ name, startDate, endDate, standDowns, exceptions }: YearDraft) => ({
  name: name.trim(),
  startDate,
  endDate,
  holidayExclusions: standDowns.map((range) => ({ ...range, name: range.name.trim() })),
  dayExceptions: exceptions.map(({ note, ...rest }) => ({ ...rest, note: note.trim() === '' ? null : note.trim() })),
})

export type YearProblem = 'needed' | 'date' | 'order' | 'notEarlier' | 'outside' | 'twice'

/** What is wrong, by the field to correct: the core refuses it, but of the whole year only. */
export function yearProblems({ name, startDate, endDate, standDowns, exceptions }: YearDraft): Record<string, YearProblem> {
  const problems: Record<string, YearProblem> = {}
  const isOutside = (date: string): boolean => startDate !== '' && endDate !== '' && (date < startDate || date > endDate)
  if (name.trim() === '') problems.name = 'needed'
  if (startDate === '') problems.startDate = 'date'
  if (endDate === '') problems.endDate = 'date'
  else if (endDate <= startDate) problems.endDate = 'order'
  standDowns.forEach((range, index) => {
    const at = `standDowns.${index}`
    if (range.name.trim() === '') problems[`${at}.name`] = 'needed'
    if (range.start === '') problems[`${at}.start`] = 'date'
    else if (isOutside(range.start)) problems[`${at}.start`] = 'outside'
    if (range.end === '') problems[`${at}.end`] = 'date'
    else if (range.end < range.start) problems[`${at}.end`] = 'notEarlier'
    else if (isOutside(range.end)) problems[`${at}.end`] = 'outside'
  })
  exceptions.forEach(({ date, type }, index) => {
    const at = `exceptions.${index}.date`
    if (date === '') problems[at] = 'date'
    else if (isOutside(date)) problems[at] = 'outside'
    else if (exceptions.findIndex((other) => other.date === date && other.type === type) < index) problems[at] = 'twice'
  })
  return problems
}

const meet = (a: HolidayExclusion, b: HolidayExclusion): boolean => a.start !== '' && b.start !== '' && a.start <= b.end && b.start <= a.end

/** Each two stand-downs that have a day in common. */
export const overlapsOf = (standDowns: readonly HolidayExclusion[]): (readonly [HolidayExclusion, HolidayExclusion])[] => standDowns.flatMap((one, index) => standDowns.slice(index + 1).flatMap((other) => (meet(one, other) ? [[one, other] as const] : [])))

/** September to May, after the last year that is kept; without one, the one that today lies in or comes next. */
export function nextYear(years: readonly Pick<TrainingYear, 'endDate'>[], today: string): Pick<YearDraft, 'name' | 'startDate' | 'endDate'> {
  const after = years.map(({ endDate }) => endDate).toSorted().at(-1) ?? addDays(today, -273)
  const begins = Number(after.slice(0, 4)) + (after.slice(5) < '09-01' ? 0 : 1)
  return { name: `${begins}–${begins + 1}`, startDate: `${begins}-09-01`, endDate: `${begins + 1}-05-31` }
}

export const usualNames = ['christmas', 'march'] as const
export type UsualName = (typeof usualNames)[number]

/** When units usually stand down, as a beginning to be corrected: those that lie in the year and meet none that it has. */
export function usualStandDowns({ startDate, endDate, standDowns }: YearDraft): { readonly usual: UsualName; readonly start: string; readonly end: string }[] {
  if (startDate === '' || endDate === '') return []
  const years = [...new Set([startDate, endDate].map((date) => Number(date.slice(0, 4))))]
  // The second Monday of March is the last one before the 15th.
  const all = years.flatMap((year) => [
    { usual: 'christmas' as const, start: `${year}-12-20`, end: `${year + 1}-01-05` },
    { usual: 'march' as const, start: mondayOf(`${year}-03-14`), end: addDays(mondayOf(`${year}-03-14`), 6) },
  ])
  return all.filter(({ start, end }) => start >= startDate && end <= endDate && !standDowns.some((range) => meet(range, { start, end, name: '' })))
}

/** Days of stand-down, each once. */
export function daysTaken(standDowns: readonly HolidayExclusion[]): number {
  let [total, until] = [0, '']
  for (const { start, end } of standDowns.filter((range) => range.start !== '' && range.start <= range.end).toSorted((a, b) => a.start.localeCompare(b.start))) {
    if (end <= until) continue
    total += daysBetween(start > until ? start : addDays(until, 1), end) + 1
    until = end
  }
  return total
}
