/** What services see of the database; which engine is behind it is nobody's business above this folder. */
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from './schema/index.ts'

/** Something that runs queries: a transaction, or a read outside one. */
export type Tx = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>

/** `away`: a server that does not answer; it is tried again until it does. An embedded engine is never away. */
export type DatabaseState = 'ready' | 'away' | 'stalled' | 'full' | 'closed'

/** What stations that share one server have to do with each other (decision 026). */
export interface Stations {
  /** Whether this station does what is done once for all of them. At most one says so at any moment. */
  leads(): boolean
  /** Called each time when it comes to lead. */
  onLeading(listener: () => void): () => void
  /**
   * Tells every other station, some milliseconds later. Only ids, dates and revisions: whoever may connect to the database can
   * hear it, names are read from the record. What cannot be told, because the server is away, is not kept: the others find out by
   * the record’s revision that they missed something.
   */
  tell(name: string, payload: unknown): void
  listen(listener: StationListener): () => void
}

export interface StationListener {
  /** Another station told something; each once. Anybody who may connect could have said it: look at it before it is believed. */
  onTold(name: string, payload: unknown): void
  /** Acts of other stations were kept that nobody told of, or the telling of which was missed: whatever is shown is read again. */
  onMissed(): void
}

export interface Database {
  /** This desk keeps the files itself: it backs them up, clears up and restores. False = a server, whose administrator does. */
  readonly embedded: boolean
  /**
   * Runs one act: read, decide, write and audit together (design.md, one transaction per act). Rolls back when `act`
   * throws. Inside it only `tx` may be used: another query on the database would wait for ever (F4).
   * Refuses `database_stalled` when the engine does not answer in time, `database_full` when the disk is full,
   * `database_damaged` when what is on it cannot be what was written. Of a server, also
   * `database_away`: it cannot be reached, or went while the act was running, and nothing of it was kept; only when it went during
   * COMMIT may the act have been kept, and scans, which carry ids, can be asked again. And `database_busy`: it took too long.
   */
  transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs reads that belong to no act. */
  read<T>(query: (tx: Tx) => Promise<T>): Promise<T>
  state(): DatabaseState
  /** Present only where it lives on a server, which may be away. */
  readonly server?: {
    /** What the server's clock says. */
    now(): Promise<Date>
    /** Absent = no others are told: a test’s own database. */
    readonly stations?: Stations
  }
  onStateChange(listener: (state: DatabaseState) => void): () => void
  /** Checkpoints and closes; safe to call twice. */
  close(): Promise<void>
}
