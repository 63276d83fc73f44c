/** A migrated, seeded database on the server of vitest's project `server`: a copy of its template for each worker, put back to the seed for the next test. */
import pg from 'pg'
import { systemClock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import type { Database } from '../database.ts'
import { parseServerUrl } from '../server/address.ts'
import { connectionOptions, setUp } from '../server/connect.ts'
import { createServerDatabase } from '../server/server-database.ts'
import { schemaQuery } from './reusable-engine.ts'

/** Where server-setup.ts leaves the template's address. */
export const serverVariable = 'SENTINEL_TEST_SERVER'
export const template = 'template_desk'

export const isOnServer = (): boolean => process.env['SENTINEL_TEST_ENGINE'] === 'server'

/** The template's address as `database`'s. */
export function serverUrl(database: string): string {
  const address = process.env[serverVariable]
  if (address === undefined) throw new Error('There is no server to test on: run this with vitest --project server')
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

interface Lendable {
  readonly pool: pg.Pool
  readonly shape: string
}
const free: Lendable[] = []
const connections = 4

const ask = async <R extends pg.QueryResultRow>(pool: pg.Pool | pg.Client, statement: string): Promise<R | undefined> => (await pool.query<R>(statement)).rows[0]
const shapeOf = async (pool: pg.Pool): Promise<string> => (await ask<{ shape: string }>(pool, schemaQuery))?.shape ?? ''

/** False when a test has changed more than rows. */
async function restore({ pool, shape }: Lendable): Promise<boolean> {
  if ((await shapeOf(pool)) !== shape) return false
  return pool.query('select seed.restore()').then(
    () => true,
    () => false,
  )
}

async function take(): Promise<Lendable> {
  for (let found = free.pop(); found !== undefined; found = free.pop()) {
    if (await restore(found)) return found
    await found.pool.end()
  }
  const name = `desk_${newId().replaceAll('-', '')}`
  const maker = new pg.Client({ connectionString: serverUrl('postgres') })
  await maker.connect()
  await maker.query(`create database ${name} template ${template}`)
  await maker.end()
  const pool = new pg.Pool({ ...connectionOptions(parseServerUrl(serverUrl(name)), 'sentinel test'), max: connections, onConnect: setUp, allowExitOnIdle: true })
  pool.on('error', () => {})
  return { pool, shape: await shapeOf(pool) }
}

export async function createServerTestDatabase(): Promise<Database> {
  const taken = await take()
  const lent = new Proxy(taken.pool, {
    get(pool, key) {
      if (key === 'end') return async () => void free.push(taken)
      const value: unknown = Reflect.get(pool, key, pool)
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(pool) : value
    },
  })
  return createServerDatabase({ pool: lent, connections, clock: systemClock, log: silentLog })
}
