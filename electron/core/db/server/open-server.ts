/** Opens a desk's database on a PostgreSQL server: fit → guard → migrate, one station at a time → seed → ready (decision 020). */
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { Database } from '../database.ts'
import { migrateWith, newestSchema, readMigrations, type Queries } from '../migrate.ts'
import { OpenFailure } from '../open-failure.ts'
import { seed } from '../seed.ts'
import { describeAddress, type ServerAddress } from './address.ts'
import { connectionOptions, connectOnce, setUp, timeouts } from './connect.ts'
import { checkFitness } from './fitness.ts'
import { startLeader, type Leader } from './leader.ts'
import { lockClass, lockKeys } from './locks.ts'
import { openNews, type News } from './news.ts'
import { createServerDatabase } from './server-database.ts'
import { whyNotOpened } from './why-not-opened.ts'

export interface OpenServerOptions {
  readonly address: ServerAddress
  readonly clock: Clock
  readonly log: Log
  readonly appVersion: string
  /** Code of this station: shown to the server's administrator as `sentinel CODE`. */
  readonly stationId: string
  readonly onProgress?: (step: 'open' | 'migrate' | 'ready') => void
  readonly onClosed?: () => Promise<void> | void
  /** How many connections this station may have at once: one for acts, the others for reads. 6 by default, 2 at least. */
  readonly connections?: number
}

/** Rejects with an OpenFailure: `server_away`, `server_refused`, one of fitness.ts, `newer_schema` or `other_schema`. */
export async function openServer({ address, clock, log, appVersion, stationId, onProgress = () => {}, onClosed, connections = 6 }: OpenServerOptions): Promise<Database> {
  const name = `sentinel ${stationId}`
  const facts = { server: describeAddress(address), appVersion }
  let database: Database | undefined
  let news: News | undefined
  let leader: Leader | undefined
  const end = async (): Promise<void> => {
    await leader?.stop()
    await news?.stop()
    await onClosed?.()
  }
  try {
    onProgress('open')
    await prepare(address, name, { facts, onMigrate: () => onProgress('migrate') })
    const pool = new pg.Pool({ ...connectionOptions(address, name), max: Math.max(2, connections), idleTimeoutMillis: timeouts.idle, maxLifetimeSeconds: 600, onConnect: checkConnection })
    // Heard for as long as it lives: a connection may end while the pool is being ended.
    pool.on('error', () => {})
    news = await openNews({ address, name, clock, log })
    leader = await startLeader({ address, name, clock, log })
    const { session, committed, tell, listen } = news
    const { leads, onLeading } = leader
    database = createServerDatabase({ pool, clock, log, connections: Math.max(2, connections), others: { session, committed, stations: { leads, onLeading, tell, listen } }, onClosed: end })
    await database.transaction((tx) => seed(tx, clock.now()))
    onProgress('ready')
    log.info('database.open', { server: facts.server })
    return database
  } catch (error) {
    if (!(error instanceof OpenFailure)) log.error('database.open_failed', errorFields(error))
    await (database === undefined ? end() : database.close())
    throw whyNotOpened(error, facts)
  }
}

/** Looks whether the server fits, and brings the schema up to date: the first station that comes does it, the others wait for it. */
async function prepare(address: ServerAddress, name: string, { facts, onMigrate }: { facts: { server: string; appVersion: string }; onMigrate: () => void }): Promise<void> {
  const client = await connectOnce(address, name)
  try {
    await checkFitness(client, facts)
    onMigrate()
    // A migration may take its time, and so may that of another station. No act may run meanwhile.
    await client.query('set statement_timeout = 0')
    for (const key of [lockKeys.migrate, lockKeys.act]) await client.query('select pg_advisory_lock($1, $2)', [lockClass, key])
    await migrateWith(queriesOf(client), (migrationsFolder) => migrate(drizzle(client), { migrationsFolder }), facts)
  } finally {
    // The locks go with the connection.
    await client.end().catch(() => {})
  }
}

const queriesOf = (client: pg.ClientBase): Queries => ({
  query: async <R>(text: string) => ({ rows: (await client.query(text)).rows as R[] }),
})

/** A station that stayed open while a newer one migrated, or that finds another database behind the same address, must not write. */
async function checkConnection(client: pg.ClientBase): Promise<void> {
  await setUp(client)
  const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by id desc limit 1')
  if (rows[0]?.hash !== newestSchema(readMigrations())) throw new Error('the schema on the server is not this version’s: start Sentinel again, or install the version of the other stations')
}
