import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isStationCode, suggestStationCode } from './station-code.ts'

test.each([
  ['Front gate (east)', 'front-gate-east'],
  ['Entrée — côté mess', 'entree-cote-mess'],
  ['  2nd  deck ', '2nd-deck'],
  ['—', ''],
])('%j suggests %j', (name, code) => expect(suggestStationCode(name)).toBe(code))

test('what is suggested is nothing or a code that the contract takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      const code = suggestStationCode(name)
      expect(code === '' || isStationCode(code), code).toBe(true)
    }),
  )
})
