/** How the desk did in the last hours: a sample every half minute, in memory of a fixed size (issue 8: measures on a page). */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { diagnostics } from '../../../shared/contract/diagnostics.ts'
import type { Clock } from '../kit/clock.ts'
import type { ReaderManager } from '../readers/port.ts'

export type Measure = OutputOf<typeof diagnostics.measures>['measures'][number]

export const sampleEveryMs = 30_000
/** Six hours. */
export const mostSamples = 720
const resolutionMs = 20

/** What was told since the last sample. */
interface Tally {
  scans: number
  waits: number[]
  times: number[]
}
const empty = (): Tally => ({ scans: 0, waits: [], times: [] })
/** An interval keeps no more figures than this, however busy it was: the mean of so many is the mean. */
const mostFigures = 2_000

const rounded = (value: number): number => Math.round(value * 10) / 10
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : rounded(values.reduce((sum, value) => sum + value, 0) / values.length))
const put = (values: number[], value: number): void => void (values.length < mostFigures && values.push(Math.max(0, value)))

export type MeasureRing = ReturnType<typeof createMeasureRing>

export function createMeasureRing(clock: Clock) {
  const samples: Measure[] = []
  let tally = empty()
  return {
    scanned: (): void => void (tally.scans += 1),
    /** Milliseconds from the frame to the record. */
    recorded: (ms: number): void => put(tally.waits, ms),
    /** Milliseconds that an act or a read took. */
    database: (ms: number): void => put(tally.times, ms),
    samples: (): readonly Measure[] => samples,

    /** Begins to take samples. @returns stops it */
    begin(readers: Pick<ReaderManager, 'statuses'>): () => void {
      const loop = monitorEventLoopDelay({ resolution: resolutionMs })
      loop.enable()
      let since = clock.monotonic()
      const take = (): void => {
        const minutes = Math.max(1, clock.monotonic() - since) / 60_000
        since = clock.monotonic()
        const { scans, waits, times } = tally
        tally = empty()
        const statuses = readers.statuses()
        // Before the first timer was late there is no figure.
        const lagMs = loop.max > 0 ? Math.max(0, loop.max / 1e6 - resolutionMs) : 0
        loop.reset()
        samples.push({
          at: clock.now().toISOString(),
          scansPerMinute: rounded(scans / minutes),
          scanMs: mean(waits),
          lagMs: Number.isFinite(lagMs) ? rounded(lagMs) : 0,
          databaseMs: mean(times),
          databaseWorstMs: times.length === 0 ? null : rounded(times.reduce((worst, value) => Math.max(worst, value), 0)),
          memoryMb: rounded(process.memoryUsage.rss() / 1024 / 1024),
          readers: statuses.length,
          readersDown: statuses.filter(({ state }) => state !== 'ready').length,
        })
        if (samples.length > mostSamples) samples.shift()
      }
      let cancel = (): void => {}
      const plan = (): void => {
        cancel = clock.after(sampleEveryMs, () => {
          take()
          plan()
        })
      }
      plan()
      return () => {
        cancel()
        loop.disable()
      }
    },
  }
}
