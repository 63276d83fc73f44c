/** What the kiosk shows: the card of the latest scan, and those before it. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { presence } from '../../../shared/contract/presence.ts'
import { promptMs } from '../../../shared/contract/start-of-day.ts'
import { onlyStation } from '../api.ts'
import { scanSeen, useKioskPace } from './kiosk-pace.ts'

export type ScanOutcome = OutputOf<typeof presence.scan>

/** Kept on this station while the server is away: not in the record yet. */
export const isKept = (outcome: ScanOutcome['outcome']): boolean => outcome.startsWith('kept_')

export type Tone = 'in' | 'out' | 'repeat' | 'notice' | 'refused'

/** What colour, shape and sound a scan has. Success is never red (screens.md W-5). */
export function toneOf(outcome: ScanOutcome['outcome']): Tone {
  switch (outcome) {
    case 'member_in':
    case 'attendee_in':
    case 'badge_enrolled':
    case 'kept_in':
    case 'muster_safe':
    case 'drill_safe':
      return 'in'
    case 'member_out':
    case 'attendee_out':
    case 'visitor_out':
    case 'kept_out':
      return 'out'
    case 'duplicate':
      return 'repeat'
    case 'lockup_held':
    case 'kept_unknown':
    case 'sign_in_badge':
    case 'badge_proof':
    case 'reader_test':
      return 'notice'
    default:
      return 'refused'
  }
}

const readingMs = 8_000

/**
 * How long a card stays, in ms (screens.md 1.6, W-10): long enough to read what must be read, short enough for a queue.
 * In a rush what went well goes sooner (issue 5.4). A choice stays for as long as it is offered. The next badge takes the card's place at once, whatever it shows.
 */
export function cardTime({ outcome, notes, messages, options, prompt }: Pick<ScanOutcome, 'outcome' | 'notes' | 'messages' | 'options' | 'prompt'>, hurried = false): number {
  if (options.length > 0 || (prompt !== null && prompt.actions.length > 0)) return promptMs
  if (prompt !== null || messages.length > 0) return readingMs
  const tone = toneOf(outcome)
  return tone === 'notice' || tone === 'refused' || notes.length > 0 || !hurried ? 5000 : 2000
}

/** As many as the longer strip of a rush shows. */
const strip = 10

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
  // The page of the test shows it, with its bytes.
  if (outcome.outcome === 'reader_test') return
  const { last } = useKiosk.getState()
  // A keyboard reader's scan is told by its answer and by its event; whichever comes first is shown.
  if (last.some((known) => known.scanId === outcome.scanId && known.outcome === outcome.outcome)) return
  markScan(outcome.scanId)
  scanSeen()
  cancel()
  useKiosk.setState({ card: outcome, last: [outcome, ...last.filter(({ scanId }) => scanId !== outcome.scanId)].slice(0, strip) })
  cancel = after(cardTime(outcome, useKioskPace.getState().hurried), () => useKiosk.setState({ card: null }))
}

/** The card has been answered: it makes room. */
export function dismissCard(): void {
  cancel()
  useKiosk.setState({ card: null })
}

const marks = ['scan-event', 'scan-painted']

/** A kiosk runs for months: the marks of the last hundred scans are enough to measure by. */
function markScan(scanId: string): void {
  if (performance.getEntriesByName('scan-event').length >= 100) for (const mark of marks) performance.clearMarks(mark)
  performance.mark('scan-event', { detail: scanId })
}

function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
