/** For vitest's project `server`: one PostgreSQL server for all its workers, with a database to copy for each of them. */
import pg from 'pg'
import { startPostgres } from '../../../../test/rigs/postgres-server.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { parseServerUrl } from '../server/address.ts'
import { openServer } from '../server/open-server.ts'
import { makeReusable } from './reusable-engine.ts'
import { serverVariable, template } from './server-test-database.ts'

/** Who works on it owns the database and is nothing more: what a unit's administrator gives. */
const role = 'desk'

export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres(['shared_buffers=64MB', 'full_page_writes=off', 'autovacuum=off'])
  try {
    const asked = async (url: string, ...statements: string[]): Promise<void> => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }
    await asked(server.url(), `create role ${role} login createdb`, `create database ${template} owner ${role} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
    const url = new URL(server.url(template))
    url.username = role
    const database = await openServer({ address: parseServerUrl(url.href), clock: { ...systemClock, now: () => new Date('2026-01-01T00:00:00Z') }, log: silentLog, appVersion: 'test', stationId: 'setup' })
    await database.close()
    // As its superuser, whose rights the function keeps.
    await asked(server.url(template), makeReusable, `grant usage on schema seed to ${role}`, `grant execute on function seed.restore to ${role}`)
    process.env[serverVariable] = url.href
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}
