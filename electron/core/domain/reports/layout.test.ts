import { expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { dateIn, dateTimeIn, durationIn, groupByDivision, inOrder, organized, percentIn, plainTable, shareOf, sinceIn, timeIn } from './layout.ts'

const person = (id: string, lastName: string, rankOrder: number, code: string | null = null) => ({ id, lastName, firstName: 'A', rankOrder, division: code === null ? null : { code, name: `The ${code}` } })

test.each([
  ['DD MMM YYYY', 'en', '05 Feb 2026'],
  ['DD MMM YYYY', 'fr', '05 févr. 2026'],
  ['YYYY-MM-DD', 'fr', '2026-02-05'],
  ['MM/DD/YYYY', 'en', '02/05/2026'],
] as const)('a date as the unit writes it (3.5): %s %s', (format, language, said) => {
  expect(dateIn('2026-02-05', format, language)).toBe(said)
})

test('times are the unit’s own, also in the hour that comes twice', () => {
  expect([timeIn(new Date('2026-11-01T06:30:00Z'), defaultUnitTime), timeIn(new Date('2026-11-01T07:30:00Z'), defaultUnitTime)]).toEqual(['01:30', '01:30'])
  expect(dateTimeIn(new Date('2026-07-01T04:59:59Z'), defaultUnitTime, 'DD MMM YYYY', 'en')).toBe('30 Jun 2026 23:59')
})

test('whoever came before the day turned over at 03:00 has a date (1.1)', () => {
  const now = new Date('2026-11-25T18:00:00Z')
  const since = sinceIn(now, defaultUnitTime, 'YYYY-MM-DD', 'en')
  const say = (at: string) => since(new Date(at))
  expect([say('2026-11-25T09:00:00Z'), say('2026-11-25T08:59:00Z')]).toEqual(['03:00', '2026-11-25 02:59'])
})

test('figures in the language', () => {
  expect([percentIn(82.5, 'en'), percentIn(82.5, 'fr'), shareOf(0, 0), durationIn(125)]).toEqual(['83%', '83\u00a0%', null, '2 h 05'])
})

test('rank is seniority and accents are no letters of their own (⚠ 4.20)', () => {
  const people = [person('1', 'Zed', 10, 'OPS'), person('2', 'Étienne', 90), person('3', 'Faure', 10, 'ADM'), person('4', 'Ebb', 20, 'OPS')]
  const ids = (order: 'division_rank' | 'rank' | 'alphabetical') => inOrder(people, order, 'fr').map(({ id }) => id).join('')
  expect([ids('division_rank'), ids('rank'), ids('alphabetical')]).toEqual(['3412', '2431', '4231'])
})

test('divisions in the order of their codes, whoever has none last', () => {
  const people = [person('1', 'A', 1), person('2', 'B', 1, 'OPS'), person('3', 'C', 1, 'ADM'), person('4', 'D', 1, 'OPS')]
  expect(groupByDivision(people, 'None').map(({ name, people: ofIt }) => [name, ofIt.length])).toEqual([['The ADM', 1], ['The OPS', 2], ['None', 1]])
  expect(organized(people, 'separated_by_division', 'None').map(({ title, isOwnPage }) => [title, isOwnPage])).toEqual([['The ADM', true], ['The OPS', true], ['None', true]])
  expect(organized(people, 'full_unit', 'None')).toEqual([{ title: null, isOwnPage: false, rows: people }])
})

test('a table of one group: numbers at the right, text as it is', async () => {
  const table = plainTable<number>({ id: 't', title: 'T', empty: '-' }, [{ label: 'n', weight: 1, align: 'end', cell: String }, { label: 's', weight: 2, cell: (n) => ({ text: 'x', tone: n > 1 ? 'warning' : undefined }) }], [1, 2])
  expect(table.columns).toEqual([{ label: 'n', align: 'end', weight: 1 }, { label: 's', align: 'start', weight: 2 }])
  expect(table.groups[0]?.rows).toEqual([[{ text: '1' }, { text: 'x', tone: undefined }], [{ text: '2' }, { text: 'x', tone: 'warning' }]])
})
