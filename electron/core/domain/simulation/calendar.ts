/** What a civil date is to the unit (domain.md 1.2, 3.5, 4.18). Pure; the tables of holidays and training years take its place when they are there. */
import { Temporal } from 'temporal-polyfill'

/** Minutes since midnight on the unit's clock. */
export interface Hours {
  readonly start: number
  readonly end: number
}

export interface DayOfUnit {
  readonly date: string
  readonly work: Hours | null
  readonly trainingNight: Hours | null
  readonly adminNight: Hours | null
  readonly bmq: Hours | null
}

const at = (hour: number, minute = 0): number => hour * 60 + minute
const evening: Hours = { start: at(19), end: at(22, 10) }
const [tuesday, thursday, saturday] = [2, 4, 6]

/** Western Easter (Meeus, Jones, Butcher). */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The `ordinal`th weekday of a month. */
function nth(year: number, month: number, weekday: number, ordinal: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (ordinal - 1) * 7 })
}

/** Statutory holidays of a year, as ISO dates: the federal ones and those of the unit's province. */
export function statHolidays(year: number): ReadonlySet<string> {
  const victoria = new Temporal.PlainDate(year, 5, 24)
  return new Set(
    [
      new Temporal.PlainDate(year, 1, 1),
      nth(year, 2, 1, 3),
      easter(year).subtract({ days: 2 }),
      victoria.subtract({ days: victoria.dayOfWeek - 1 }),
      new Temporal.PlainDate(year, 7, 1),
      nth(year, 8, 1, 1),
      nth(year, 9, 1, 1),
      new Temporal.PlainDate(year, 9, 30),
      nth(year, 10, 1, 2),
      new Temporal.PlainDate(year, 11, 11),
      new Temporal.PlainDate(year, 12, 25),
      new Temporal.PlainDate(year, 12, 26),
    ].map(String),
  )
}

/** Work on weekdays, training on Tuesday and administration on Thursday evenings and BMQ on Saturdays from September to May; on a holiday nothing. */
export function dayOfUnit(date: string): DayOfUnit {
  const { year, month, dayOfWeek } = Temporal.PlainDate.from(date)
  const nothing = { date, work: null, trainingNight: null, adminNight: null, bmq: null }
  if (statHolidays(year).has(date)) return nothing
  const summer = month >= 6 && month <= 8
  return {
    date,
    work: dayOfWeek <= 5 ? { start: at(8), end: summer ? at(15) : at(16) } : null,
    trainingNight: dayOfWeek === tuesday && !summer ? evening : null,
    adminNight: dayOfWeek === thursday && !summer ? evening : null,
    bmq: dayOfWeek === saturday && !summer ? { start: at(8), end: at(16) } : null,
  }
}
