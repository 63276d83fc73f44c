/** What a host gives the core, and what it gets. */
import type { Caller } from '../../../shared/domain/access.ts'
import type { Database, DatabaseState } from '../db/database.ts'
import type { Printer } from '../domain/muster/printer.ts'
import type { SavePlace } from '../domain/reports/exporting.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import type { LogSource } from '../kit/log-pages.ts'
import type { Metrics } from '../kit/metrics.ts'
import type { ReaderConfig } from '../readers/port.ts'
import type { WindowKind } from './callers.ts'
import type { Dispatch } from './dispatcher.ts'
import type { GatewayDoor, OpenGateway } from './gateway.ts'
import type { Moving } from './planned-move.ts'

export interface CoreOptions {
  /** The desk's own folder. */
  readonly dataDir: string
  /** Address of a PostgreSQL server that holds the record; undefined = what was chosen for the folder, by default the folder itself. */
  readonly databaseUrl?: string | undefined
  readonly host: 'electron' | 'browser' | 'test'
  readonly version: string
  readonly log: Log
  /** Reads the log back; absent = the core keeps the last lines itself. */
  readonly logSource?: LogSource
  readonly clock?: Clock
  /** Simulated reader and settable clock. A packaged build refuses it before it comes here. */
  readonly dev?: boolean
  /** Fills an empty database with an invented unit. */
  readonly demo?: boolean
  /** Code of this desk's door; undefined = what was chosen for the folder, by default `desk`. */
  readonly stationId?: string | undefined
  /** Readers given at start, besides those in the settings; as a function of this desk's station, which is known only once a planned move is over. */
  readonly readers?: readonly ReaderConfig[] | ((stationId: string) => readonly ReaderConfig[])
  readonly onProgress?: (step: string) => void
  /** Told how far a planned move is (planned-move.ts). */
  readonly onMoving?: (moving: Moving) => void
  /** Asks a person where a file goes; a host without one hands files over. */
  readonly savePlace?: SavePlace
  /** Prints musters without asking anybody; absent = this host cannot. */
  readonly printer?: Printer
  /** Opens the gateway when an administrator turns it on; absent = this host cannot. */
  readonly gateway?: OpenGateway
  /** An open database to use instead of `dataDir`: for tests; and where scans are kept then while it is away. */
  readonly database?: Database
  readonly offlineRoot?: string
}

export interface Core {
  readonly dispatch: Dispatch
  readonly stationId: string
  readonly dev: boolean
  /** What it counts of itself: nobody’s name is in it. */
  readonly metrics: Metrics
  databaseState(): DatabaseState
  /** The rights of a window at this moment: ask at every call, since people sign in and out. */
  callerOf(kind: WindowKind): Caller
  /** For programs and screens elsewhere, with rights of their own. */
  readonly gateway: GatewayDoor
  /** Every event of the contract, by full name, after commit. A host sends on only what its caller may hear. */
  onEvent(listener: (name: string, payload: unknown) => void): () => void
  /** Readers, drain, checkpoint, close, release, in that order. `onPhase` names each as it begins. Safe to call twice. */
  close(onPhase?: (phase: string) => void): Promise<void>
}
