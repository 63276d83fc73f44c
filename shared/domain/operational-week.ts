/** The operational week, Monday to Sunday, and its first day of work (domain.md 1.1, 4.18). Monday at 01:00 belongs to last week. */
import { Temporal } from 'temporal-polyfill'
import { operationalDate, type UnitTime } from './operational-day.ts'

export interface OperationalWeek {
  readonly monday: string
  /** The first day that is not in it any more. */
  readonly nextMonday: string
}

/** ISO weekday of a civil date: 1 is Monday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/** The week of a civil date: any date is snapped to its Monday (4.13). */
export function weekOf(date: string): OperationalWeek {
  const day = Temporal.PlainDate.from(date)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return { monday: monday.toString(), nextMonday: monday.add({ days: 7 }).toString() }
}

export const mondayOf = (date: string): string => weekOf(date).monday

export const operationalWeek = (at: Date, unit: UnitTime): OperationalWeek => weekOf(operationalDate(at, unit))

/** @param weekday ISO: 1 is Monday */
export const isOperationalWeekday = (at: Date, weekday: number, unit: UnitTime): boolean => weekdayOf(operationalDate(at, unit)) === weekday

export interface Holiday {
  readonly date: string
  /** One that an administrator has switched off is a day like any other. */
  readonly isActive: boolean
}

/**
 * The first of Monday to Friday in the week of `date` that is no active statutory holiday (4.18).
 * @returns null when all five are holidays: then nothing that waits for a day of work happens in that week
 */
export function firstOperationalDay(date: string, holidays: Iterable<Holiday>): string | null {
  const off = new Set([...holidays].filter(({ isActive }) => isActive).map((holiday) => holiday.date))
  const monday = Temporal.PlainDate.from(weekOf(date).monday)
  return [0, 1, 2, 3, 4].map((days) => monday.add({ days }).toString()).find((day) => !off.has(day)) ?? null
}
