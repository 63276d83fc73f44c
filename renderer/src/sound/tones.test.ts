import { expect, test } from 'vitest'
import { tones } from './tones.ts'

const pitches = (tone: keyof typeof tones) => tones[tone].map(({ pitch }) => pitch)

test('in rises, out falls, attention is low and twice, a refusal buzzes three times (screens.md 5.1)', () => {
  const [low = 0, high = 0] = pitches('in')
  expect(high).toBeGreaterThan(low)
  const [first = 0, second = 0] = pitches('out')
  expect(second).toBeLessThan(first)
  expect(pitches('notice')).toEqual([330, 330])
  expect(tones.refused.map(({ wave }) => wave)).toEqual(['sawtooth', 'sawtooth', 'sawtooth'])
})

test('no tone is longer than a person in a queue needs', () => {
  for (const notes of Object.values(tones)) for (const { start, length } of notes) expect(start + length).toBeLessThanOrEqual(600)
})
