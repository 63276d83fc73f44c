/** The timings out of what is stored: this version's document, an older one's, or none (domain.md 1.2). Pure. */
import * as v from 'valibot'
import type { DutyWatchRule } from '../../../../shared/domain/duty-watch-rules.ts'
import { defaultTimings, DutyWatchRuleSchema, timingConflicts, timingEntries, type Timings } from '../../../../shared/domain/timings.ts'
import { isRecord, salvage } from './salvage.ts'

export const timingSources = ['stored', 'backfilled', 'default'] as const
export type TimingSource = (typeof timingSources)[number]

export interface ReadTimings {
  readonly timings: Timings
  /** `backfilled` = taken over from a document of an older version. */
  readonly source: TimingSource
  /** Paths of stored values that could not be used; their defaults stand in. */
  readonly damaged: string[]
}

/** What is stored under the keys that timings are, or once were, kept under; undefined = nothing. */
export interface StoredTimings {
  readonly v2: unknown
  readonly v1: unknown
  /** `report_settings.working_hours`: the other home that working hours once had. */
  readonly workingHours: unknown
}

/** Stored v2, else v1 carried over, else older working hours, else the defaults; a damaged value gives way to its default. */
export function timingsFrom({ v2, v1, workingHours }: StoredTimings): ReadTimings {
  if (v2 !== undefined) return isFirstVersion(v2) ? { ...usable(migrate(v2)), source: 'backfilled' } : { ...usable(v2), source: 'stored' }
  if (v1 === undefined && workingHours === undefined) return { timings: defaultTimings, source: 'default', damaged: [] }
  const older = v1 === undefined ? {} : migrate(v1)
  const hours = isRecord(workingHours) ? { workingHours: { ...workingHours, regularWeekdays: weekdaysOf(workingHours['regularWeekdays']) } } : {}
  return { ...usable({ ...hours, ...older }), source: 'backfilled' }
}

/** The first version had one time and a list of days where there are rules now. */
const isFirstVersion = (stored: unknown): boolean => isRecord(stored) && isRecord(stored['operational']) && 'dutyWatchAlertTime' in stored['operational'] && !('dutyWatchRules' in stored['operational'])

function migrate(stored: unknown): Record<string, unknown> {
  if (!isRecord(stored) || !isRecord(stored['operational'])) return {}
  const { dutyWatchAlertTime: time, dutyWatchDays: days, ...operational } = stored['operational']
  const rules = (weekdaysOf(days) ?? []).map((weekday) => ({ id: dayNames[weekday - 1] ?? '', name: 'Duty Watch', effectiveStartDate: '2026-01-05', startTime: time, endTime: time, recurrence: { kind: 'weekly', weekday, intervalWeeks: 1 } }))
  return { ...stored, operational: { ...operational, ...(rules.length > 0 && { dutyWatchRules: rules }) } }
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Older documents name weekdays: `tuesday`, `tue`, or 2. */
const weekdaysOf = (days: unknown): number[] | undefined =>
  Array.isArray(days) ? days.flatMap((day: unknown) => (typeof day === 'number' ? [day] : typeof day === 'string' && day.length >= 3 ? [dayNames.findIndex((name) => name.startsWith(day.toLowerCase())) + 1] : [])) : undefined

function usable(stored: unknown): Pick<ReadTimings, 'timings' | 'damaged'> {
  const part = (name: string): unknown => (isRecord(stored) ? stored[name] : undefined)
  const limits = part('alertRateLimits')
  const limitsOf = (name: string): unknown => (isRecord(limits) ? limits[name] : undefined)
  const operational = salvage(timingEntries.operational, withUsableRules(part('operational')), defaultTimings.operational)
  const workingHours = salvage(timingEntries.workingHours, part('workingHours'), defaultTimings.workingHours)
  const operationalLimits = salvage(timingEntries.operationalLimits, limitsOf('operational'), defaultTimings.alertRateLimits.operational)
  const securityLimits = salvage(timingEntries.securityLimits, limitsOf('security'), defaultTimings.alertRateLimits.security)
  const timings: Timings = { operational: operational.value, workingHours: workingHours.value, alertRateLimits: { operational: operationalLimits.value, security: securityLimits.value } }
  const under = (prefix: string, damaged: readonly string[]) => damaged.map((field) => `${prefix}.${field}`)
  const damaged = [
    ...under('operational', operational.damaged),
    ...(hasDamagedRule(part('operational')) && !operational.damaged.includes('dutyWatchRules') ? ['operational.dutyWatchRules'] : []),
    ...under('workingHours', workingHours.damaged),
    ...under('alertRateLimits.operational', operationalLimits.damaged),
    ...under('alertRateLimits.security', securityLimits.damaged),
    // Each fits by itself but not with another one: kept, as nobody but a person can say which is right.
    ...timingConflicts(timings).map(({ path }) => path.join('.')),
  ]
  return { timings, damaged: isRecord(stored) ? damaged : ['operational', 'workingHours', 'alertRateLimits'] }
}

const rulesOf = (operational: unknown): readonly unknown[] | undefined => (isRecord(operational) && Array.isArray(operational['dutyWatchRules']) ? (operational['dutyWatchRules'] as unknown[]) : undefined)
const isRule = (rule: unknown): rule is DutyWatchRule => v.is(DutyWatchRuleSchema, rule)
const hasDamagedRule = (operational: unknown): boolean => rulesOf(operational)?.some((rule) => !isRule(rule)) ?? false

/** One damaged rule must not take the others with it: nights of the Duty Watch would vanish. */
function withUsableRules(operational: unknown): unknown {
  const rules = rulesOf(operational)
  return rules !== undefined && isRecord(operational) ? { ...operational, dutyWatchRules: rules.filter(isRule) } : operational
}
