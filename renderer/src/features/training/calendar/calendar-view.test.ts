import { expect, test } from 'vitest'
import { addMonths, keyed, twelveMonthsOf, weeksOf, yearOf } from './calendar-view.ts'

const year = (startDate: string, endDate: string, isCurrent = false) => ({ id: startDate, name: startDate, startDate, endDate, isCurrent })

test('keys lead as in any date grid: a day, a week, its ends, a month, a year (screens.md 5.6)', () => {
  const keys = (key: string, shift = false) => keyed('2026-11-25', key, shift)
  expect([keys('ArrowLeft'), keys('ArrowRight'), keys('ArrowUp'), keys('ArrowDown')]).toEqual(['2026-11-24', '2026-11-26', '2026-11-18', '2026-12-02'])
  expect([keys('Home'), keys('End'), keys('PageUp'), keys('PageDown'), keys('PageUp', true), keys('PageDown', true)]).toEqual(['2026-11-23', '2026-11-29', '2026-10-25', '2026-12-25', '2025-11-25', '2027-11-25'])
  expect(keys('a')).toBeNull()
  expect(keyed('2199-12-31', 'ArrowRight', false)).toBeNull()
})

test('a month without such a day has its last', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2028-02-29', 12), addMonths('2026-12-31', 2), addMonths('2026-01-15', -1)]).toEqual(['2026-02-28', '2029-02-28', '2027-02-28', '2025-12-15'])
})

test('a month is shown in whole weeks', () => {
  const weeks = weeksOf('2026-11-11')
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([6, '2026-10-26', '2026-12-06'])
  expect(weeksOf('2027-02-10')).toHaveLength(4)
})

test('a training year at a glance begins with its own first month, without one in September', () => {
  expect(twelveMonthsOf('2026-11-11', [])).toEqual({ from: '2026-09-01', to: '2027-08-31' })
  expect(twelveMonthsOf('2027-03-11', [])).toEqual({ from: '2026-09-01', to: '2027-08-31' })
  expect(twelveMonthsOf('2026-11-11', [year('2026-08-15', '2027-06-30')])).toEqual({ from: '2026-08-01', to: '2027-07-31' })
  // One that is longer than a page: its second half has a page of its own.
  expect(twelveMonthsOf('2027-11-11', [year('2026-08-15', '2027-12-30')])).toEqual({ from: '2027-09-01', to: '2028-08-31' })
})

test('a day of two years is of the current one', () => {
  const years = [year('2026-09-01', '2027-05-31'), year('2027-05-01', '2028-05-31', true)]
  expect([yearOf('2027-05-10', years), yearOf('2026-09-01', years), yearOf('2026-08-31', years)]).toEqual([years[1], years[0], undefined])
})
