import { expect, test } from 'vitest'
import { gravest, isWide, nextDensity, type Density } from './density.ts'
import { pageStarts } from './use-pages.ts'

test('large cards up to 40, closer ones above (screens.md 1.7)', () => {
  expect([0, 40, 41, 500].map((inside) => nextDensity('comfortable', inside))).toEqual(['comfortable', 'comfortable', 'dense', 'dense'])
})

test('around the limit it does not turn over and over: larger only four below it', () => {
  let density: Density = 'comfortable'
  const walk = [40, 41, 40, 41, 38, 37, 36, 40, 41].map((inside) => (density = nextDensity(density, inside)))
  expect(walk).toEqual(['comfortable', 'dense', 'dense', 'dense', 'dense', 'dense', 'comfortable', 'comfortable', 'dense'])
})

test('when everybody has gone at once it is large again at once', () => {
  expect(nextDensity('dense', 3)).toBe('comfortable')
})

test('a name of more than two lines gets the room of two cards', () => {
  expect(['Li, X', 'Étienne-Bélanger, Z', 'Raghunathan, T', 'Papadopoulos, W', 'Achterberg-Desrosiers-Kowalczyk, T', 'Featherstonehaugh, B'].map(isWide)).toEqual([false, false, false, true, true, true])
})

test('the border says the gravest, and nothing of mere notes', () => {
  expect([gravest({ critical: 1, warning: 3 }), gravest({ critical: 0, warning: 1 }), gravest({ critical: 0, warning: 0 })]).toEqual(['critical', 'warning', null])
})

test('a page begins with the first row that the one before did not show whole: nobody is cut at its foot', () => {
  const rows = Array.from({ length: 10 }, (_, index) => ({ top: index * 60, bottom: index * 60 + 50 }))
  expect(pageStarts(rows, 200)).toEqual([0, 180, 360, 540])
  expect(pageStarts(rows.slice(0, 3), 200)).toEqual([0])
  expect(pageStarts([{ top: 0, bottom: 500 }, { top: 510, bottom: 560 }], 200), 'a row that is higher than the page is a page').toEqual([0, 510])
  expect(pageStarts([], 200)).toEqual([0])
})
