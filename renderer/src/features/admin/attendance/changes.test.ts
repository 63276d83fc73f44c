import { expect, test } from 'vitest'
import { defaultReportSettings as saved, reportProblems } from '../../../../../shared/domain/report-settings.ts'
import { changesOf, reportProblemsOf } from './changes.ts'

const versions = { schedule: 1, thresholds: 2, memberHandling: 3, formatting: 0, lockup: 5 }
const thresholds = { ...saved.thresholds, warningThreshold: 80 }

test('only what differs is sent, each over the version that was seen', () => {
  expect(changesOf({ ...saved, thresholds }, saved, versions, [])).toEqual([{ group: 'thresholds', basedOn: 2, value: thresholds }])
  expect(changesOf(saved, saved, versions, [])).toEqual([])
})

test('a damaged document is sent though nothing was typed: that repairs it', () => {
  expect(changesOf(saved, saved, versions, ['lockup.trackMissedCheckouts'])).toEqual([{ group: 'lockup', basedOn: 5, value: saved.lockup }])
})

test('problems are told by their field', () => {
  expect(reportProblemsOf(saved)).toEqual({})
  expect(reportProblemsOf({ ...saved, thresholds: { ...thresholds, criticalThreshold: Number.NaN }, lockup: { ...saved.lockup, missedCheckoutAlertThreshold: 1 } })).toEqual({ 'thresholds.criticalThreshold': 'must be 0 to 100', 'lockup.missedCheckoutAlertThreshold': reportProblems.alert })
})
