import { describe, expect, test } from 'vitest'
import { keyRows, withoutOne, withText } from './keyboard-keys.ts'

const field = (value: string, start = value.length, end = start) => ({ value, selectionStart: start, selectionEnd: end })

describe('the keyboard on the screen (screens.md W-16)', () => {
  test('has every letter, digit, accent and sign that names here are written with, each once', () => {
    const keys = keyRows.flat()
    for (const key of "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÉÈÊËÇÀÂÎÏÔÛÙ-'./") expect(keys, key).toContain(key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keyRows.map(({ length }) => length)).toEqual([13, 13, 13, 13])
  })

  test('writes at the caret, and over what is selected', () => {
    expect(withText(field('BLANGER', 1), 'É', 100)).toEqual(field('BÉLANGER', 2))
    expect(withText(field('ROY', 0, 3), 'S', 100)).toEqual(field('S', 1))
  })

  test('writes nothing into a field that is full', () => {
    expect(withText(field('ABC'), 'D', 3)).toEqual(field('ABC'))
    expect(withText(field('ABC', 0, 1), 'D', 3)).toEqual(field('DBC', 1))
  })

  test('takes out one character with its accent, or what is selected', () => {
    expect(withoutOne(field('BE\u0301'))).toEqual(field('B'))
    expect(withoutOne(field('ROY', 1))).toEqual(field('OY', 0))
    expect(withoutOne(field('ROY', 0, 2))).toEqual(field('Y', 0))
    expect(withoutOne(field(''))).toEqual(field(''))
  })
})
