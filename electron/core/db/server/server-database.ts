/** The Database that services see, around a PostgreSQL server that other stations use as well (decision 020). */
import { createTableRelationsHelpers, extractTablesRelationalConfig, sql } from 'drizzle-orm'
import { NodePgSession } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { Refusal, refuse } from '../../kit/refusal.ts'
import { createActGuard } from '../act-guard.ts'
import type { Database, Stations, Tx } from '../database.ts'
import * as schema from '../schema/index.ts'
import { createStates } from '../states.ts'
import { timeouts } from './connect.ts'
import { kindOfServerError } from './errors.ts'
import { createLink } from './link.ts'
import { lockClass, lockKeys } from './locks.ts'
import { createReach } from './reach.ts'
import { announceAct } from './record-revision.ts'
import { createTurns } from './turns.ts'

interface Options {
  /** Whoever connects through it is set up, and was found fit (open-server.ts). Ended when the database is closed. */
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly log: Log
  /** How many connections `pool` may have; one of them is the acts'. */
  readonly connections: number
  /** Absent = nobody else uses the database. */
  readonly others?: {
    readonly stations: Stations
    /** Of this station, for those who hear of its acts. */
    readonly session: string
    /** Called after each act that wrote. @param revision the record’s, as of this act */
    readonly committed: (revision: number) => void
  }
  readonly onClosed?: () => Promise<void> | void
}

const lockStatements = `set local statement_timeout = ${timeouts.turn}; select pg_advisory_xact_lock(${lockClass}, ${lockKeys.act}); set local statement_timeout = ${timeouts.statement}`
/** What drizzle works out of all tables: once, and not for every act, where it takes longer than what is asked. */
const dialect = new PgDialect()
const { tables, tableNamesMap } = extractTablesRelationalConfig(schema, createTableRelationsHelpers)
const known = { fullSchema: schema, schema: tables, tableNamesMap }
/** One state of the record for the whole read, as on the embedded engine, where nobody writes meanwhile. */
const snapshot = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const

export function createServerDatabase({ pool, clock, log, connections, others, onClosed }: Options): Database {
  const guard = createActGuard()
  const states = createStates(log)
  let closing: Promise<void> | undefined
  // This station's acts wait for each other here: waiting at the server they would hold all connections, and nobody could read.
  const acts = createTurns(1)
  const reads = createTurns(connections - 1)

  const reach = createReach({
    clock,
    async probe() {
      const client = await pool.connect()
      const link = createLink(client, clock, { reads: false })
      try {
        const { rows } = await link.query('select pg_is_in_recovery() as standby')
        if ((rows[0] as { standby: boolean }).standby) throw new Error('the server is a stand-by: it takes no writes')
        client.release()
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    onAway(error) {
      log.warn('database.away', errorFields(error))
      states.set('away')
    },
    onBack: () => states.set('ready'),
  })
  // A connection that nobody was using has ended.
  const onIdleLost = (): void => reach.doubt()
  pool.on('error', onIdleLost)

  async function connect(): Promise<pg.PoolClient> {
    try {
      return await pool.connect()
    } catch (error) {
      // Whatever it is, nothing gets through: no network, no server, another password, a certificate that ran out.
      reach.lost(error)
      throw refuse('database_away')
    }
  }

  /** BEGIN, `work`, COMMIT on one connection. One that turns out to be dead before `work` has begun is replaced once. */
  async function bracketed<T>(work: (tx: Tx) => Promise<T>, writes: boolean, isSecondTry = false): Promise<T> {
    const client = await connect()
    const link = createLink(client, clock, { reads: !writes })
    let hasBegun = false
    let revision: number | undefined
    const run = async (tx: unknown): Promise<T> => {
      if (writes) await link.query(lockStatements, undefined, timeouts.turn + timeouts.network)
      hasBegun = true
      const value = await work(tx as Tx)
      if (others !== undefined && link.hasWritten()) revision = await announceAct(link, others.session)
      return value
    }
    try {
      const value = await new NodePgSession(link as unknown as pg.PoolClient, dialect, known).transaction(run, writes ? undefined : snapshot)
      client.release()
      if (revision !== undefined) others?.committed(revision)
      return value
    } catch (error) {
      const lost = link.lost()
      client.release(lost !== undefined)
      if (lost === undefined) throw error
      if (!hasBegun && !isSecondTry) return bracketed(work, writes, true)
      reach.lost(lost)
      throw refuse('database_away')
    }
  }

  async function guarded<T>(work: (tx: Tx) => Promise<T>, writes: boolean): Promise<T> {
    guard.demandOutside()
    // What was asked for before the closing began still runs.
    if (closing !== undefined) throw refuse('closing')
    return (writes ? acts : reads).take(async () => {
      if (states.now() === 'closed') throw refuse('closing')
      if (states.now() === 'away') throw refuse('database_away')
      try {
        const value = await guard.run(() => bracketed(work, writes))
        if (states.now() === 'full' && writes) states.set('ready')
        return value
      } catch (error) {
        throw asRefusal(error)
      }
    })
  }

  function asRefusal(error: unknown): unknown {
    if (error instanceof Refusal) return error
    const kind = kindOfServerError(error, { reads: true })
    if (kind === 'busy') {
      log.warn('database.busy', errorFields(error))
      return refuse('database_busy')
    }
    if (kind !== 'full') return error
    states.set('full')
    return refuse('database_full')
  }

  async function close(): Promise<void> {
    // Neither an act that never ends nor a server that does not answer keeps the desk open.
    const limited = async (work: Promise<unknown>): Promise<void> => {
      let inTime = (): void => {}
      await Promise.race([work.catch((error: unknown) => log.warn('database.close_failed', errorFields(error))), new Promise<void>((resolve) => (inTime = clock.after(timeouts.statement, resolve)))])
      inTime()
    }
    await limited(Promise.all([acts.idle(), reads.idle()]))
    reach.stop()
    pool.off('error', onIdleLost)
    pool.on('error', () => {})
    await limited(pool.end())
    states.set('closed')
    await onClosed?.()
  }

  return {
    embedded: false,
    transaction: (act) => guarded(act, true),
    read: (query) => guarded(query, false),
    state: states.now,
    server: {
      ...(others && { stations: others.stations }),
      now: () =>
        guarded(async (tx) => {
          const { rows } = (await tx.execute(sql`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`)) as unknown as { rows: { ms: number }[] }
          return new Date(Number(rows[0]?.ms))
        }, false),
    },
    onStateChange: states.onChange,
    close: () => (closing ??= close()),
  }
}
