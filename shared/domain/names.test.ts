import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from './fold-text.ts'
import { caseName, displayNames, searchNameOf, type NamedPerson, fullName } from './names.ts'

let next = 0
const person = (rank: string, lastName: string, firstName: string): NamedPerson => ({ id: `p${(next += 1)}`, rank, lastName, firstName })
const shown = (...people: NamedPerson[]): string[] => [...displayNames(people).values()]

describe('display names (domain.md 4.6.2)', () => {
  test('rank, last name, initial', () => {
    expect(shown(person('PO2', 'Singh', 'Harjit'), person('Lt(N)', 'Émond', 'Élodie'))).toEqual(['PO2 Singh, H', 'Lt(N) Émond, É'])
  })

  test('everyone who would read the same gets the first name, across ranks and accents; the others keep the initial', () => {
    expect(shown(person('PO2', 'Côté', 'Marie'), person('S1', 'Cote', 'Marc'), person('S1', 'Côté', 'Luc'))).toEqual(['PO2 Côté, Marie', 'S1 Cote, Marc', 'S1 Côté, L'])
  })

  test('three of one name all switch', () => {
    expect(shown(person('S3', 'Roy', 'Anne'), person('S2', 'Roy', 'Alain'), person('S1', 'Roy', 'Ariane'))).toEqual(['S3 Roy, Anne', 'S2 Roy, Alain', 'S1 Roy, Ariane'])
  })

  test('no first name, no comma', () => expect(shown(person('CIV', 'Okafor', ''))).toEqual(['CIV Okafor']))

  test('no two people of different first names read the same, in whatever order they come', () => {
    const someone = fc.record({ rank: fc.constantFrom('S1', 'PO2'), lastName: fc.constantFrom('Roy', 'Côté', 'Cote'), firstName: fc.constantFrom('Anne', 'Alain', 'Émile', 'Eve', 'Luc') })
    fc.assert(
      fc.property(fc.uniqueArray(someone, { selector: ({ lastName, firstName }) => foldText(`${lastName} ${firstName}`), maxLength: 10 }), (list) => {
        const people = list.map((entry, index) => ({ ...entry, id: String(index) }))
        const names = displayNames(people)
        expect(new Set(names.values()).size).toBe(people.length)
        expect(displayNames(people.toReversed())).toEqual(new Map([...names].toReversed()))
      }),
    )
  })
})

describe('name casing (domain.md 4.6.2)', () => {
  test.each([
    ['MCDONALD', 'McDonald'],
    ['mcdonald', 'McDonald'],
    ['MACLEOD', 'MacLeod'],
    ['MACK', 'Mack'],
    ['MACHADO', 'Machado'],
    ['MACKENZIE', 'Mackenzie'],
    ['MACEY', 'Macey'],
    ["O'BRIEN", "O'Brien"],
    ['O’NEIL', 'O’Neil'],
    ["D'AMOURS", "D'Amours"],
    ['ST-PIERRE', 'St-Pierre'],
    ['ST. PIERRE', 'St. Pierre'],
    ['ST.PIERRE', 'St.Pierre'],
    ['VAN DER BERG', 'Van der Berg'],
    ['DE LA CRUZ', 'De la Cruz'],
    ['LE', 'Le'],
    ['GARCÍA Y VEGA', 'García y Vega'],
    ['JEAN-FRANÇOIS', 'Jean-François'],
    ['FORTIN-MCALLISTER', 'Fortin-McAllister'],
    ['ÉLIANE', 'Éliane'],
    ['DeWolf', 'DeWolf'],
    ['  anne   marie ', 'Anne Marie'],
  ])('%s becomes %s', (raw, cased) => expect(caseName(raw)).toBe(cased))

  test('casing twice changes nothing, and no letter is lost', () => {
    // Rolls are written in Latin letters; other scripts have letters that even upper and lower case do not lead back to.
    const latin = fc.string({ unit: 'grapheme', maxLength: 1 }).filter((text) => /^[\p{Script=Latin}\P{L}]*$/u.test(text))
    const unit = fc.oneof(fc.constantFrom(...'abcMACDmcdoéÉßŒïİǆ-\'’. ', 'MAC', 'MC', ' DE '), latin)
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const raw = parts.join('')
        const once = caseName(raw)
        expect(caseName(once)).toBe(once)
        expect(foldText(once)).toBe(foldText(raw))
      }),
      { numRuns: 1000, examples: [[['ß', "'"]]] },
    )
  })
})

test('a search name holds both names, folded', () => expect(searchNameOf({ lastName: 'Bélanger-Roy', firstName: 'Zoé' })).toBe('belanger roy zoe'))

test.each([
  [{ rank: 'PO2', lastName: 'Singh', firstName: 'Harjit' }, 'PO2 Singh, Harjit'],
  [{ rank: null, lastName: 'Tremblay', firstName: 'Anne' }, 'Tremblay, Anne'],
  [{ rank: '', lastName: 'Smith', firstName: '' }, 'Smith'],
  [{ rank: 'Maj', lastName: 'Roy', firstName: null }, 'Maj Roy'],
  [{ rank: ' ', lastName: ' Roy ', firstName: ' P ' }, 'Roy, P'],
])('the whole name of %j leaves no comma and no space over', (given, name) => {
  expect(fullName(given)).toBe(name)
})
