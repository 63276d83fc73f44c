import { expect, test } from 'vitest'
import { timeStatus } from './time-status.ts'
import { defaultTimings } from './timings.ts'

const zone = 'America/Winnipeg'

test('says everything of one instant: Wednesday 02:30 is still Tuesday’s Duty Watch (domain.md 1.1)', () => {
  expect(timeStatus(new Date('2026-11-25T08:30:00Z'), zone, defaultTimings, [{ date: '2026-11-23', isActive: true }])).toEqual({
    at: new Date('2026-11-25T08:30:00Z'),
    operationalDate: '2026-11-24',
    day: { start: new Date('2026-11-24T09:00:00Z'), end: new Date('2026-11-25T09:00:00Z') },
    inRolloverPeriod: true,
    untilRollover: 30 * 60_000,
    weekday: 2,
    week: { monday: '2026-11-23', nextMonday: '2026-11-30' },
    firstOperationalDay: '2026-11-24',
    dutyWatch: { date: '2026-11-24', start: new Date('2026-11-25T01:00:00Z'), end: null, ruleNames: ['Tuesday Duty Watch'] },
    nextDutyWatch: { date: '2026-11-26', start: new Date('2026-11-27T01:00:00Z'), end: null, ruleNames: ['Thursday Duty Watch'] },
    workingHours: { startTime: '08:00', endTime: '16:00', isSummer: false, start: new Date('2026-11-24T14:00:00Z'), end: new Date('2026-11-24T22:00:00Z') },
    lockupWarningAt: new Date('2026-11-25T04:00:00Z'),
    lockupCriticalAt: new Date('2026-11-25T05:00:00Z'),
  })
})

test('a Sunday in summer has neither watch nor hours, and its lockup times are its own', () => {
  expect(timeStatus(new Date('2026-07-12T18:00:00Z'), zone, defaultTimings)).toMatchObject({ operationalDate: '2026-07-12', weekday: 7, week: { monday: '2026-07-06' }, dutyWatch: null, nextDutyWatch: { date: '2026-07-14' }, workingHours: null, lockupWarningAt: new Date('2026-07-13T03:00:00Z') })
})

test('follows the timings: a rollover at 05:00, lockup critical at 01:00 of the next morning', () => {
  const operational = { ...defaultTimings.operational, dayRolloverTime: '05:00', lockupCriticalTime: '01:00' }
  expect(timeStatus(new Date('2026-11-25T10:59:00Z'), zone, { ...defaultTimings, operational })).toMatchObject({ operationalDate: '2026-11-24', untilRollover: 60_000, lockupCriticalAt: new Date('2026-11-25T07:00:00Z') })
})
