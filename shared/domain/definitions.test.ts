import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRanks, listNames, toCode } from './definitions.ts'

describe('codes (domain.md 2.1, 4.21)', () => {
  test.each([
    ['memberStatuses', ' On-Leave  paid ', 'on_leave_paid'],
    ['messes', 'C&POs', null],
    ['messes', 'Équipage', null],
    ['trades', '00105', '00105'],
    ['visitTypes', '', null],
    ['visitTypes', 'x'.repeat(50), 'x'.repeat(50)],
    ['visitTypes', 'x'.repeat(51), null],
    ['qualificationTypes', 'vault key', 'VAULT_KEY'],
    ['divisions', ' ops ', 'OPS'],
    ['divisions', 'élèves', 'ÉLÈVES'],
    ['divisions', '-ops', null],
    ['divisions', 'ELEVENSIGNS', null],
  ] as const)('of %s: “%s” is kept as %s', (list, text, code) => {
    expect(toCode(list, text)).toBe(code)
  })

  test('a kept code is kept as it is, in every list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...listNames), fc.string({ unit: 'grapheme', maxLength: 60 }), (list, text) => {
        const code = toCode(list, text)
        expect(code === null ? null : toCode(list, code)).toBe(code)
      }),
    )
  })

  test('a code of the lists whose codes are keys is always one that the database takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB0_- é\t') }), (text) => {
        expect(toCode('memberStatuses', text) ?? 'none').toMatch(/^[a-z0-9_]{1,50}$/)
      }),
    )
  })
})

test('of two ranks one is senior exactly when the other is junior (domain.md 3.1)', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (first, second) => {
      const [there, back] = [compareRanks({ displayOrder: first }, { displayOrder: second }), compareRanks({ displayOrder: second }, { displayOrder: first })]
      expect(back).toBe(there === 'senior' ? 'junior' : there === 'junior' ? 'senior' : 'equal')
    }),
  )
})
