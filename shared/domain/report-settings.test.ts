import * as v from 'valibot'
import { expect, test } from 'vitest'
import { defaultReportSettings, reportConflicts, reportProblems, reportSchemas, type ReportGroup } from './report-settings.ts'

const problems = (group: ReportGroup, values: object): [string | null, string][] =>
  (v.safeParse(reportSchemas[group], { ...defaultReportSettings[group], ...values }).issues ?? []).map((issue) => [v.getDotPath(issue), issue.message])

test.each(Object.keys(reportSchemas) as ReportGroup[])('the defaults of %s keep their own bounds (domain.md 3.5)', (group) => {
  expect(problems(group, {})).toEqual([])
})

test.each([
  ['thresholds', 'warningThreshold', 0, 100],
  ['thresholds', 'bmqWarningThreshold', 0, 100],
  ['memberHandling', 'newMemberGracePeriod', 0, 52],
  ['memberHandling', 'minimumTrainingNights', 1, 20],
  ['schedule', 'minimumPresenceMinutes', 1, 240],
  ['lockup', 'missedCheckoutAlertThreshold', 1, 100],
] as const)('%s.%s is a whole number from %i to %i', (group, field, low, high) => {
  const fitting: readonly string[] = Object.values(reportProblems)
  const own = (value: unknown): number => problems(group, { [field]: value }).filter(([path, message]) => path === field && !fitting.includes(message)).length
  expect([own(low - 1), own(high + 1), own(low + 0.5), own('3')]).toEqual([1, 1, 1, 1])
  expect([own(low), own(high)]).toEqual([0, 0])
})

test('the warning stands above the critical threshold, in BMQ too', () => {
  expect(problems('thresholds', { warningThreshold: 50 })).toEqual([['criticalThreshold', reportProblems.criticalThreshold]])
  expect(problems('thresholds', { bmqCriticalThreshold: 90 })).toEqual([['bmqCriticalThreshold', reportProblems.criticalThreshold]])
  expect(problems('thresholds', { warningThreshold: 51 })).toEqual([])
})

test('a member is brought up not before they are marked', () => {
  expect(problems('lockup', { missedCheckoutAlertThreshold: 2 })).toEqual([['missedCheckoutAlertThreshold', reportProblems.alert]])
  expect(problems('lockup', { missedCheckoutAlertThreshold: 3 })).toEqual([])
})

test('a night ends after it starts', () => {
  expect(problems('schedule', { trainingNightEnd: '19:00' })).toEqual([['trainingNightEnd', reportProblems.nightEnd]])
  expect(reportConflicts('schedule', { ...defaultReportSettings.schedule, adminNightEnd: '18:00' })).toEqual([{ field: 'adminNightEnd', problem: 'nightEnd' }])
})

test('⚠ what a document does not know is refused (3.5 ▶)', () => {
  expect(problems('formatting', { colour: 'red' })).toHaveLength(1)
  expect(problems('formatting', { pageSize: 'a5' })).toHaveLength(1)
})
