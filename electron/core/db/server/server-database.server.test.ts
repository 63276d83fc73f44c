/** A server that other stations use as well (issue 8.1, decision 020): real PostgreSQL, really killed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../../../test/rigs/postgres-server.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import type { Database, DatabaseState, Tx } from '../database.ts'
import { parseServerUrl } from './address.ts'
import { connectionOptions, setUp } from './connect.ts'
import { createServerDatabase } from './server-database.ts'

const insert = (n: number) => (tx: Tx) => tx.execute(sql`insert into number values (${n})`)
const rowsOf = async <R>(tx: Tx, query: ReturnType<typeof sql>): Promise<R[]> => ((await tx.execute(query)) as unknown as { rows: R[] }).rows
const numbers = async (tx: Tx): Promise<number[]> => (await rowsOf<{ n: number }>(tx, sql`select n from number order by n`)).map(({ n }) => n)

let server: PostgresServer
let admin: pg.Pool
const stations: Database[] = []
/** Another station of the same desk. */
function station(): Database {
  const pool = new pg.Pool({ ...connectionOptions(parseServerUrl(server.url()), 'sentinel test'), max: 3, onConnect: setUp })
  pool.on('error', () => {})
  const database = createServerDatabase({ pool, connections: 3, clock: systemClock, log: silentLog })
  stations.push(database)
  return database
}
/** Resolves when the database has come to be in this state. */
const comesTo = (database: Database, state: DatabaseState): Promise<void> =>
  new Promise((resolve) => {
    if (database.state() === state) return resolve()
    const stop = database.onStateChange((now) => {
      if (now !== state) return
      stop()
      resolve()
    })
  })

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())
beforeEach(async () => {
  admin = new pg.Pool({ connectionString: server.url() })
  admin.on('error', () => {})
  await admin.query('drop table if exists number')
  await admin.query('create table number (n int primary key)')
})
afterEach(async () => {
  for (const database of stations.splice(0)) await database.close()
  await admin.end()
})

describe('acts of two stations', () => {
  test('come one after the other: each reads what the one before wrote', async () => {
    const [a, b] = [station(), station()]
    const next = async (tx: Tx): Promise<void> => {
      const found = await numbers(tx)
      await sleep(1)
      await insert(found.length)(tx)
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? a : b).transaction(next)))
    expect(await a.read(numbers)).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })

  test('do not keep others from reading, who see one state of the record from beginning to end', async () => {
    const [a, b] = [station(), station()]
    await a.transaction(insert(1))
    const seen = await b.read(async (tx) => {
      const before = await numbers(tx)
      await a.transaction(insert(2))
      return [before, await numbers(tx)]
    })
    expect(seen).toEqual([[1], [1]])
    await a.transaction(async (tx) => {
      await insert(3)(tx)
      expect(await b.read(numbers), 'what is not committed').toEqual([1, 2])
    })
  })

  test('leave nothing when they throw', async () => {
    const database = station()
    const refused = database.transaction(async (tx) => {
      await insert(1)(tx)
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    await expect(database.transaction(insert(1))).resolves.toBeDefined()
    await expect(database.transaction(insert(1))).rejects.toMatchObject({ cause: { code: '23505' } })
    expect([await database.read(numbers), database.state()]).toEqual([[1], 'ready'])
  })
})

test('the outer database used inside an act is told at once (F4), and a read that writes is a defect, no server that went', async () => {
  const database = station()
  await expect(database.transaction(() => database.read(numbers))).rejects.toThrow(/inside a transaction/)
  await expect(database.read(insert(1))).rejects.toMatchObject({ cause: { code: '25006' } })
  expect(database.state()).toBe('ready')
})

describe('a server that goes', () => {
  test('in the middle of an act: refused, said, nothing kept; and back by itself', async () => {
    const database = station()
    await database.transaction(insert(1))
    const heard: DatabaseState[] = []
    database.onStateChange((state) => heard.push(state))
    const lost = database.transaction(async (tx) => {
      await insert(2)(tx)
      await server.kill()
      await insert(3)(tx)
    })
    await expect(lost).rejects.toMatchObject({ code: 'database_away' })
    expect(database.state()).toBe('away')
    await expect(database.transaction(insert(4))).rejects.toMatchObject({ code: 'database_away' })
    await expect(database.read(numbers)).rejects.toMatchObject({ code: 'database_away' })
    const back = comesTo(database, 'ready')
    await server.start()
    await back
    await database.transaction(insert(5))
    expect([await database.read(numbers), heard]).toEqual([[1, 5], ['away', 'ready']])
  })

  test('while nobody asks it anything: noticed without a question', async () => {
    const database = station()
    await database.read(numbers)
    const away = comesTo(database, 'away')
    await server.kill()
    await away
    const back = comesTo(database, 'ready')
    await server.start()
    await back
    expect(await database.read(numbers)).toEqual([])
  })

  test('only with the connections: an act that has not begun yet takes a new one and is not refused', async () => {
    const database = station()
    await database.transaction(insert(1))
    await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'sentinel test'`)
    await database.transaction(insert(2))
    expect(await database.read(numbers)).toEqual([1, 2])
  })
})

test('a station that froze in an act lets the others on: the server ends what idles', async () => {
  const [frozen, other] = [station(), station()]
  const [hasFrozen, thaws] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const stuck = frozen.transaction(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 200`)
    await insert(1)(tx)
    hasFrozen.resolve()
    await thaws.promise
    await insert(2)(tx)
  })
  const outcome = stuck.catch((error: { code?: string }) => error.code)
  await hasFrozen.promise
  await other.transaction(insert(3))
  thaws.resolve()
  expect([await outcome, await other.read(numbers)]).toEqual(['database_away', [3]])
})

test('a statement that takes too long is refused in words, and the server stays', async () => {
  const database = station()
  const slow = database.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 50`)
    await tx.execute(sql`select pg_sleep(5)`)
  })
  await expect(slow).rejects.toMatchObject({ code: 'database_busy' })
  expect(database.state()).toBe('ready')
})

test('closing waits for what was asked for before, refuses what comes after, and leaves no connection', async () => {
  const database = station()
  const running = database.transaction(async (tx) => {
    await sleep(20)
    await insert(1)(tx)
  })
  const closed = database.close()
  await expect(database.read(numbers)).rejects.toMatchObject({ code: 'closing' })
  await running
  await closed
  expect(database.state()).toBe('closed')
  expect((await admin.query(`select from pg_stat_activity where application_name = 'sentinel test'`)).rowCount).toBe(0)
})
