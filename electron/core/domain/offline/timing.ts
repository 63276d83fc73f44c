/** When a kept scan counts, by the server's clock (domain.md 4.4 ▶ 1, scenario 30; trust.md: order is kept by sequence, a jump is flagged). Pure. */
import { keptBounceMs } from './derive.ts'
import type { KeptScan } from './queue-lines.ts'

/** A station's clock that differs by more is flagged; in ms. */
export const driftMs = 5 * 60_000
/** Within one run a clock that went on by this much more or less than time itself was set; in ms. */
const jumpMs = 2 * 60_000

export interface StationTime {
  /** The station's clock at this moment, and the server's less the station's in ms. */
  readonly now: Date
  readonly skewMs: number
  /** This run of Sentinel, and how many ms of it have passed. */
  readonly run: string
  readonly mono: number
}

export interface TimedScan {
  readonly scan: KeptScan
  readonly at: Date
  readonly isDrifted: boolean
  readonly isJumped: boolean
}

/**
 * In the order in which they count, which is the order in which they were kept: a clock that was set back cannot undo it.
 * @param scans of one station, in the order in which they were kept
 */
export function timeScans(scans: readonly KeptScan[], { now, skewMs, run, mono }: StationTime): TimedScan[] {
  const serverNow = now.getTime() + skewMs
  const timed: TimedScan[] = []
  /** The one after it, which it cannot be later than; the present has no scan. */
  let next = { at: serverNow, run, mono }
  for (const scan of scans.toReversed()) {
    const said = new Date(scan.at).getTime() + skewMs
    const jump = scan.run === run ? serverNow - said - (mono - scan.mono) : 0
    // Where the clock was set back, time itself says how long before: two that were minutes apart are no bounce.
    const at = said <= next.at ? said : next.at - (scan.run === next.run ? next.mono - scan.mono : keptBounceMs)
    timed.push({ scan, at: new Date(at), isDrifted: Math.abs(skewMs) > driftMs, isJumped: Math.abs(jump) > jumpMs || said - at > jumpMs })
    next = { at, run: scan.run, mono: scan.mono }
  }
  return timed.toReversed()
}
