import { describe, expect, test } from 'vitest'
import { createFakeClock } from './clock.ts'
import { createRateLimit } from './rate-limit.ts'

const setUp = (turns: number) => {
  const clock = createFakeClock('2026-11-26T12:00:00Z')
  return { clock, limit: createRateLimit(clock, { turns, windowMs: 60_000 }) }
}

describe('turns within a minute (domain.md 4.8 ▶)', () => {
  test('run out, and come back one by one as their minute ends', () => {
    const { clock, limit } = setUp(2)
    expect(limit.take('door')).toBe(0)
    clock.advance(20_000)
    expect(limit.take('door')).toBe(0)
    expect(limit.take('door')).toBe(40_000)
    clock.advance(39_999)
    expect(limit.take('door')).toBe(1)
    clock.advance(1)
    expect(limit.take('door')).toBe(0)
    expect(limit.take('door')).toBe(20_000)
  })

  test('are each door’s own, and one that was refused costs nothing', () => {
    const { clock, limit } = setUp(1)
    expect(limit.take('front')).toBe(0)
    expect(limit.take('rear')).toBe(0)
    clock.advance(59_000)
    expect(limit.take('front')).toBe(1_000)
    clock.advance(1_000)
    expect(limit.take('front')).toBe(0)
  })

  test('are not given anew by setting the clock', () => {
    const { clock, limit } = setUp(1)
    limit.take('door')
    clock.set(new Date('2027-01-01T00:00:00Z'))
    expect(limit.take('door')).toBe(60_000)
  })
})
