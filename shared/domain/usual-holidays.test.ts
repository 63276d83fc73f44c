import { describe, expect, test } from 'vitest'
import { provinces } from './unit.ts'
import { usualHolidays } from './usual-holidays.ts'

const dates = (year: number, province: Parameters<typeof usualHolidays>[1] = null) => Object.fromEntries(usualHolidays(year, province).map(({ date, name }) => [name, date]))

describe('the usual holidays of a year (domain.md 4.18)', () => {
  test('federal ones, those that move with Easter and with weekdays among them', () => {
    expect(usualHolidays(2026, null).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-01 New Year’s Day',
      '2026-04-03 Good Friday',
      '2026-04-06 Easter Monday',
      '2026-05-18 Victoria Day',
      '2026-07-01 Canada Day',
      '2026-09-07 Labour Day',
      '2026-09-30 National Day for Truth and Reconciliation',
      '2026-10-12 Thanksgiving',
      '2026-11-11 Remembrance Day',
      '2026-12-25 Christmas Day',
      '2026-12-26 Boxing Day',
      '2026-12-28 Boxing Day (observed)',
    ])
  })

  test.each([
    [2024, '2024-03-29'],
    [2025, '2025-04-18'],
    [2027, '2027-03-26'],
    [2038, '2038-04-23'],
  ])('Good Friday of %i', (year, date) => expect(dates(year)['Good Friday']).toBe(date))

  test.each([
    [2020, '2020-05-18'],
    [2021, '2021-05-24'],
    [2026, '2026-05-18'],
  ])('Victoria Day of %i is the Monday before May 25, never that day', (year, date) => expect(dates(year)['Victoria Day']).toBe(date))

  test('a weekend moves the day off to the next working day that is none yet', () => {
    expect(dates(2027)).toMatchObject({ 'Christmas Day': '2027-12-25', 'Boxing Day': '2027-12-26', 'Christmas Day (observed)': '2027-12-27', 'Boxing Day (observed)': '2027-12-28' })
    expect(dates(2028)).toMatchObject({ 'Canada Day (observed)': '2028-07-03' })
  })

  test('those of a province join, each marked with it', () => {
    expect(dates(2026, 'MB')).toMatchObject({ 'Louis Riel Day': '2026-02-16', 'Terry Fox Day': '2026-08-03' })
    expect(usualHolidays(2026, 'MB').filter(({ province }) => province === 'MB')).toHaveLength(2)
    expect(dates(2026, 'YT')['Heritage Day']).toBe('2026-02-20')
    expect(dates(2026, 'PE')['Gold Cup Parade Day']).toBe('2026-08-21')
    expect(dates(2026, 'NL')['June Day']).toBe('2026-06-22')
  })

  test('no date comes twice, in any province, for fifty years: one date is one holiday', () => {
    for (const province of provinces) {
      for (let year = 2020; year < 2070; year += 1) {
        const all = usualHolidays(year, province).map(({ date }) => date)
        expect(new Set(all).size, `${province} ${year}`).toBe(all.length)
        expect(all).toEqual(all.toSorted())
      }
    }
  })
})
