import { expect, test } from 'vitest'
import { daysTaken, nextYear, overlapsOf, toDraft, toFields, usualStandDowns, yearProblems, type YearDraft } from './draft.ts'

const year: YearDraft = { name: '2026–2027', startDate: '2026-09-01', endDate: '2027-05-31', standDowns: [], exceptions: [] }
const range = (start: string, end: string, name = 'X') => ({ start, end, name })

test('a year as it stands comes back as it was; an empty note is none (domain.md 4.18)', () => {
  const stored = { id: 'y', isCurrent: true, updatedAt: 'now', name: 'A', startDate: '2026-09-01', endDate: '2027-05-31', holidayExclusions: [range('2026-12-20', '2027-01-04')], dayExceptions: [{ date: '2026-11-24', type: 'day_off' as const, note: null }] }
  const { id: _id, isCurrent: _is, updatedAt: _at, ...fields } = stored
  expect(toFields(toDraft(stored))).toEqual(fields)
})

test('what is wrong is said at its own field', () => {
  expect(yearProblems(year)).toEqual({})
  expect(yearProblems({ ...year, name: ' ', startDate: '', endDate: '' })).toEqual({ name: 'needed', startDate: 'date', endDate: 'date' })
  expect(yearProblems({ ...year, endDate: '2026-09-01' })).toEqual({ endDate: 'order' })
  expect(yearProblems({ ...year, standDowns: [range('2026-08-31', '2026-09-02', ''), range('', ''), range('2027-03-10', '2027-03-09')] })).toEqual({ 'standDowns.0.name': 'needed', 'standDowns.0.start': 'outside', 'standDowns.1.start': 'date', 'standDowns.1.end': 'date', 'standDowns.2.end': 'notEarlier' })
  const exception = { date: '2026-11-24', type: 'day_off' as const, note: '' }
  expect(yearProblems({ ...year, exceptions: [exception, { ...exception, type: 'cancelled_admin' }, exception, { ...exception, date: '2027-06-01' }, { ...exception, date: '' }] })).toEqual({ 'exceptions.2.date': 'twice', 'exceptions.3.date': 'outside', 'exceptions.4.date': 'date' })
})

test('stand-downs that overlap are told, and their days count once', () => {
  const [a, b, c] = [range('2026-12-20', '2027-01-04', 'A'), range('2027-01-04', '2027-01-10', 'B'), range('2027-03-08', '2027-03-14', 'C')]
  expect(overlapsOf([a, b, c])).toEqual([[a, b]])
  expect(overlapsOf([a, range('', '')])).toEqual([])
  expect([daysTaken([c, b, a]), daysTaken([a, range('2026-12-24', '2026-12-26')]), daysTaken([])]).toEqual([22 + 7, 16, 0])
})

test('the next year is suggested: September to May, after the last', () => {
  expect(nextYear([{ endDate: '2026-05-31' }, { endDate: '2027-05-31' }], '2026-11-24')).toEqual({ name: '2027–2028', startDate: '2027-09-01', endDate: '2028-05-31' })
  expect(['2026-11-24', '2027-02-01', '2027-05-31', '2027-06-01', '2027-09-01'].map((today) => nextYear([], today).startDate)).toEqual(['2026-09-01', '2026-09-01', '2026-09-01', '2027-09-01', '2027-09-01'])
})

test('usual stand-downs are offered as long as nothing is in their way', () => {
  expect(usualStandDowns(year)).toEqual([{ usual: 'christmas', start: '2026-12-20', end: '2027-01-05' }, { usual: 'march', start: '2027-03-08', end: '2027-03-14' }])
  expect(usualStandDowns({ ...year, standDowns: [range('2027-03-14', '2027-03-15')] }).map(({ usual }) => usual)).toEqual(['christmas'])
  expect(usualStandDowns({ ...year, endDate: '2026-12-31' })).toEqual([])
})
