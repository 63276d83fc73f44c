import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFormula, neutraliseFormula } from './formula-cell.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '\v\r', ' =1', '＝1', '−1'])('%j is kept as text (domain.md 4.20)', (cell) => expect(neutraliseFormula(cell)).toBe(`'${cell}`))
test.each(['', 'Roy', "'=1", "O'Brien", '2026-11-23', 'a=b', 'Lt(N)'])('%j stays as it is', (cell) => expect(neutraliseFormula(cell)).toBe(cell))

test('nothing that begins like a formula comes out, and twice is as once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', "'", 'a', '1', '＝'), { maxLength: 6 }), (parts) => {
      const once = neutraliseFormula(parts.join(''))
      expect(isFormula(once)).toBe(false)
      expect(once).not.toMatch(/^[=+\-@\t\r]/)
      expect(neutraliseFormula(once)).toBe(once)
    }),
  )
})
