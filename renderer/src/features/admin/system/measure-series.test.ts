import { describe, expect, test } from 'vitest'
import { chartOf, meanOf, thin, worstOf, type Measure } from './measure-series.ts'

const measure = (index: number, more: Partial<Measure> = {}): Measure => ({ at: new Date(Date.UTC(2026, 10, 24, 18, 0, 0) + index * 30_000).toISOString(), scansPerMinute: index, scanMs: null, lagMs: 0, databaseMs: null, databaseWorstMs: null, memoryMb: 100, readers: 1, readersDown: 0, ...more })
const label = (at: string): string => at.slice(11, 16)

describe('measures as plots (issue 8)', () => {
  test('two of one minute are one point; six hours are no more than can be read', () => {
    expect(thin([])).toEqual([])
    expect(thin([0, 1, 2].map((index) => measure(index))).map(({ at, measures }) => [label(at), measures.length])).toEqual([['18:00', 2], ['18:01', 1]])
    const hours = thin(Array.from({ length: 720 }, (_, index) => measure(index)))
    expect(hours.length).toBeLessThanOrEqual(121)
    expect(new Set(hours.map(({ at }) => label(at))).size).toBe(hours.length)
  })

  test('means leave out what is not known, the worst stays the worst, and nothing known is a gap', () => {
    expect([meanOf([1, null, 2]), meanOf([null]), worstOf([1, null, 9]), worstOf([])]).toEqual([1.5, null, 9, null])
    const points = thin([measure(0, { databaseMs: 2, databaseWorstMs: 40 }), measure(1, { databaseMs: 4, databaseWorstMs: 7 }), measure(2)])
    expect(chartOf('database', 'Database', 'ms', points, [{ name: 'mean', of: ({ databaseMs }) => databaseMs }, { name: 'worst', of: ({ databaseWorstMs }) => databaseWorstMs, by: worstOf }], label).series).toEqual([
      { name: 'mean', points: [{ label: '18:00', value: 3 }] },
      { name: 'worst', points: [{ label: '18:00', value: 40 }] },
    ])
  })
})
