import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { defaultTimings, timingConflicts, timingProblems, TimingsSchema, type TimingProblem, type Timings } from './timings.ts'

/** The defaults with one field put in by its path; the paths of what is wrong then, and why. */
function problemsWith(path: string, value: unknown): [string | null, string][] {
  const timings = structuredClone(defaultTimings) as unknown as Record<string, never>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder: Record<string, unknown> = keys.reduce((at, key) => at[key] as never, timings)
  holder[last] = value
  return (v.safeParse(TimingsSchema, timings).issues ?? []).map((issue) => [v.getDotPath(issue), issue.message])
}
const wrong = (path: string, problem: TimingProblem) => [[path, timingProblems[problem]]]

test('the defaults are those of domain.md 1.2 and keep their own bounds', () => {
  expect(v.parse(TimingsSchema, defaultTimings)).toEqual(defaultTimings)
  expect(defaultTimings.operational).toMatchObject({ dayRolloverTime: '03:00', lockupWarningTime: '22:00', lockupCriticalTime: '23:00', dutyWatchRules: [{ recurrence: { weekday: 2 }, startTime: '19:00' }, { recurrence: { weekday: 4 }, startTime: '19:00' }] })
})

describe('bounds', () => {
  const rule = defaultTimings.operational.dutyWatchRules[0]
  const first = 'operational.dutyWatchRules.0'

  test.each([['24:00'], ['3:00'], ['03:60'], [' 03:00'], ['']])('%j is no time of day', (text) => {
    expect(problemsWith('operational.dayRolloverTime', text)).toEqual(wrong('operational.dayRolloverTime', 'time'))
    expect(problemsWith('workingHours.regularWeekdayStart', text)).toEqual(wrong('workingHours.regularWeekdayStart', 'time'))
  })

  test.each([['02-30'], ['13-01'], ['6-1'], ['2026-06-01']])('%j is no day of the year', (text) => {
    expect(problemsWith('workingHours.summerStartDate', text)[0]).toEqual(['workingHours.summerStartDate', timingProblems.yearDay])
  })

  test('a leap day may begin or end the summer', () => {
    expect(problemsWith('workingHours.summerStartDate', '02-29')).toEqual([])
  })

  test('there is a rule at least, 50 at most, each with an id of its own', () => {
    expect(problemsWith('operational.dutyWatchRules', [])).toEqual(wrong('operational.dutyWatchRules', 'rules'))
    expect(problemsWith('operational.dutyWatchRules', Array.from({ length: 51 }, (_, index) => ({ ...rule, id: `r${index}` })))).toEqual(wrong('operational.dutyWatchRules', 'rules'))
    expect(problemsWith('operational.dutyWatchRules.1.id', 'tuesday')).toEqual(wrong('operational.dutyWatchRules.1.id', 'ruleTwice'))
  })

  test.each([[0], [53], [1.5], ['2'], [null]])('every %j weeks is no interval', (intervalWeeks) => {
    expect(problemsWith(`${first}.recurrence.intervalWeeks`, intervalWeeks)).toEqual(wrong(`${first}.recurrence.intervalWeeks`, 'interval'))
  })

  test.each([[0], [8]])('%j is no weekday', (weekday) => {
    expect(problemsWith(`${first}.recurrence.weekday`, weekday)).toEqual(wrong(`${first}.recurrence.weekday`, 'weekday'))
  })

  test('a fifth weekday cannot be asked for: months that have it have it last', () => {
    expect(problemsWith(`${first}.recurrence`, { kind: 'monthly', weekday: 2, ordinal: 'fifth' })).toHaveLength(1)
    expect(problemsWith(`${first}.recurrence`, { kind: 'monthly', weekday: 2, ordinal: 'last' })).toEqual([])
  })

  test('a rule has a name, and starts on a day that exists', () => {
    expect(problemsWith(`${first}.name`, '  ')).toEqual(wrong(`${first}.name`, 'name'))
    expect(problemsWith(`${first}.name`, 'Équipe de quart du mardi')).toEqual([])
    expect(problemsWith(`${first}.effectiveStartDate`, '2026-02-30')).toEqual(wrong(`${first}.effectiveStartDate`, 'date'))
  })

  test('alert limits: 1 to 1000 within 1 to 10080 minutes', () => {
    expect(problemsWith('alertRateLimits.security.badge_unknown.threshold', 0)).toEqual(wrong('alertRateLimits.security.badge_unknown.threshold', 'threshold'))
    expect(problemsWith('alertRateLimits.operational.lockup_reminder.windowMinutes', 10_081)).toEqual(wrong('alertRateLimits.operational.lockup_reminder.windowMinutes', 'window'))
    expect(problemsWith('alertRateLimits.operational.lockup_reminder.windowMinutes', 10_080)).toEqual([])
  })

  test('what the document does not know is refused (3.5 ▶)', () => {
    expect(problemsWith('operational.dutyWatchAlertTime', '19:00')).toHaveLength(1)
    expect(problemsWith('alertRateLimits.security.coffee', { threshold: 1, windowMinutes: 60 })).toHaveLength(1)
  })
})

describe('what must fit together', () => {
  test('a Duty Watch may end after midnight, not after the day turns over', () => {
    const end = 'operational.dutyWatchRules.0.endTime'
    expect(problemsWith(end, '01:30')).toEqual([])
    expect(problemsWith(end, '02:59')).toEqual([])
    expect(problemsWith(end, '18:59')).toEqual(wrong(end, 'watchEnd'))
    expect(problemsWith(end, '03:00')).toEqual(wrong(end, 'watchEnd'))
  })

  test('lockup is critical at or after its warning, which may be after midnight', () => {
    const critical = 'operational.lockupCriticalTime'
    expect([problemsWith(critical, '22:00'), problemsWith(critical, '01:00')]).toEqual([[], []])
    expect(problemsWith(critical, '21:59')).toEqual(wrong(critical, 'critical'))
  })

  test('a working day ends after it starts', () => {
    expect(problemsWith('workingHours.regularWeekdayEnd', '08:00')).toEqual(wrong('workingHours.regularWeekdayEnd', 'dayEnd'))
    expect(problemsWith('workingHours.summerWeekdayStart', '15:30')).toEqual(wrong('workingHours.summerWeekdayEnd', 'dayEnd'))
  })

  test('the summer cannot wrap the New Year', () => {
    expect(problemsWith('workingHours.summerEndDate', '05-31')).toEqual(wrong('workingHours.summerEndDate', 'summerEnd'))
    expect(problemsWith('workingHours.summerEndDate', '06-01')).toEqual([])
  })

  test('nothing is said against a night that ends after midnight while the rollover is no time', () => {
    const { dutyWatchRules: [rule] } = defaultTimings.operational
    const timings = { ...defaultTimings, operational: { ...defaultTimings.operational, dayRolloverTime: '25:00', dutyWatchRules: [{ ...rule, endTime: '01:30' }] } } as Timings
    expect(timingConflicts(timings)).toEqual([])
    expect(timingConflicts({ ...timings, operational: { ...timings.operational, dayRolloverTime: '01:00' } })).toMatchObject([{ problem: 'watchEnd' }])
  })

  test('a field that is no time is told of once, as that', () => {
    expect(problemsWith('operational.lockupWarningTime', 'late')).toEqual(wrong('operational.lockupWarningTime', 'time'))
    expect(problemsWith('operational.dayRolloverTime', '25:00')).toEqual(wrong('operational.dayRolloverTime', 'time'))
    const twice: Timings = { ...defaultTimings, workingHours: { ...defaultTimings.workingHours, regularWeekdays: [1, 1] } }
    expect(v.safeParse(TimingsSchema, twice).issues?.map(({ message }) => message)).toEqual([timingProblems.weekdaysTwice])
  })
})
