/** How attendance is reckoned (domain.md 4.19 ▶). Pure: which sessions were possible, which count, and what that makes. */
import { addDays, daysBetween } from './civil-date.ts'
import { Temporal } from 'temporal-polyfill'
import type { ReportSettings } from './report-settings.ts'

export type Flag = 'none' | 'warning' | 'critical'

export type Attendance =
  | { readonly status: 'new'; /** The first day on which a figure is given. */ readonly until: string }
  | { readonly status: 'insufficient_data'; readonly attended: number; readonly possible: number }
  | { readonly status: 'calculated'; readonly attended: number; readonly possible: number; /** One decimal. */ readonly percentage: number; readonly flag: Flag }

export interface Trend {
  readonly direction: 'up' | 'down' | 'stable'
  /** Points, whole. */
  readonly delta: number
}

export interface Span {
  readonly from: string
  /** Included. */
  readonly to: string
}

/** What is known of one person for a number of sessions. */
export interface Person {
  /** Sessions before it are not asked of them; null = of old. */
  readonly joinedOn: string | null
  /** Nor are those after it; null = they are still here. */
  readonly leftOn: string | null
  readonly excused: readonly Span[]
}

export const sessionReasons = ['attended', 'too_short', 'absent', 'excused', 'before_joining', 'after_leaving'] as const
export type SessionReason = (typeof sessionReasons)[number]

export interface Counting {
  readonly minimumMinutes: number
  /** With fewer possible sessions there is no percentage. */
  readonly minimumSessions: number
  readonly warning: number
  readonly critical: number
  readonly showFlags: boolean
}

/** Of training nights. */
export const nightCounting = ({ schedule, thresholds, memberHandling }: ReportSettings): Counting => ({
  minimumMinutes: schedule.minimumPresenceMinutes,
  minimumSessions: memberHandling.minimumTrainingNights,
  warning: thresholds.warningThreshold,
  critical: thresholds.criticalThreshold,
  showFlags: thresholds.showThresholdFlags,
})

/** Of a recruit course: any session at all is enough for a percentage. */
export const bmqCounting = (settings: ReportSettings): Counting => {
  const { thresholds } = settings
  const own = thresholds.bmqSeparateThresholds ? { warning: thresholds.bmqWarningThreshold, critical: thresholds.bmqCriticalThreshold } : {}
  return { ...nightCounting(settings), minimumSessions: 1, ...own }
}

const isWithin = (date: string, { from, to }: Span): boolean => from <= date && date <= to

/**
 * What one session is to one person. Who came although excused came: an excuse only ever takes a missed session away, so
 * that it lowers nobody's percentage.
 * @param seconds that they were inside during it
 */
export function judge(date: string, seconds: number, { joinedOn, leftOn, excused }: Person, { minimumMinutes }: Pick<Counting, 'minimumMinutes'>): SessionReason {
  if (joinedOn !== null && date < joinedOn) return 'before_joining'
  if (leftOn !== null && date > leftOn) return 'after_leaving'
  if (seconds >= minimumMinutes * 60) return 'attended'
  if (excused.some((span) => isWithin(date, span))) return 'excused'
  return seconds > 0 ? 'too_short' : 'absent'
}

/** Sessions that count for or against somebody. */
export const isPossible = (reason: SessionReason): boolean => reason === 'attended' || reason === 'too_short' || reason === 'absent'

/** Percentage and flag of what was attended, or `x of y` where that would say too little. */
export function figure(reasons: readonly SessionReason[], { minimumSessions, warning, critical, showFlags }: Counting): Attendance {
  const possible = reasons.filter(isPossible).length
  const attended = reasons.filter((reason) => reason === 'attended').length
  if (possible < minimumSessions || possible === 0) return { status: 'insufficient_data', attended, possible }
  const percentage = Math.round((attended * 1000) / possible) / 10
  return { status: 'calculated', attended, possible, percentage, flag: !showFlags || percentage >= warning ? 'none' : percentage >= critical ? 'warning' : 'critical' }
}

/** @returns the first day on which somebody who joined then counts as new no longer */
export const graceEnd = (joinedOn: string, weeks: number): string => addDays(joinedOn, weeks * 7)

/** True while somebody counts as new. */
export const isNew = (joinedOn: string | null, weeks: number, today: string): joinedOn is string => joinedOn !== null && today < graceEnd(joinedOn, weeks)

/** More than two points up or down; null unless both are percentages. In tenths, which floating point cannot blur. */
export function trendOf(now: Attendance, before: Attendance): Trend | null {
  if (now.status !== 'calculated' || before.status !== 'calculated') return null
  const tenths = Math.round(now.percentage * 10) - Math.round(before.percentage * 10)
  return { direction: tenths > 20 ? 'up' : tenths < -20 ? 'down' : 'stable', delta: Math.round(tenths / 10) || 0 }
}

export const periodKinds = ['current_year', 'previous_year', 'last_quarter', 'last_month', 'custom'] as const

/** The usual year that ended last before `from`. */
export function usualYearBefore(from: string): Span {
  const usual = usualYear(addDays(from, -1))
  return usual.to < from ? usual : usualYear(addDays(usual.from, -1))
}

/** The span of the same length just before. */
export const spanBefore = ({ from, to }: Span): Span => ({ from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) })

/** The whole months before this one: one, or the three of the quarter before this. */
export function monthsBefore(today: string, kind: 'last_quarter' | 'last_month'): Span {
  const month = Temporal.PlainDate.from(today).with({ day: 1 })
  const first = kind === 'last_month' ? month.subtract({ months: 1 }) : month.subtract({ months: 3 + ((month.month - 1) % 3) })
  return { from: first.toString(), to: first.add({ months: kind === 'last_month' ? 1 : 3 }).subtract({ days: 1 }).toString() }
}

/** Where no training year is kept: September to May (4.18), the one that has begun last. */
export function usualYear(today: string): Span {
  const { year, month } = Temporal.PlainDate.from(today)
  const first = month >= 9 ? year : year - 1
  return { from: `${first}-09-01`, to: `${first + 1}-05-31` }
}
