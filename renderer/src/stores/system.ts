import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { readers } from '../../../shared/contract/readers.ts'
import type { system } from '../../../shared/contract/system.ts'
import { onlyStation } from '../api.ts'

export type SystemStatus = OutputOf<typeof system.status>
export type ReaderStatus = OutputOf<typeof readers.list>['readers'][number]

interface SystemState {
  readonly status: SystemStatus | null
  readonly readers: readonly ReaderStatus[] | null
  readonly kioskOpen: boolean
  /** An exit code was chosen for it. */
  readonly kioskHasCode: boolean
  /** Null until it has arrived. */
  readonly wallOpen: boolean | null
  /** How far the core's clock is ahead of this window's, in ms: every time shown is the core's. */
  readonly clockOffset: number
  readonly connected: boolean
  /** Since when the connection is lost, in ms of this window's clock. */
  readonly lostAt: number | null
}

export const useSystem = create<SystemState>(() => ({ status: null, readers: null, kioskOpen: false, kioskHasCode: false, wallOpen: null, clockOffset: 0, connected: true, lostAt: null }))

/** Whose door this window is: what its address says, or the station of the desk. Undefined until that is known. */
export const useOwnStation = (): string | undefined => useSystem((state) => onlyStation ?? state.status?.stationId)

export const defaultZone = 'America/Winnipeg'
export const useZone = (): string => useSystem((state) => state.status?.unit.zone ?? defaultZone)
