import { expect, test } from 'vitest'
import { defaultUnitTime as unit, localTime, operationalDate, operationalDayWindow } from './operational-day.ts'

const hours = (date: string): number => {
  const { start, end } = operationalDayWindow(date, unit)
  return (end.getTime() - start.getTime()) / 3_600_000
}

test('02:59 belongs to the day before, 03:00 to the new day (domain.md 1.1, scenario 14)', () => {
  expect(operationalDate(new Date('2026-11-25T08:59:59.999Z'), unit)).toBe('2026-11-24')
  expect(operationalDate(new Date('2026-11-25T09:00:00Z'), unit)).toBe('2026-11-25')
})

test('the year turns at 03:00 too', () => {
  expect(operationalDate(new Date('2027-01-01T08:00:00Z'), unit)).toBe('2026-12-31')
})

test('the spring day is 23 h long, the autumn day 25 h, any other 24 h (scenario 34)', () => {
  // The clocks change at 02:00, before the rollover: in the operational day that is ending.
  expect([hours('2026-03-06'), hours('2026-03-07'), hours('2026-03-08')]).toEqual([24, 23, 24])
  expect([hours('2026-10-30'), hours('2026-10-31'), hours('2026-11-01')]).toEqual([24, 25, 24])
})

test.each(['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01', '2026-12-31', '2028-02-29'])('every instant of the window of %s belongs to it', (date) => {
  const { start, end } = operationalDayWindow(date, unit)
  for (let at = start.getTime(); at < end.getTime(); at += 15 * 60_000) expect(operationalDate(new Date(at), unit)).toBe(date)
  expect(operationalDate(new Date(start.getTime() - 1), unit) < date).toBe(true)
  expect(operationalDate(end, unit) > date).toBe(true)
})

test('the repeated hour of the autumn night counts to one day', () => {
  expect(operationalDate(new Date('2026-11-01T06:30:00Z'), unit)).toBe('2026-10-31')
  expect(operationalDate(new Date('2026-11-01T07:30:00Z'), unit)).toBe('2026-10-31')
})

test('local time is written as the clock on the wall shows it', () => {
  expect(localTime(new Date('2026-11-24T00:33:07.500Z'), unit)).toBe('2026-11-23 18:33:07')
})
