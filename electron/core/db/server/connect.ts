/** Connections to a server: each set up alike before anybody uses it, and let go of when it does not answer. */
import pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import type { ServerAddress } from './address.ts'
import { valueTypes } from './value-types.ts'

/** Milliseconds. */
export const timeouts = {
  connect: 5_000,
  /** A statement, as on the embedded engine; the server ends it. */
  statement: 10_000,
  /** How long an act waits for those of other stations. Longer than `idleInAct`, so that a station that froze holds nobody up for good. */
  turn: 30_000,
  /** An act in which nothing happens: its station froze or lost its network. The server ends it, and nothing of it is kept. */
  idleInAct: 20_000,
  /** A connection nobody uses. */
  idle: 60_000,
  /** What the network may take on top of the server's own limits. */
  network: 2_000,
} as const

/** @param name shown in `pg_stat_activity`: `sentinel` and the station */
export function connectionOptions({ host, port, user, password, database, ssl }: ServerAddress, name: string): pg.ClientConfig {
  return { host, port, user, password, database, ssl, application_name: name, connectionTimeoutMillis: timeouts.connect, keepAlive: true, keepAliveInitialDelayMillis: 10_000 }
}

/** As PGlite has them, the planner's too: our queries are short, and its answers are what they are tuned on. Sent as a statement because poolers refuse unknown start-up parameters. */
const settings = `set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set search_path = public; set client_min_messages = warning; set max_parallel_workers_per_gather = 0; set jit = off; set statement_timeout = ${timeouts.statement}; set idle_in_transaction_session_timeout = ${timeouts.idleInAct}`

/** For every new connection, before its first use. */
export async function setUp(client: pg.ClientBase): Promise<void> {
  // An error that nobody hears would end the process; whoever is waiting for an answer gets it as a rejection.
  client.on('error', () => {})
  await client.query(settings)
}

/**
 * One connection of one's own, set up: for locks that last a session, and for LISTEN. The caller ends it.
 * Its values are read as PGlite's, also those of drizzle.
 */
export async function connectOnce(address: ServerAddress, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOptions(address, name), types: valueTypes })
  client.on('error', () => {})
  try {
    await client.connect()
    await setUp(client)
  } catch (error) {
    void client.end().catch(() => {})
    throw error
  }
  return client
}

/** Ends a connection of one's own, also one through which nothing comes any more. Never rejects. */
export async function disconnect(client: pg.Client, clock: Clock): Promise<void> {
  let inTime = (): void => {}
  await Promise.race([client.end().catch(() => {}), new Promise<void>((resolve) => (inTime = clock.after(timeouts.network, resolve)))])
  inTime()
}
