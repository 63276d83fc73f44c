import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../kit/clock.ts'
import type { ReaderStatus } from '../readers/port.ts'
import { createMeasureRing, mostSamples, sampleEveryMs } from './measure-ring.ts'

const reader = (state: ReaderStatus['state']): ReaderStatus => ({ id: 'r', name: 'R', kind: 'simulated', path: null, stationId: 'desk', state, fault: null, since: '2026-11-24T18:00:00.000Z', lastReadAt: null, scans: 0, rejects: 0 })

describe('measures of the last hours (issue 8)', () => {
  test('each half minute has its own: rates, means and the worst', () => {
    const clock = createFakeClock('2026-11-24T18:00:00.000Z')
    const ring = createMeasureRing(clock)
    const stop = ring.begin({ statuses: () => [reader('ready'), reader('absent')] })
    ring.scanned()
    ring.scanned()
    for (const ms of [10, 20]) ring.recorded(ms)
    for (const ms of [1, 2, 9]) ring.database(ms)
    clock.advance(sampleEveryMs)
    clock.advance(sampleEveryMs)
    stop()
    expect(ring.samples()).toMatchObject([
      { at: '2026-11-24T18:00:30.000Z', scansPerMinute: 4, scanMs: 15, databaseMs: 4, databaseWorstMs: 9, readers: 2, readersDown: 1 },
      { at: '2026-11-24T18:01:00.000Z', scansPerMinute: 0, scanMs: null, databaseMs: null, databaseWorstMs: null },
    ])
    clock.advance(sampleEveryMs)
    expect(ring.samples()).toHaveLength(2)
  })

  test('never hold more than six hours, nor more figures than a mean needs', () => {
    const clock = createFakeClock('2026-11-24T18:00:00.000Z')
    const ring = createMeasureRing(clock)
    const stop = ring.begin({ statuses: () => [] })
    for (let index = 0; index < 5_000; index += 1) ring.database(index < 2_000 ? 3 : 1_000)
    clock.advance((mostSamples + 10) * sampleEveryMs)
    stop()
    expect(ring.samples()).toHaveLength(mostSamples)
    expect(ring.samples()[0]?.at).toBe('2026-11-24T18:05:30.000Z')
  })
})
