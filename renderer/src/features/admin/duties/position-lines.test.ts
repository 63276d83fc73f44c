import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionsFrom, positionsText } from './position-lines.ts'

test('a line is a code, a name, and how many places where it is more than one', () => {
  expect(positionsFrom('GUN Gun crew ×4\n\n  USHER Usher  \nSTAFF Max Roy x2')).toEqual([
    { code: 'GUN', name: 'Gun crew', maxSlots: 4 },
    { code: 'USHER', name: 'Usher', maxSlots: 1 },
    { code: 'STAFF', name: 'Max Roy', maxSlots: 2 },
  ])
  expect(positionsFrom('')).toEqual([])
})

test.each(['GUN', 'GUN ×0', 'GUN crew ×51', '- crew', `GUN ${'x'.repeat(101)}`])('%j is none', (line) => {
  expect(positionsFrom(line)).toBeNull()
})

test('what was written is read again', () => {
  const position = fc.record({ code: fc.stringMatching(/^[A-Z][A-Z0-9_-]{0,8}$/), name: fc.stringMatching(/^[A-Za-zé][A-Za-zé ]{0,20}[a-zé]$/), maxSlots: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(fc.array(position.filter(({ name }) => !/x\s*$/.test(name)), { maxLength: 5 }), (positions) => {
      expect(positionsFrom(positionsText(positions))).toEqual(positions)
    }),
  )
})
