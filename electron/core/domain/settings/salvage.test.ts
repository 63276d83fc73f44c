import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { changesOf, salvage } from './salvage.ts'

describe('salvaging a stored document', () => {
  const entries = { name: v.string(), count: v.pipe(v.number(), v.minValue(1)) }
  const defaults = { name: 'none', count: 3 }

  test.each([
    ['a sound one', { name: 'a', count: 5 }, { name: 'a', count: 5 }, []],
    ['one that lacks a field: an older version did not know it', { name: 'a' }, { name: 'a', count: 3 }, []],
    ['one with a field that cannot be used', { name: 'a', count: 0 }, { name: 'a', count: 3 }, ['count']],
    ['a field that is null', { name: null, count: 5 }, { name: 'none', count: 5 }, ['name']],
    ['a field that nobody knows', { name: 'a', count: 5, more: 1 }, { name: 'a', count: 5 }, []],
    ['none', undefined, defaults, []],
    ['a list', [1], defaults, ['name', 'count']],
    ['a word', 'x', defaults, ['name', 'count']],
    ['null', null, defaults, ['name', 'count']],
  ])('%s', (_, stored, value, damaged) => {
    expect(salvage(entries, stored, defaults)).toEqual({ value, damaged })
  })
})

describe('what a save changes', () => {
  test('is told by leaf; a list is one', () => {
    expect(changesOf({ a: { b: 1, c: 2 }, list: [{ x: 1 }] }, { a: { b: 1, c: 3 }, list: [{ x: 2 }] })).toEqual({ before: { 'a.c': 2, list: [{ x: 1 }] }, after: { 'a.c': 3, list: [{ x: 2 }] } })
  })

  test('is nothing where all is the same', () => {
    expect(changesOf({ a: { b: [1] } }, { a: { b: [1] } })).toBeNull()
  })

  test('a field that comes or goes was, or becomes, null', () => {
    expect(changesOf({ a: 1 }, { b: null, c: 2 })).toEqual({ before: { a: 1, b: null, c: null }, after: { a: null, b: null, c: 2 } })
  })
})
