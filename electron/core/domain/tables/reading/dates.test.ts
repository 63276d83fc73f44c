import { describe, expect, test } from 'vitest'
import { readListDate, slashOrderOf } from './dates.ts'

describe('dates of a roll (domain.md 4.7)', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-1-5', '2026-01-05'],
    ['11/23/2026', '2026-11-23'],
    ['23/11/2026', '2026-11-23'],
    ['03/04/2026', '2026-03-04'],
    ['23-NOV-26', '2026-11-23'],
    ['1-Apr-2027', '2027-04-01'],
    ['30-AVR-26', '2026-04-30'],
    ['15-févr.-26', '2026-02-15'],
    ['31-DÉC-69', '2069-12-31'],
    ['01-JAN-70', '1970-01-01'],
    ['14-juil-26', '2026-07-14'],
    ['06-JUIN-26', '2026-06-06'],
    ['29-AOÛT-26', '2026-08-29'],
  ])('%s is %s', (text, date) => expect(readListDate(text, 'month-first')?.date).toBe(date))

  test.each(['2026-02-30', '13/13/2026', '00/10/2026', '31-NOV-26', '12-XYZ-26', '23.11.2026', '11/23/26', 'soon', '0001-01-01', '45987'])('%s is no date', (text) =>
    expect(readListDate(text, 'month-first')).toBeUndefined(),
  )

  test('a day above 12 in one row decides how the other rows are read', () => {
    expect(slashOrderOf(['03/04/2026', '25/12/2026'])).toBe('day-first')
    expect(readListDate('03/04/2026', 'day-first')).toEqual({ date: '2026-04-03', ambiguous: true })
    expect(slashOrderOf(['03/04/2026', '12/25/2026', '25/12/2026'])).toBe('month-first')
    expect(slashOrderOf([])).toBe('month-first')
  })

  test('only a date that really has two readings is called ambiguous', () => {
    expect(readListDate('05/05/2026', 'month-first')?.ambiguous).toBe(false)
    expect(readListDate('12/25/2026', 'day-first')?.ambiguous).toBe(false)
  })
})
