/** A server over a network that is not to be trusted (issue 8.1: TLS; docs/server.md): real certificates, checked by both sides. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthority } from '../../../../test/rigs/certificates.ts'
import { giveToServer, startPostgres, type PostgresServer } from '../../../../test/rigs/postgres-server.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { parseServerUrl } from './address.ts'
import { openServer } from './open-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'sentinel-tls-'))
let server: PostgresServer

/** Written for whoever reads it; a key for its owner alone. */
const put = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(async () => {
  const [own, stranger] = [await createAuthority('Unit'), await createAuthority('Stranger')]
  const [desk, station] = [await own.sign('db', ['localhost']), await own.sign('station')]
  put('unit.pem', own.cert)
  put('stranger.pem', stranger.cert)
  put('station.pem', station.cert)
  put('station.key', station.key)
  put('server.pem', desk.cert)
  const key = put('server.key', desk.key)
  // Whoever tests looks after the server in the clear; a station comes encrypted, with a certificate of its own, or not at all.
  put('hba.conf', 'host all sentinel 127.0.0.1/32 trust\nhostssl all station all cert\n')
  chmodSync(folder, 0o755)
  chmodSync(key, 0o600)
  giveToServer(key)
  const files = Object.entries({ ssl_cert_file: 'server.pem', ssl_key_file: 'server.key', ssl_ca_file: 'unit.pem', hba_file: 'hba.conf' })
  server = await startPostgres(['ssl=on', ...files.map(([setting, name]) => `${setting}=${join(folder, name)}`)])
  const admin = new pg.Client({ connectionString: server.url() })
  await admin.connect()
  await admin.query('create role station login')
  await admin.query(`create database desk owner station template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
  await admin.end()
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const open = (host: string, given: Record<string, string>) => {
  const url = new URL(`postgres://station@${host}:${server.port}/desk`)
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value)
  return openServer({ address: parseServerUrl(url.href), clock: systemClock, log: silentLog, appVersion: 'test', stationId: 'desk' })
}
const file = (name: string): string => join(folder, name)
const own = { sslcert: file('station.pem'), sslkey: file('station.key') }

describe('a server with a certificate', () => {
  test.each([
    ['of the unit’s authority and for this host', 'localhost', { sslmode: 'verify-full' }],
    ['of the unit’s authority, whatever its host is called', '127.0.0.1', { sslmode: 'verify-ca' }],
  ])('%s is taken, and every connection is encrypted', async (_what, host, given) => {
    const database = await open(host, { ...given, sslrootcert: file('unit.pem'), ...own })
    const { rows } = (await database.read((tx) => tx.execute(sql`select usename, bool_and(ssl) as ssl, min(version) as version from pg_stat_ssl join pg_stat_activity using (pid) where usename = 'station' group by usename`))) as unknown as { rows: unknown[] }
    expect(rows).toEqual([{ usename: 'station', ssl: true, version: 'TLSv1.3' }])
    await database.close()
  })

  test.each([
    ['for another host', '127.0.0.1', { sslmode: 'verify-full', sslrootcert: file('unit.pem'), ...own }],
    ['of an authority that nobody named', 'localhost', { sslmode: 'verify-full', ...own }],
    ['of another authority', 'localhost', { sslmode: 'verify-full', sslrootcert: file('stranger.pem'), ...own }],
  ])('%s is refused before anything is said to it', async (_what, host, given) => {
    await expect(open(host, given)).rejects.toMatchObject({ kind: 'server_refused', facts: { reason: expect.stringMatching(/certificate|altnames|issuer/i) } })
  })

  test.each([
    ['in the clear', { sslmode: 'disable' }],
    ['without a certificate of its own', { sslmode: 'verify-full', sslrootcert: file('unit.pem') }],
  ])('lets no station in that comes %s', async (_how, given) => {
    await expect(open('localhost', given)).rejects.toMatchObject({ kind: 'server_refused' })
  })
})
