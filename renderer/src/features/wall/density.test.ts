import { expect, test } from 'vitest'
import { pageStarts } from './use-rolling.ts'
import { gravest, nextDensity, type Density } from './density.ts'

test('cards up to 40, eight columns up to 80, rolling above (screens.md 1.7)', () => {
  expect([0, 40, 41, 80, 81, 500].map((inside) => nextDensity('comfortable', inside))).toEqual(['comfortable', 'comfortable', 'dense', 'dense', 'rolling', 'rolling'])
})

test('around a limit it does not turn over and over: wider only four below it', () => {
  const walk = (counts: readonly number[], start: Density = 'comfortable') => {
    let density = start
    return counts.map((inside) => (density = nextDensity(density, inside)))
  }
  expect(walk([40, 41, 40, 41, 38, 37, 36, 40, 41])).toEqual(['comfortable', 'dense', 'dense', 'dense', 'dense', 'dense', 'comfortable', 'comfortable', 'dense'])
  expect(walk([81, 80, 77, 76, 80, 81], 'dense')).toEqual(['rolling', 'rolling', 'rolling', 'dense', 'dense', 'rolling'])
})

test('when everybody has gone at once it is wide again at once', () => {
  expect(nextDensity('rolling', 3)).toBe('comfortable')
  expect(nextDensity('rolling', 38), 'room to spare in eight columns, not in cards').toBe('dense')
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
