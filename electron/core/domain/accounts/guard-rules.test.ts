import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterFailure, hindranceOf, lockMs, type GuardState } from './guard-rules.ts'

const start = new Date('2026-11-24T01:00:00.000Z')
const later = (ms: number): Date => new Date(start.getTime() + ms)
const failTimes = (times: number): GuardState | undefined => Array.from({ length: times }).reduce<GuardState | undefined>((state) => afterFailure(state, start), undefined)

describe('back-off and lock (domain.md 4.22 ▶)', () => {
  test('1, 2, 4, 8 seconds, then 15 minutes', () => {
    expect([1, 2, 3, 4].map((times) => hindranceOf(failTimes(times), start))).toEqual([1000, 2000, 4000, 8000].map((ms) => ({ kind: 'wait', ms })))
    expect(hindranceOf(failTimes(5), start)).toEqual({ kind: 'locked', ms: lockMs })
  })
  test('ends on time, to the millisecond', () => {
    expect(hindranceOf(failTimes(5), later(lockMs - 1))).toEqual({ kind: 'locked', ms: 1 })
    expect(hindranceOf(failTimes(5), later(lockMs))).toBeUndefined()
    expect(hindranceOf(failTimes(1), later(1000))).toBeUndefined()
  })
  test('after a lock the tries begin anew, and the tenth locks again', () => {
    expect(hindranceOf(failTimes(6), start)).toEqual({ kind: 'wait', ms: 1000 })
    expect(hindranceOf(failTimes(10), start)).toMatchObject({ kind: 'locked' })
  })
  test('nobody failed: nothing in the way', () => {
    expect(hindranceOf(undefined, start)).toBeUndefined()
  })
  test('a clock set back by a year does not lock for a year', () => {
    expect(hindranceOf(failTimes(5), later(-31_536_000_000))).toBeUndefined()
    expect(hindranceOf(failTimes(5), later(-60_000))).toEqual({ kind: 'locked', ms: lockMs })
  })
  test('a clock set back by any amount never makes a lock longer than it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -1e9, max: 1e9 }), (times, ms) => {
        const hindrance = hindranceOf(failTimes(times), later(ms))
        expect(hindrance?.ms ?? 0).toBeLessThanOrEqual(lockMs)
      }),
    )
  })
})
