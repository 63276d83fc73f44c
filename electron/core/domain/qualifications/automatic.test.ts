import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesByRank } from '../../../../shared/domain/definitions.ts'
import { automaticCodes } from './automatic.ts'

test('rank and division bring only what the lists let an administrator mark as granted by rank (domain.md 4.17)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.constantFrom('BMQ', 'DECK', null), fc.boolean(), (rankOrder, divisionCode, isSwk) => {
      expect(codesByRank).toEqual(expect.arrayContaining([...automaticCodes({ rankOrder, divisionCode, isSwk })]))
    }),
  )
})
