import { describe, expect, test } from 'vitest'
import { defaultUnitTime as unit } from './operational-day.ts'
import { firstOperationalDay, isOperationalWeekday, operationalWeek, weekdayOf, weekOf } from './operational-week.ts'

test('Monday at 01:00 belongs to last week, at 03:00 to the new one (domain.md 1.1)', () => {
  const lastWeek = { monday: '2026-11-16', nextMonday: '2026-11-23' }
  expect(operationalWeek(new Date('2026-11-23T07:00:00Z'), unit)).toEqual(lastWeek)
  expect(operationalWeek(new Date('2026-11-23T08:59:59.999Z'), unit)).toEqual(lastWeek)
  expect(operationalWeek(new Date('2026-11-23T09:00:00Z'), unit)).toEqual({ monday: '2026-11-23', nextMonday: '2026-11-30' })
})

test.each([
  ['a week across the year’s end, ISO week 53', '2027-01-01', '2026-12-28', '2027-01-04'],
  ['a Sunday', '2026-12-27', '2026-12-21', '2026-12-28'],
  ['a Monday is its own', '2026-03-09', '2026-03-09', '2026-03-16'],
  ['the week in which the clocks change', '2026-03-08', '2026-03-02', '2026-03-09'],
  ['a leap day', '2028-02-29', '2028-02-28', '2028-03-06'],
])('%s', (_, date, monday, nextMonday) => {
  expect(weekOf(date)).toEqual({ monday, nextMonday })
})

test('a weekday is that of the operational date', () => {
  const tuesdayNight = new Date('2026-11-25T08:30:00Z')
  expect([isOperationalWeekday(tuesdayNight, 2, unit), isOperationalWeekday(tuesdayNight, 3, unit)]).toEqual([true, false])
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7])
})

describe('the first operational day (4.12.3, 4.18, scenario 24)', () => {
  const off = (...dates: string[]) => dates.map((date) => ({ date, isActive: true }))

  test('is Monday where nothing is off, whichever day of the week is asked about', () => {
    expect(firstOperationalDay('2026-11-23', [])).toBe('2026-11-23')
    expect(firstOperationalDay('2026-11-29', off('2026-11-30'))).toBe('2026-11-23')
  })

  test('shifts past holidays', () => {
    expect(firstOperationalDay('2026-10-12', off('2026-10-12'))).toBe('2026-10-13')
    expect(firstOperationalDay('2026-12-28', off('2026-12-28', '2026-12-29', '2027-01-01'))).toBe('2026-12-30')
  })

  test('takes no notice of a holiday that was switched off', () => {
    expect(firstOperationalDay('2026-10-12', [{ date: '2026-10-12', isActive: false }])).toBe('2026-10-12')
  })

  test('is none when all five are holidays: Saturday does not stand in', () => {
    expect(firstOperationalDay('2026-12-21', off('2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25'))).toBeNull()
  })
})
