import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roomLimits, roomState, roundedRoom } from './rules.ts'

const GB = 1_000_000_000
const small = 0.05 * GB

describe('how much room is enough (trust.md 3.2)', () => {
  test.each([
    ['a new disk', 100, 'enough'],
    ['2 GB to the byte', 2, 'enough'],
    ['less than 2 GB', 1.999, 'low'],
    ['500 MB', 0.5, 'low'],
    ['less than 500 MB', 0.499, 'very_low'],
    ['nothing', 0, 'very_low'],
  ] as const)('%s: %d GB is %s', (_, free, state) => {
    expect(roomState('enough', { free: free * GB, database: small })).toBe(state)
  })

  test('a large desk needs more: a day, a backup and an update; and at the least a backup', () => {
    expect(roomLimits(GB)).toEqual({ low: 3.528 * GB, very_low: 1.328 * GB })
    expect(roomState('enough', { free: 3 * GB, database: GB })).toBe('low')
    expect(roomState('enough', { free: 1.3 * GB, database: GB })).toBe('very_low')
  })

  test('what was said is taken back with 250 MB to spare, and not before', () => {
    const at = (free: number) => ({ free: free * GB, database: small })
    expect(roomState('low', at(2.1))).toBe('low')
    expect(roomState('low', at(2.25))).toBe('enough')
    expect(roomState('very_low', at(0.6))).toBe('very_low')
    expect(roomState('very_low', at(0.75))).toBe('low')
    expect(roomState('very_low', at(2.1))).toBe('low')
    expect(roomState('very_low', at(2.25))).toBe('enough')
  })

  test('room that wavers by less than the margin changes the state once at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * GB }), fc.array(fc.integer({ min: 0, max: 249_000_000 }), { minLength: 2, maxLength: 30 }), (base, waves) => {
        let state = roomState('enough', { free: base + 249_000_000, database: small })
        const states = waves.map((wave) => (state = roomState(state, { free: base + wave, database: small })))
        expect(states.filter((now, index) => index > 0 && now !== states[index - 1]).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('an alert names it rounded down, so that it is not a new one every minute', () => {
    expect([1.987, 0.499, 0.004].map((free) => roundedRoom(free * GB))).toEqual([1.9 * GB, 0.49 * GB, 0])
  })
})
