/** The composition root: every host, and every test, gets the whole application from here. */
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import type { ReaderConfig } from '../readers/port.ts'
import type { Dispatch } from './dispatcher.ts'

export interface CoreOptions {
  /** The desk's own folder; null = in memory, for tests. */
  readonly dataDir: string | null
  readonly host: 'electron' | 'browser' | 'test'
  readonly version: string
  readonly log: Log
  readonly clock?: Clock
  /** Simulated reader and settable clock. A packaged build refuses it before it comes here. */
  readonly dev?: boolean
  /** Fills an empty database with an invented unit. */
  readonly demo?: boolean
  /** Name of this desk's door, `desk` by default. */
  readonly stationId?: string
  /** Readers given at start, besides those in the settings. */
  readonly readers?: readonly ReaderConfig[]
  readonly onProgress?: (step: string) => void
}

export interface Core {
  readonly dispatch: Dispatch
  readonly stationId: string
  readonly dev: boolean
  /** Every event of the contract, by full name, after commit. A host sends on only what its caller may hear. */
  onEvent(listener: (name: string, payload: unknown) => void): () => void
  /** Readers, jobs, drain, checkpoint, close, release, in that order. `onPhase` names each as it begins. */
  close(onPhase?: (phase: string) => void): Promise<void>
}

/** Opens the database, starts the readers and answers calls. Rejects with an OpenFailure when the database may not be opened. */
export async function createCore(_options: CoreOptions): Promise<Core> {
  throw new Error('being built')
}
