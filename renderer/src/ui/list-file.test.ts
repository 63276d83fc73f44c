import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64, withColumn } from './list-file.ts'

test('any bytes survive the way to the core and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100_000, size: 'max' }), (bytes) => {
      expect(Buffer.from(toBase64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test('a field that is given to another column leaves the one that had it', () => {
  expect(withColumn(['rank', null, 'serviceNumber'], 1, 'rank')).toEqual([null, 'rank', 'serviceNumber'])
  expect(withColumn(['rank', null, 'serviceNumber'], 0, null)).toEqual([null, null, 'serviceNumber'])
})
