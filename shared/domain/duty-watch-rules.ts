/** On which nights the Duty Watch stands, and from when to when (domain.md 1.2). */
import { Temporal } from 'temporal-polyfill'
import { instantOf, operationalDayWindow, orderInDay, type UnitTime } from './operational-day.ts'
import { weekOf } from './operational-week.ts'

export const ordinals = ['first', 'second', 'third', 'fourth', 'last'] as const
export type Ordinal = (typeof ordinals)[number]

export type Recurrence =
  | { readonly kind: 'weekly'; readonly weekday: number; readonly intervalWeeks: number }
  | { readonly kind: 'monthly'; readonly weekday: number; readonly ordinal: Ordinal }

export interface DutyWatchRule {
  readonly id: string
  readonly name: string
  /** No night before it; weeks are counted from its own. */
  readonly effectiveStartDate: string
  readonly startTime: string
  /** The same as the start means: until it ends. */
  readonly endTime: string
  readonly recurrence: Recurrence
}

export interface DutyWatchOccurrence {
  /** Operational date. */
  readonly date: string
  readonly start: Date
  /** Null = until it ends. */
  readonly end: Date | null
  readonly ruleNames: readonly string[]
}

/** How far ahead the next night is looked for, in days. */
export const lookAheadDays = 730

/** Every ordinal that a date satisfies among the like weekdays of its month: the fourth is often the last as well (1.2 ▶). */
export function ordinalsOf(date: string): readonly Ordinal[] {
  const { day, daysInMonth } = Temporal.PlainDate.from(date)
  const nth = (['first', 'second', 'third', 'fourth'] as const)[Math.floor((day - 1) / 7)]
  return [...(nth === undefined ? [] : [nth]), ...(day + 7 > daysInMonth ? (['last'] as const) : [])]
}

/** True when the rule has a night on this operational date. */
export function occursOn(date: string, { effectiveStartDate, recurrence }: Pick<DutyWatchRule, 'effectiveStartDate' | 'recurrence'>): boolean {
  if (date < effectiveStartDate || Temporal.PlainDate.from(date).dayOfWeek !== recurrence.weekday) return false
  if (recurrence.kind === 'monthly') return ordinalsOf(date).includes(recurrence.ordinal)
  const { days } = Temporal.PlainDate.from(weekOf(effectiveStartDate).monday).until(weekOf(date).monday, { largestUnit: 'days' })
  return (days / 7) % recurrence.intervalWeeks === 0
}

/** One night of all rules that fall on it: earliest start, latest end; one that is open keeps the night open. Null = no Duty Watch on that date. */
export function dutyWatchOccurrence(date: string, rules: readonly DutyWatchRule[], unit: UnitTime): DutyWatchOccurrence | null {
  const tonight = rules.filter((rule) => occursOn(date, rule))
  if (tonight.length === 0) return null
  const spans = tonight.map(({ startTime, endTime }) => spanOf(date, startTime, endTime, unit))
  const ends = spans.flatMap(({ end }) => (end === null ? [] : [end.getTime()]))
  return {
    date,
    start: new Date(Math.min(...spans.map(({ start }) => start.getTime()))),
    end: ends.length === spans.length ? new Date(Math.max(...ends)) : null,
    ruleNames: tonight.map(({ name }) => name),
  }
}

/** An end that would come before its start lies in the next operational day: there the rollover has ended every duty. */
function spanOf(date: string, startTime: string, endTime: string, unit: UnitTime): { start: Date; end: Date | null } {
  const start = instantOf(date, startTime, unit)
  if (endTime === startTime) return { start, end: null }
  const sameDay = orderInDay(endTime, unit) > orderInDay(startTime, unit)
  return { start, end: sameDay ? instantOf(date, endTime, unit) : operationalDayWindow(date, unit).end }
}

/** The first night on or after `date`; null = none within two years. */
export const nextDutyWatch = (date: string, rules: readonly DutyWatchRule[], unit: UnitTime): DutyWatchOccurrence | null => nextDutyWatches(date, rules, unit, 1)[0] ?? null

/** The next `count` nights on or after `date`, fewer when two years have no more. */
export function nextDutyWatches(date: string, rules: readonly DutyWatchRule[], unit: UnitTime, count: number): DutyWatchOccurrence[] {
  const found: DutyWatchOccurrence[] = []
  let day = Temporal.PlainDate.from(date)
  for (let ahead = 0; ahead <= lookAheadDays && found.length < count; ahead++, day = day.add({ days: 1 })) {
    const night = dutyWatchOccurrence(day.toString(), rules, unit)
    if (night !== null) found.push(night)
  }
  return found
}
