/** Civil dates as `YYYY-MM-DD` (domain.md 1.1 ▶): no time zone can touch them. */
import { Temporal } from 'temporal-polyfill'

/** The date of these numbers, or undefined where the calendar has no such day or nobody living could mean it (before 1900, after 2199). */
export function civilDateOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2199)) return undefined
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : undefined
}

/** True for text of the form `YYYY-MM-DD` that is a day of the calendar: 2026-02-30 is none. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return civilDateOf(Number(year), Number(month), Number(day)) !== undefined
}

/** True for a day of the calendar, of whatever year, whose neighbours can be written with four digits too: a search may go from or up to it while somebody is still typing the year. */
export const isSearchDate = (text: string): boolean => text > '0001-01-01' && text < '9999-01-01' && /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

/** The date that many days later; earlier where `days` is negative. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** Every date from the first to the last, both among them; none where the last is earlier. */
export function datesBetween(first: string, last: string): string[] {
  const start = Temporal.PlainDate.from(first)
  const days = start.until(last).days
  return Array.from({ length: Math.max(0, days + 1) }, (_, index) => start.add({ days: index }).toString())
}

/** How many days later the second date is; negative when it is earlier. */
export const daysBetween = (first: string, second: string): number => Temporal.PlainDate.from(first).until(second).days
