/** What a scan tells of itself while a muster is open (screens.md P0-7), and who hears it. */
import type { Tx } from '../../db/database.ts'
import type { ScanPerson } from './outcome.ts'

export interface ScanOfMuster {
  readonly serial: string
  readonly scanId: string
  /** What the scan came to, or would have come to where it moves nobody. */
  readonly outcome: string
  /** Of the movement that it made. */
  readonly direction: 'in' | 'out' | null
  readonly at: Date
  readonly stationId: string
  readonly stationName: string
  readonly isPoint: boolean
  readonly actorName: string
}

export interface OpenRoll {
  readonly musterId: string
  /** Of a scan at a muster point. */
  readonly safeOutcome: 'muster_safe' | 'drill_safe'
  isPoint(stationId: string): boolean
  /** Accounts for the badge’s holder, in the scan’s transaction. @returns them; undefined = it is nobody’s */
  mark(tx: Tx, scan: ScanOfMuster): Promise<ScanPerson | undefined>
}

export interface MusterRoll {
  /** Null = no muster is open: all that it costs a scan then. */
  open(): OpenRoll | null
}
