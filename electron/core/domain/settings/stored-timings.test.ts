import { describe, expect, test } from 'vitest'
import { defaultTimings } from '../../../../shared/domain/timings.ts'
import { timingsFrom } from './stored-timings.ts'

const from = (stored: Partial<Parameters<typeof timingsFrom>[0]>) => timingsFrom({ v2: undefined, v1: undefined, workingHours: undefined, ...stored })
const { operational, workingHours, alertRateLimits } = defaultTimings
const [tuesday] = operational.dutyWatchRules
const rule = (values: object) => ({ ...tuesday, ...values })

describe('where the timings come from (domain.md 1.2)', () => {
  test('nothing stored: the defaults', () => {
    expect(from({})).toEqual({ timings: defaultTimings, source: 'default', damaged: [] })
  })

  test('a stored document as it is, whatever older ones say', () => {
    const stored = { ...defaultTimings, operational: { ...operational, dayRolloverTime: '04:00' } }
    expect(from({ v2: stored, v1: { operational: { dayRolloverTime: '05:00' } }, workingHours: { regularWeekdayStart: '09:00' } })).toEqual({ timings: stored, source: 'stored', damaged: [] })
  })

  test.each([
    ['numbers', [2, 4]],
    ['words', ['Tuesday', 'thursday']],
    ['short words', ['tue', 'thu']],
  ])('the first version’s alert time and days, as %s, become weekly rules', (_, dutyWatchDays) => {
    const v1 = { operational: { dayRolloverTime: '03:30', lockupWarningTime: '21:00', dutyWatchAlertTime: '18:30', dutyWatchDays } }
    const { timings, source, damaged } = from({ v1 })
    expect({ source, damaged }).toEqual({ source: 'backfilled', damaged: [] })
    expect(timings.operational).toEqual({
      dayRolloverTime: '03:30',
      lockupWarningTime: '21:00',
      lockupCriticalTime: '23:00',
      dutyWatchRules: [2, 4].map((weekday) => ({ id: weekday === 2 ? 'tuesday' : 'thursday', name: 'Duty Watch', effectiveStartDate: '2026-01-05', startTime: '18:30', endTime: '18:30', recurrence: { kind: 'weekly', weekday, intervalWeeks: 1 } })),
    })
  })

  test('the first version under the second’s key too', () => {
    expect(from({ v2: { operational: { dutyWatchAlertTime: '18:30', dutyWatchDays: [1] } } })).toMatchObject({ source: 'backfilled', timings: { operational: { dutyWatchRules: [{ id: 'monday' }] } } })
  })

  test('without days that mean anything the default rules stand in', () => {
    expect(from({ v1: { operational: { dutyWatchAlertTime: '18:30', dutyWatchDays: ['someday'] } } }).timings.operational.dutyWatchRules).toEqual(operational.dutyWatchRules)
  })

  test('⚠ the second home of working hours is read once, and only where there is no document of ours', () => {
    const older = { regularWeekdayStart: '09:00', regularWeekdayEnd: '15:30', regularWeekdays: ['mon', 'wed', 'fri'] }
    expect(from({ workingHours: older })).toEqual({ timings: { ...defaultTimings, workingHours: { ...workingHours, regularWeekdayStart: '09:00', regularWeekdayEnd: '15:30', regularWeekdays: [1, 3, 5] } }, source: 'backfilled', damaged: [] })
    expect(from({ v2: {}, workingHours: older }).timings.workingHours).toEqual(workingHours)
  })
})

describe('a damaged document gives way field by field', () => {
  test.each([[[1]], ['text'], [17], [null]])('%j is none: defaults, and it is said', (v2) => {
    expect(from({ v2 })).toEqual({ timings: defaultTimings, source: 'stored', damaged: ['operational', 'workingHours', 'alertRateLimits'] })
  })

  test('a field that cannot be used has its default, its neighbours stay', () => {
    const { timings, damaged } = from({ v2: { operational: { ...operational, dayRolloverTime: '25:00', lockupWarningTime: '21:00' }, workingHours: { ...workingHours, regularWeekdays: [8] }, alertRateLimits: { ...alertRateLimits, security: { badge_unknown: { threshold: 0, windowMinutes: 60 } } } } })
    expect(timings).toEqual({ ...defaultTimings, operational: { ...operational, lockupWarningTime: '21:00' } })
    expect(damaged).toEqual(['operational.dayRolloverTime', 'workingHours.regularWeekdays', 'alertRateLimits.security.badge_unknown'])
  })

  test('a part of a document is filled up without a word: migration 0006 writes only the rollover', () => {
    expect(from({ v2: { operational: { dayRolloverTime: '04:30' } } })).toEqual({ timings: { ...defaultTimings, operational: { ...operational, dayRolloverTime: '04:30' } }, source: 'stored', damaged: [] })
  })

  test('one damaged rule does not take the others’ nights with it', () => {
    const { timings, damaged } = from({ v2: { ...defaultTimings, operational: { ...operational, dutyWatchRules: [rule({ startTime: 'late' }), rule({ id: 'sound' }), 7] } } })
    expect(timings.operational.dutyWatchRules).toEqual([rule({ id: 'sound' })])
    expect(damaged).toEqual(['operational.dutyWatchRules'])
  })

  test('with no sound rule left the default ones stand in', () => {
    const { timings, damaged } = from({ v2: { ...defaultTimings, operational: { ...operational, dutyWatchRules: [{}] } } })
    expect(timings.operational.dutyWatchRules).toEqual(operational.dutyWatchRules)
    expect(damaged).toEqual(['operational.dutyWatchRules'])
  })

  test('what does not fit together is kept and told: only a person knows which is right', () => {
    const stored = { ...defaultTimings, operational: { ...operational, lockupCriticalTime: '20:00' } }
    expect(from({ v2: stored })).toEqual({ timings: stored, source: 'stored', damaged: ['operational.lockupCriticalTime'] })
  })
})
