import { expect, test } from 'vitest'
import { defaultTimings } from './timings.ts'
import { isSummer, workingHoursOf } from './working-hours.ts'

const { workingHours: hours } = defaultTimings

test('a weekday has its hours, summer and the rest of the year (domain.md 1.2)', () => {
  expect(workingHoursOf('2026-11-24', hours)).toEqual({ startTime: '08:00', endTime: '16:00', isSummer: false })
  expect(workingHoursOf('2026-07-14', hours)).toEqual({ startTime: '08:00', endTime: '15:00', isSummer: true })
})

test('a day that is no working day has none', () => {
  expect([workingHoursOf('2026-11-28', hours), workingHoursOf('2026-11-29', hours)]).toEqual([null, null])
  expect(workingHoursOf('2026-11-24', { ...hours, regularWeekdays: [] })).toBeNull()
  expect(workingHoursOf('2026-11-28', { ...hours, regularWeekdays: [6] })).toMatchObject({ startTime: '08:00' })
})

test('the summer includes its first and its last day', () => {
  expect(['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((date) => isSummer(date, hours))).toEqual([false, true, true, false])
  expect(isSummer('2028-02-29', { summerStartDate: '02-29', summerEndDate: '02-29' })).toBe(true)
})
