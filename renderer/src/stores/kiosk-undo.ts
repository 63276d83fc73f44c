/** Taking the last scans back at the kiosk, by whoever stands there: no name is asked for beyond the one on the card (screens.md 5.1, 5.3). */
import { create } from 'zustand'
import { api } from '../api.ts'
import type { Refused } from '../../../shared/contract/kit.ts'
import { useKiosk, type ScanOutcome } from './kiosk.ts'
import { secondsLeft } from './undo-window.ts'

export interface Said {
  readonly scan: ScanOutcome
  /** Null = it was taken back. */
  readonly refused: Refused | null
}

interface KioskUndo {
  /** Scans that were taken back here. */
  readonly undone: readonly string[]
  /** What came of the last press, until the next scan or a moment later. */
  readonly said: Said | null
}
export const useKioskUndo = create<KioskUndo>(() => ({ undone: [], said: null }))

const movementOf = (scan: ScanOutcome, undone: readonly string[], now: number): ScanOutcome | null => (scan.movementId !== null && !undone.includes(scan.scanId) && secondsLeft(scan.at, now) > 0 ? scan : null)

/**
 * Which scan is offered: of the card's person, where somebody's card is shown; else the newest. Only a person's latest
 * movement can be taken back, and a badge held up twice is still the first time.
 * @param now the core's time, in ms
 */
export function offeredScan({ card, last }: { card: ScanOutcome | null; last: readonly ScanOutcome[] }, undone: readonly string[], now: number): ScanOutcome | null {
  if (card === null) {
    const newest = last.find((scan) => scan.movementId !== null)
    return newest === undefined ? null : movementOf(newest, undone, now)
  }
  const own = last.find((scan) => scan.movementId !== null && scan.person?.id === card.person?.id)
  return own === undefined || card.person === null ? null : movementOf(own, undone, now)
}

/** Those of the strip that can still be taken back: of each person the newest. */
export function offeredInStrip(last: readonly ScanOutcome[], undone: readonly string[], now: number): ReadonlySet<string> {
  const seen = new Set<string>()
  const offered = last.filter((scan) => {
    const id = scan.person?.id
    if (scan.movementId === null || id === undefined || seen.has(id)) return false
    seen.add(id)
    return movementOf(scan, undone, now) !== null
  })
  return new Set(offered.map(({ scanId }) => scanId))
}

const saidMs = 4_000
let timer: ReturnType<typeof setTimeout> | undefined

/** The next person's scan comes first: what was said of the last one goes. */
useKiosk.subscribe(({ card }, before) => {
  if (card !== null && card !== before.card && useKioskUndo.getState().said !== null) useKioskUndo.setState({ said: null })
})

/** Takes the scan back and says what came of it. */
export async function undoAtKiosk(scan: ScanOutcome): Promise<void> {
  if (scan.movementId === null) return
  const result = await api().history.undo({ movementId: scan.movementId })
  const { undone } = useKioskUndo.getState()
  // Taken back already, at the desk or by a second press: the same as done.
  const isUndone = result.ok || result.error.code === 'movement_voided'
  clearTimeout(timer)
  useKioskUndo.setState({ undone: isUndone ? [...undone, scan.scanId].slice(-20) : undone, said: { scan, refused: isUndone || result.ok ? null : result.error } })
  timer = setTimeout(() => useKioskUndo.setState({ said: null }), saidMs)
}
