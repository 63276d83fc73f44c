/** What the calendar shows, and where its keys lead. */
import { create } from 'zustand'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { training } from '../../../../../shared/contract/training.ts'
import { addDays, datesBetween } from '../../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../../shared/domain/operational-week.ts'
import { monthOf } from '../../../ui/month-of.ts'

export type Calendar = OutputOf<typeof training.calendar>
export type Day = Calendar['days'][number]
export type YearSpan = Calendar['years'][number]

export const views = ['month', 'year'] as const
export type View = (typeof views)[number]

/** Kept while a person looks into another room. A date of null is today's. */
export const useCalendarView = create<{ view: View; date: string | null }>(() => ({ view: 'month', date: null }))

const covers = (date: string, { startDate, endDate }: YearSpan): boolean => startDate <= date && date <= endDate

/** The year that a day lies in; of several the current one. */
export const yearOf = (date: string, years: readonly YearSpan[]): YearSpan | undefined => years.find((year) => year.isCurrent && covers(date, year)) ?? years.find((year) => covers(date, year))

/** The same day of another month, or its last where it has none: 31 January, 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const { to } = monthOf(at)
  const wanted = `${at.slice(0, 8)}${date.slice(8)}`
  return wanted > to ? to : wanted
}

/** Twelve whole months: from that in which the training year of the day begins; where none holds, from September. */
export function twelveMonthsOf(date: string, years: readonly YearSpan[]): { from: string; to: string } {
  const begun = yearOf(date, years)?.startDate
  const from = begun === undefined || addMonths(begun, 12) <= date ? `${date.slice(5) < '09' ? Number(date.slice(0, 4)) - 1 : date.slice(0, 4)}-09-01` : monthOf(begun).from
  return { from, to: addDays(addMonths(from, 12), -1) }
}

/** Whole weeks that show a month, Monday first. */
export function weeksOf(date: string): string[][] {
  const { from, to } = monthOf(date)
  const days = datesBetween(mondayOf(from), addDays(mondayOf(to), 6))
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
/** Beyond, no date is one that the core takes. */
const [first, last] = ['1900-01-01', '2199-12-31']

/** The day that a key leads to, as APG's date grid has it; null = the key leads nowhere. */
export function keyed(date: string, key: string, shift: boolean): string | null {
  const monday = mondayOf(date)
  const step = steps[key]
  const to = step !== undefined ? addDays(date, step) : key === 'Home' ? monday : key === 'End' ? addDays(monday, 6) : key === 'PageUp' ? addMonths(date, shift ? -12 : -1) : key === 'PageDown' ? addMonths(date, shift ? 12 : 1) : null
  return to === null || to < first || to > last ? null : to
}
