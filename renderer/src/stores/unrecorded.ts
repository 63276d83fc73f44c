import { create } from 'zustand'
import type { ScanOutcome } from './kiosk.ts'

/** Scans that could not be written. They stay on the desk until somebody says that they are on paper. */
export const useUnrecorded = create<{ readonly scans: readonly ScanOutcome[] }>(() => ({ scans: [] }))

/** Takes a scan once, however often it is told. */
export function noteUnrecorded(scan: ScanOutcome): void {
  useUnrecorded.setState(({ scans }) => (scans.some(({ scanId }) => scanId === scan.scanId) ? { scans } : { scans: [...scans, scan] }))
}
export const writtenDown = (): void => useUnrecorded.setState({ scans: [] })
