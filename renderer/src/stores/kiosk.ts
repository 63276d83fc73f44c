/** What the kiosk shows: the card of the latest scan, and the last five. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { presence } from '../../../shared/contract/presence.ts'
import { onlyStation } from '../api.ts'

export type ScanOutcome = OutputOf<typeof presence.scan>

export type Tone = 'in' | 'out' | 'repeat' | 'notice' | 'refused'

/** What colour, shape and sound a scan has. Success is never red (screens.md W-5). */
export function toneOf(outcome: ScanOutcome['outcome']): Tone {
  switch (outcome) {
    case 'member_in':
    case 'attendee_in':
    case 'dds_prompt':
    case 'badge_enrolled':
      return 'in'
    case 'member_out':
    case 'attendee_out':
    case 'visitor_out':
      return 'out'
    case 'duplicate':
      return 'repeat'
    case 'lockup_held':
      return 'notice'
    default:
      return 'refused'
  }
}

/** How long a card stays, in ms (screens.md 1.6): long enough to read, short enough for a queue. */
export const cardTime = (tone: Tone): number => (tone === 'notice' || tone === 'refused' ? 5000 : 2000)

const strip = 5

interface KioskState {
  readonly card: ScanOutcome | null
  /** Newest first. */
  readonly last: readonly ScanOutcome[]
}
export const useKiosk = create<KioskState>(() => ({ card: null, last: [] }))

let cancel = (): void => {}

/** Shows a scan at once, in place of the one before. `after` is the scheduler: tests bring their own. */
export function showScan(outcome: ScanOutcome, station: string | null = onlyStation, after: (ms: number, run: () => void) => () => void = afterTimeout): void {
  if (station !== null && outcome.stationId !== station) return
  performance.mark('scan-event', { detail: outcome.scanId })
  cancel()
  useKiosk.setState(({ last }) => ({ card: outcome, last: [outcome, ...last].slice(0, strip) }))
  cancel = after(cardTime(toneOf(outcome.outcome)), () => useKiosk.setState({ card: null }))
}

function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
