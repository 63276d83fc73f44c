import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingRows, noChoices, obstacleTo, stillPossible, toggled, touched, type Preview } from './choices.ts'
import { toBase64 } from './roll-file.ts'

const ref = (row: number) => ({ row, serviceNumber: `V${row}00000`, name: 'Someone' })
const preview: Preview = {
  hash: 'h',
  rows: 4,
  toAdd: [ref(2), ref(3)],
  toUpdate: [{ ...ref(4), memberId: 'm', changes: [] }],
  unchanged: 0,
  toReview: [],
  errors: [
    { row: 5, field: 'rank', code: 'rank_unknown', message: '', howToFix: '', value: 'PO3' },
    { row: 5, field: 'email', code: 'email_form', message: '', howToFix: '', value: 'x' },
  ],
  notices: [],
  divisionsToCreate: [],
  columns: [],
}

test('a row with two errors stands in the way once, until it is left out', () => {
  expect(blockingRows(preview, noChoices)).toEqual([5])
  expect(obstacleTo(preview, noChoices)).toEqual({ why: 'errors', rows: 1 })
  const without = { ...noChoices, excludeRows: toggled(noChoices.excludeRows, 5, true) }
  expect(obstacleTo(preview, without)).toBeUndefined()
  expect(touched(preview, without)).toBe(3)
})

test('divisions that may not be created, and nothing to do, are said', () => {
  const clean = { ...preview, errors: [] }
  expect(obstacleTo({ ...clean, divisionsToCreate: [{ code: 'DIVE', name: 'Dive', members: 1 }] }, { ...noChoices, createDivisions: false })).toEqual({ why: 'divisions' })
  expect(obstacleTo({ ...clean, toAdd: [], toUpdate: [] }, noChoices)).toEqual({ why: 'nothing' })
})

test('a new preview keeps the choices, but for those whom it no longer offers', () => {
  const review = (memberId: string, present: boolean) => ({ memberId, serviceNumber: 'V1', name: 'Someone', present })
  const choices = { excludeRows: new Set([5]), deactivateIds: new Set(['away', 'inside', 'gone']), createDivisions: false }
  expect(stillPossible({ ...preview, toReview: [review('away', false), review('inside', true)] }, choices)).toEqual({ excludeRows: new Set([5]), deactivateIds: new Set(['away']), createDivisions: false })
})

test('any bytes survive the way to the core and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100_000, size: 'max' }), (bytes) => {
      expect(Buffer.from(toBase64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
    }),
    { numRuns: 20 },
  )
})
