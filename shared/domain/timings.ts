/** The operational timings: one document for all that the unit does by the clock (domain.md 1.2). Its bounds, its defaults and what must fit together. */
import * as v from 'valibot'
import { isCivilDate } from './civil-date.ts'
import { ordinals } from './duty-watch-rules.ts'
import { defaultUnitTime, orderInDay, timeForm } from './operational-day.ts'

/** What can be wrong, by name: the wire says it in English, a window in its person's language. */
export const timingProblems = {
  time: 'must be a time of day, HH:MM',
  date: 'must be a day of the calendar, YYYY-MM-DD',
  yearDay: 'must be a day of the year, MM-DD',
  weekday: 'must be a weekday, 1 to 7',
  weekdaysTwice: 'must name each weekday once',
  name: 'must be one line of 1 to 100 signs',
  id: 'must be lower-case letters, digits and -, at most 50',
  interval: 'must be 1 to 52 weeks',
  rules: 'must have 1 to 50 rules',
  ruleTwice: 'must not be the id of another rule',
  watchEnd: 'must not come before its start, and not after the day turns over',
  critical: 'must not come before the warning',
  dayEnd: 'must come after the start',
  summerEnd: 'must not come before the first day',
  threshold: 'must be 1 to 1000',
  window: 'must be 1 to 10080 minutes',
} as const
export type TimingProblem = keyof typeof timingProblems

/** Such as `08:00`. */
export const TimeOfDay = v.pipe(v.string(), v.regex(timeForm, timingProblems.time))
const Day = v.pipe(v.string(), v.check(isCivilDate, timingProblems.date))
/** In a leap year, as the range may name its day. */
const DayOfYear = v.pipe(v.string(), v.check((text) => isCivilDate(`2028-${text}`), timingProblems.yearDay))
const between = (low: number, high: number, problem: string) => v.pipe(v.number(problem), v.integer(problem), v.minValue(low, problem), v.maxValue(high, problem))
export const Weekday = between(1, 7, timingProblems.weekday)

export const DutyWatchRuleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,50}$/, timingProblems.id)),
  name: v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, timingProblems.name)),
  effectiveStartDate: Day,
  startTime: TimeOfDay,
  endTime: TimeOfDay,
  recurrence: v.variant('kind', [
    v.strictObject({ kind: v.literal('weekly'), weekday: Weekday, intervalWeeks: between(1, 52, timingProblems.interval) }),
    v.strictObject({ kind: v.literal('monthly'), weekday: Weekday, ordinal: v.picklist(ordinals) }),
  ]),
})

const RateLimit = v.strictObject({ threshold: between(1, 1000, timingProblems.threshold), windowMinutes: between(1, 10_080, timingProblems.window) })

export const operationalAlerts = ['lockup_reminder', 'lockup_not_executed', 'duty_watch_missing', 'duty_watch_not_checked_in', 'building_not_secured', 'member_missed_checkout'] as const
export const securityAlerts = ['badge_disabled', 'badge_unknown', 'inactive_member', 'unauthorized_access'] as const

const each = <K extends string, T>(names: readonly K[], make: () => T) => Object.fromEntries(names.map((name) => [name, make()])) as Record<K, T>

/** The fields of each part, for one who must read a damaged document. */
export const timingEntries = {
  operational: {
    dayRolloverTime: TimeOfDay,
    lockupWarningTime: TimeOfDay,
    lockupCriticalTime: TimeOfDay,
    dutyWatchRules: v.pipe(v.array(DutyWatchRuleSchema), v.minLength(1, timingProblems.rules), v.maxLength(50, timingProblems.rules)),
  },
  workingHours: {
    regularWeekdayStart: TimeOfDay,
    regularWeekdayEnd: TimeOfDay,
    regularWeekdays: v.pipe(v.array(Weekday), v.check((days) => new Set(days).size === days.length, timingProblems.weekdaysTwice)),
    summerStartDate: DayOfYear,
    summerEndDate: DayOfYear,
    summerWeekdayStart: TimeOfDay,
    summerWeekdayEnd: TimeOfDay,
  },
  operationalLimits: each(operationalAlerts, () => RateLimit),
  securityLimits: each(securityAlerts, () => RateLimit),
}

const Fields = v.strictObject({
  operational: v.strictObject(timingEntries.operational),
  workingHours: v.strictObject(timingEntries.workingHours),
  alertRateLimits: v.strictObject({ operational: v.strictObject(timingEntries.operationalLimits), security: v.strictObject(timingEntries.securityLimits) }),
})

export type Timings = v.InferOutput<typeof Fields>

/** What must fit together, each by the path of the field to correct. Of fields that are wrong in themselves nothing is said. */
export function timingConflicts({ operational, workingHours }: Pick<Timings, 'operational' | 'workingHours'>): { path: readonly (string | number)[]; problem: TimingProblem }[] {
  const unit = { rollover: operational.dayRolloverTime }
  /** Undefined where one of them, or the rollover, is no time. */
  const order = (first: string, second: string): number | undefined =>
    [first, second, unit.rollover].every((time) => timeForm.test(time)) ? orderInDay(first, unit).localeCompare(orderInDay(second, unit), 'en') : undefined
  const isBefore = (first: string, second: string): boolean => (order(first, second) ?? 0) < 0
  const isNotAfter = (first: string, second: string): boolean => (order(first, second) ?? 1) <= 0
  const { dutyWatchRules: rules, lockupWarningTime, lockupCriticalTime } = operational
  const { regularWeekdayStart, regularWeekdayEnd, summerWeekdayStart, summerWeekdayEnd, summerStartDate, summerEndDate } = workingHours
  const conflicts = [
    [isBefore(lockupCriticalTime, lockupWarningTime), ['operational', 'lockupCriticalTime'], 'critical'],
    ...rules.map((rule, index) => [isBefore(rule.endTime, rule.startTime), ['operational', 'dutyWatchRules', index, 'endTime'], 'watchEnd'] as const),
    ...rules.map((rule, index) => [rules.findIndex(({ id }) => id === rule.id) < index, ['operational', 'dutyWatchRules', index, 'id'], 'ruleTwice'] as const),
    [isNotAfter(regularWeekdayEnd, regularWeekdayStart), ['workingHours', 'regularWeekdayEnd'], 'dayEnd'],
    [isNotAfter(summerWeekdayEnd, summerWeekdayStart), ['workingHours', 'summerWeekdayEnd'], 'dayEnd'],
    [summerEndDate < summerStartDate, ['workingHours', 'summerEndDate'], 'summerEnd'],
  ] as const
  return conflicts.flatMap(([isConflict, path, problem]) => (isConflict ? [{ path, problem }] : []))
}

/** The whole document. */
export const TimingsSchema = v.pipe(
  Fields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const { path, problem } of timingConflicts(dataset.value)) addIssue({ message: timingProblems[problem], path: pathItems(dataset.value, path) })
  }),
)

/** A path as valibot wants it: every step with what it was taken from. */
function pathItems(input: unknown, path: readonly (string | number)[]): [v.IssuePathItem, ...v.IssuePathItem[]] {
  let at = input as Record<string | number, unknown>
  const items = path.map((key): v.IssuePathItem => {
    const item = { type: 'unknown' as const, origin: 'value' as const, input: at, key, value: at[key] }
    at = at[key] as Record<string, unknown>
    return item
  })
  return items as [v.IssuePathItem, ...v.IssuePathItem[]]
}

const weekly = (id: string, name: string, weekday: number) => ({
  id,
  name,
  // A Monday: the first week that is counted from.
  effectiveStartDate: '2026-01-05',
  startTime: '19:00',
  endTime: '19:00',
  recurrence: { kind: 'weekly' as const, weekday, intervalWeeks: 1 },
})

export const defaultTimings: Timings = {
  operational: {
    dayRolloverTime: defaultUnitTime.rollover,
    lockupWarningTime: '22:00',
    lockupCriticalTime: '23:00',
    dutyWatchRules: [weekly('tuesday', 'Tuesday Duty Watch', 2), weekly('thursday', 'Thursday Duty Watch', 4)],
  },
  workingHours: {
    regularWeekdayStart: '08:00',
    regularWeekdayEnd: '16:00',
    regularWeekdays: [1, 2, 3, 4, 5],
    summerStartDate: '06-01',
    summerEndDate: '08-31',
    summerWeekdayStart: '08:00',
    summerWeekdayEnd: '15:00',
  },
  alertRateLimits: {
    operational: each(operationalAlerts, () => ({ threshold: 1, windowMinutes: 60 })),
    security: each(securityAlerts, () => ({ threshold: 1, windowMinutes: 60 })),
  },
}
