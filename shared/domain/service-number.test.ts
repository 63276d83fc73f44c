import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toServiceNumber } from './service-number.ts'

test.each([
  ['r31 415 900', 'R31415900'],
  [' civ-0001 ', 'CIV-0001'],
  ['123456', '123456'],
  ['ÉÀÇ456', 'ÉÀÇ456'],
])('%j is %s (domain.md 2.1)', (text, number) => expect(toServiceNumber(text)).toBe(number))

test.each(['', 'V1234', 'V12345678901234567890', '=V123456', '-V12345', 'V123/456', 'V1234\u0000567'])('%j is none', (text) => expect(toServiceNumber(text)).toBeUndefined())

test('whatever is a number is its own spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 22 }), (text) => {
      const number = toServiceNumber(text)
      expect(number === undefined ? undefined : toServiceNumber(number)).toBe(number)
    }),
  )
})
