import { describe, expect, test } from 'vitest'
import { choicesFor, clearableIn, groupedNotices, isCertain, missingFields, noChoices, obstacleTo, stillPossible, toggled, toWire, touched, type Choices, type Preview, type RollRead } from './choices.ts'

const preview: Preview = {
  hash: 'h',
  counts: { rows: 4, add: 2, update: 1, unchanged: 0, missing: 0, deactivate: 0, errorRows: 1, excluded: 0, divisions: 0 },
  toAdd: [],
  toUpdate: [],
  toReview: [],
  errors: [],
  notices: [],
  divisions: [],
  divisionsToCreate: [],
  listItemsToCreate: [],
  obstacles: [],
  columns: [],
}
const read: RollRead = {
  kind: 'xlsx',
  sheets: ['Cover', 'Roll'],
  sheet: 'Roll',
  rows: 3,
  columns: [
    { header: 'SN', samples: [], suggested: 'serviceNumber', certain: true },
    { header: 'Current rank', samples: [], suggested: 'rank', certain: false },
    { header: 'Shoe size', samples: [], suggested: null, certain: true },
  ],
  missing: ['rank', 'lastName', 'firstName', 'division'],
}

describe('the columns', () => {
  test('begin as the headings suggest; a new file keeps what was said about blank cells and divisions, and nothing about rows', () => {
    const before: Choices = { ...noChoices, clears: new Set(['email']), divisions: new Map([['DIVE', { code: 'DECK', name: null }]]), excludeRows: new Set([3]), deactivateIds: new Set(['x']), sheet: 'Cover' }
    expect(choicesFor(read, before)).toEqual({ ...noChoices, clears: before.clears, divisions: before.divisions, sheet: 'Roll', columns: ['serviceNumber', 'rank', null] })
  })
  test('a likeness or a missing field needs a person', () => {
    expect(isCertain(read)).toBe(false)
    expect(isCertain({ ...read, missing: [] })).toBe(false)
    expect(isCertain({ ...read, missing: [], columns: read.columns.filter(({ certain }) => certain) })).toBe(true)
    expect(missingFields(['rank', 'division', null])).toEqual(['serviceNumber', 'lastName', 'firstName'])
  })
  test('only columns of the file can be emptied by their blank cells', () => {
    expect(clearableIn(['rank', 'notes', 'email', null])).toEqual(['email', 'notes'])
    expect(toWire({ ...noChoices, columns: ['email'], clears: new Set(['email', 'notes']) })).toMatchObject({ columns: ['email'], clears: ['email'] })
  })
})

describe('whether the import may begin', () => {
  test('rows with errors come first, then whoever cannot be set inactive, then that there is nothing to do', () => {
    const refusal = { memberId: 'm', code: 'member_present', message: '', details: { name: 'X' } }
    expect(obstacleTo(preview)).toEqual({ why: 'errors', rows: 1 })
    expect(obstacleTo({ ...preview, counts: { ...preview.counts, errorRows: 0 }, obstacles: [refusal] })).toEqual({ why: 'person', refusal })
    expect(obstacleTo({ ...preview, counts: { ...preview.counts, errorRows: 0 } })).toBeUndefined()
    expect(obstacleTo({ ...preview, counts: { ...preview.counts, errorRows: 0, add: 0, update: 0 } })).toEqual({ why: 'nothing' })
  })
  test('setting somebody inactive is something to do', () => expect(touched({ ...preview, counts: { ...preview.counts, add: 0, update: 0, deactivate: 2 } })).toBe(2))
})

test('a notice that many rows share is said once, with its rows', () => {
  const notice = (row: number, value: string) => ({ row, field: 'rank' as const, column: 'RANK', code: 'rank_retired', message: '', value })
  expect(groupedNotices([notice(2, 'LS → S1'), notice(3, 'AB → S2'), notice(9, 'LS → S1')]).map(({ rows, notice: { value } }) => [value, rows])).toEqual([
    ['LS → S1', [2, 9]],
    ['AB → S2', [3]],
  ])
})

test('a new preview keeps the choices, but for those whom it no longer offers', () => {
  const review = (memberId: string, present: boolean) => ({ memberId, serviceNumber: 'V1', name: 'Someone', present })
  const choices = { ...noChoices, excludeRows: toggled(new Set<number>(), 5, true), deactivateIds: new Set(['away', 'inside', 'gone']) }
  expect(stillPossible({ ...preview, toReview: [review('away', false), review('inside', true)] }, choices)).toEqual({ ...choices, deactivateIds: new Set(['away']) })
})
