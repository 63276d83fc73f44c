import { expect, test } from 'vitest'
import * as v from 'valibot'
import { defaultRetention, keptFrom, RetentionSchema } from './retention.ts'

test.each([
  ['2026-11-24', 24, '2024-11-24'],
  ['2026-02-28', 24, '2024-02-28'],
  // A month that is too short for the day: its last day.
  ['2028-02-29', 36, '2025-02-28'],
  ['2026-03-31', 25, '2024-02-29'],
])('on %s after %d months whoever left before %s has been kept for long enough', (today, months, from) => expect(keptFrom(today, months)).toBe(from))

test('two years is the least (trust.md 4.4), and the default', () => {
  expect(v.is(RetentionSchema, defaultRetention)).toBe(true)
  expect(v.is(RetentionSchema, { visitMonths: 23, legalHold: false })).toBe(false)
  expect(v.is(RetentionSchema, { visitMonths: 121, legalHold: false })).toBe(false)
})
