import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, lineHeight } from './fit-text.ts'

/** Every letter half as wide as it is high. */
const measure = (text: string, size: number): number => [...text].length * size * 0.5
const fit = (text: string, width: number, height: number, max = 40) => fitText(text, { width, height, max, isBold: true }, measure)

test('a short text is as large as it may be', () => expect(fit('Roy', 200, 100)).toEqual({ size: 40, lines: ['Roy'] }))

test('a longer one breaks at spaces and after hyphens before it shrinks', () => {
  expect(fit('Bélanger-Ouellet', 200, 100)).toEqual({ size: 40, lines: ['Bélanger-', 'Ouellet'] })
  expect(fit('de la Tour', 120, 100)).toEqual({ size: 40, lines: ['de la', 'Tour'] })
})

test('it shrinks before a word is taken apart, as long as it can be read', () => expect(fit('Wolfeschlegelstein', 200, 100)).toEqual({ size: 22, lines: ['Wolfeschlegelstein'] }))

test('a word that would be too small to read is taken apart between letters, an accent stays with its own', () => {
  const { size, lines } = fit('e\u0301'.repeat(100), 160, 70)
  expect(size).toBeGreaterThan(8)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe('é'.repeat(100))
})

test('property: every sign of a text stands in its room', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'É', 'W', '-', ' ', "'", 'œ'), minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(letters, fc.integer({ min: 60, max: 300 }), fc.integer({ min: 30, max: 200 }), (text, width, height) => {
      const { size, lines } = fit(text, width, height)
      expect(lines.join('').replace(/\s/g, '')).toBe(text.normalize('NFC').replace(/\s/g, ''))
      expect(lines.length * size * lineHeight).toBeLessThanOrEqual(height)
      for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(width)
    }),
  )
})
