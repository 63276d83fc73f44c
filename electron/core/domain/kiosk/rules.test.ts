import { expect, test } from 'vitest'
import { isWeakCode, lockAfter } from './rules.ts'

test.each(['111111', '000000', '123456', '987654', '234567890'])('%s is too easy to guess', (code) => {
  expect(isWeakCode(code)).toBe(true)
})

test.each(['472905', '112233', '135790', '123457', '654312'])('%s will do', (code) => {
  expect(isWeakCode(code)).toBe(false)
})

test('the fifth wrong code locks for a minute, each further one for twice as long, an hour at most', () => {
  expect([1, 4, 5, 6, 7, 20].map(lockAfter)).toEqual([0, 0, 60_000, 120_000, 240_000, 3_600_000])
})
