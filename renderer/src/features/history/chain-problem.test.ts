import { expect, test } from 'vitest'
import { linksOf, problemOf, removalsOf } from './chain-problem.ts'
import type { Details } from './movement-words.ts'
import { at, move, neighbour } from './testing/movements.ts'

const now = new Date(at(22)).getTime()

test('a correction is judged between its neighbours before it is sent, in the core’s own words (domain.md 4.2 ▶)', () => {
  const details: Details = { chain: [move('b', 'out', 12)], before: neighbour('a', 'in', 8), after: neighbour('c', 'in', 14) }
  const change = (direction: 'in' | 'out', hour: number) => problemOf({ name: 'S1 Roy, A', ...linksOf(details), removed: ['b'], added: [{ direction, at: at(hour) }], now })
  expect(change('out', 13)).toBeNull()
  expect(change('in', 12)).toMatchObject({ code: 'movement_same', details: { name: 'S1 Roy, A', direction: 'in' } })
  expect(change('out', 15)).toMatchObject({ code: 'movement_same' })
  expect(change('out', 8)).toMatchObject({ code: 'movement_between', details: { at: at(8) } })
  expect(change('out', 23)).toMatchObject({ code: 'movement_in_future' })
})

test('what cannot be deleted alone is offered with its other end, a stay first', () => {
  const chain = [move('b', 'out', 12)]
  expect(removalsOf({ chain, before: neighbour('a', 'in', 8), after: null }, 'x')).toEqual(['one', 'withBefore'])
  expect(removalsOf({ chain, before: neighbour('a', 'in', 8), after: neighbour('c', 'in', 14) }, 'x')).toEqual(['withBefore', 'withAfter'])
  expect(removalsOf({ chain: [move('a', 'in', 8)], before: null, after: neighbour('b', 'out', 12) }, 'x')).toEqual(['withAfter'])
})
