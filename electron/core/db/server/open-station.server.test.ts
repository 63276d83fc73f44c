/** A station finds its record on a server, and says what is wrong where it may not be used (issue 8.1). */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kit/id.ts'
import { systemClock } from '../../kit/clock.ts'
import { createLog, silentLog } from '../../kit/log.ts'
import type { Database } from '../database.ts'
import { openDatabase, type OpenOptions } from '../open.ts'
import { readMigrations } from '../migrate.ts'
import { readServerChoice, serverChoicePath, writeServerChoice } from '../server-choice.ts'
import { serverUrl } from '../testing/server-test-database.ts'

let root: string
const open: Database[] = []
beforeEach(() => {
  root = join(realpathSync(mkdtempSync(join(tmpdir(), 'sentinel-station-'))), 'desk')
})
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  rmSync(join(root, '..'), { recursive: true, force: true })
})

async function emptyDatabase(properties = `lc_collate 'C' lc_ctype 'C.UTF-8'`): Promise<string> {
  const name = `empty_${newId().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: serverUrl('postgres') })
  await client.connect()
  await client.query(`create database ${name} template template0 ${properties}`)
  await client.end()
  return serverUrl(name)
}
async function openIn(dataDir: string, options: Partial<OpenOptions> = {}): Promise<Database> {
  const database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'test', ...options })
  open.push(database)
  return database
}
const count = async (database: Database, from: string): Promise<unknown> => ((await database.read((tx) => tx.execute(sql.raw(`select count(*) as n from ${from}`)))) as unknown as { rows: { n: number }[] }).rows[0]?.n

test('two stations that start at once on an empty database migrate it once, and share it', async () => {
  const databaseUrl = await emptyDatabase()
  const [a, b] = await Promise.all([openIn(`${root}-a`, { databaseUrl, stationId: 'a' }), openIn(`${root}-b`, { databaseUrl, stationId: 'b' })])
  expect([a.embedded, await count(a, 'drizzle.__drizzle_migrations')]).toEqual([false, readMigrations().length])
  await a.transaction((tx) => tx.execute(sql`insert into station (id, name, created_at, updated_at) values ('x', 'X', now(), now())`))
  expect(await count(b, `station where id = 'x'`)).toBe(1)
  expect(await count(b, `pg_stat_activity where application_name = 'sentinel a'`)).toBeGreaterThan(0)
  expect(existsSync(join(`${root}-a`, 'pgdata')), 'no database in its own folder').toBe(false)
})

describe('the choice', () => {
  test('lies beside the folder, for whoever runs Sentinel only, and is taken back without touching anything', async () => {
    const url = await emptyDatabase()
    writeServerChoice(root, url)
    expect(statSync(serverChoicePath(root)).mode & 0o777).toBe(0o600)
    expect((await openIn(root)).embedded).toBe(false)
    writeServerChoice(root, null)
    writeServerChoice(root, null)
    expect(readServerChoice(root)).toBeUndefined()
  })

  test('that cannot be read opens no other record instead, and is not repeated', async () => {
    writeFileSync(serverChoicePath(root), '{"url": "postgres://desk:secret@db')
    const failure = await openIn(root).catch((error: unknown) => error as { kind: string; facts: object })
    expect(failure).toMatchObject({ kind: 'server_address', facts: { settings: serverChoicePath(root) } })
    expect(JSON.stringify(failure)).not.toContain('secret')
    expect(readFileSync(serverChoicePath(root), 'utf8')).toContain('secret')
  })
})

test('a folder belongs to one Sentinel, on a server too', async () => {
  const databaseUrl = await emptyDatabase()
  await openIn(root, { databaseUrl })
  await expect(openIn(root, { databaseUrl })).rejects.toMatchObject({ kind: 'in_use', facts: { pid: process.pid } })
})

describe('refused in words', () => {
  test.each([
    ['an address that is none', async () => 'mysql://desk:secret@db.example/desk', 'server_address'],
    ['nobody there', async () => 'postgres://desk:secret@127.0.0.1:1/desk', 'server_away'],
    ['no such database', async () => serverUrl('nowhere'), 'server_refused'],
    ['letters in another encoding', () => emptyDatabase(`encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'`), 'server_order'],
    ['accents that are no letters', () => emptyDatabase(`lc_collate 'C' lc_ctype 'C'`), 'server_order'],
    ['no encryption where it was asked for', async () => `${await emptyDatabase()}?sslmode=require`, 'server_refused'],
    ['a database of others', async () => serverUrl('postgres'), 'server_rights'],
  ])('%s', async (_name, address, kind) => {
    const lines: string[] = []
    const databaseUrl = await address()
    const failure = await openIn(root, { databaseUrl, log: createLog((_level, event, fields) => lines.push(JSON.stringify([event, fields]))) }).catch((error: unknown) => error as { kind: string; facts: object })
    expect(failure).toMatchObject({ kind })
    expect(`${JSON.stringify(failure)} ${lines.join(' ')}`).not.toContain('secret')
  })

  test('a database that a newer Sentinel has migrated', async () => {
    const databaseUrl = await emptyDatabase()
    await (await openIn(root, { databaseUrl })).transaction((tx) => tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 9999999999999)`))
    await open.pop()?.close()
    await expect(openIn(root, { databaseUrl })).rejects.toMatchObject({ kind: 'newer_schema' })
  })
})
