/** Where the record is, what is found on a server, and what is planned or refused (issue 8.1): a whole core with a folder of its own, and a real server. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import { isAtTheDeskOnly } from '../../../shared/contract/key-rights.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { planMove, readMovePlan } from '../db/transfer/move-file.ts'
import { copyTemplate } from '../db/testing/server-copy.ts'
import { serverUrl } from '../db/testing/server-test-database.ts'
import { systemClock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { createLog } from '../kit/log.ts'

const administrator = { serial: '04C0FFEE01', pin: '472905' } as const
const secret = 'open-sesame'
const unit = { name: 'HMCS Example', zone: 'America/Winnipeg', rollover: '03:00' }

let folder: string
let root: string
let core: Core
const logged: string[] = []
const events: string[] = []
const others: Core[] = []

const options = { host: 'test', version: 'test', log: createLog((level, event, fields) => void logged.push(JSON.stringify({ level, event, ...fields }))) } as const
const start = async (dataDir: string, more: Partial<Parameters<typeof createCore>[0]> = {}): Promise<Core> => createCore({ ...options, dataDir, ...more })
/** With the rights of whoever is signed in at the desk at this moment. */
const at = (desk: Core) => createClient(contract, createInProcessTransport(contract, desk, desk.callerOf('desk')))
const withPassword = (url: string): string => {
  const address = new URL(url)
  address.password = secret
  return address.href
}
async function emptyDatabase(...statements: string[]): Promise<string> {
  const name = `empty_${newId().replaceAll('-', '')}`
  const run = async (url: string, texts: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const text of texts) await client.query(text)
    await client.end()
  }
  await run(serverUrl('postgres'), [`create database ${name} template template0 lc_collate 'C' lc_ctype 'C.UTF-8'`])
  await run(serverUrl(name), statements)
  return withPassword(serverUrl(name))
}
async function setUp(desk: Core): Promise<void> {
  const result = await at(desk).accounts.setUp({ unit, administrator: { serviceNumber: 'A100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' }, ...administrator })
  expect(result).toMatchObject({ ok: true })
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sentinel-server-')))
  root = join(folder, 'desk')
  core = await start(root)
  core.onEvent((name) => events.push(name))
  await setUp(core)
})
afterAll(async () => {
  for (const other of others) await other.close()
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => void events.splice(0))

test('a desk by itself says that its record is in its own folder', async () => {
  expect(await at(core).server.state({})).toEqual({ ok: true, value: { available: true, server: null, isGivenAtStart: false, station: 'desk', isStationGivenAtStart: false, folder: 'record', planned: null, ended: null } })
  expect(existsSync(`${root}.database.json`)).toBe(false)
})

test('nobody but an administrator at the desk may look or plan', async () => {
  for (const verb of ['state', 'check', 'plan', 'cancel', 'planned']) expect(isAtTheDeskOnly(`server.${verb}`)).toBe(true)
  for (const verb of ['state', 'check', 'plan', 'cancel']) expect(await core.dispatch(core.callerOf('kiosk'), `server.${verb}`, { url: 'x', way: 'leave', pin: '1' })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('what is on a server is said: nothing, somebody else’s, or a desk with its unit and who works there', async () => {
  const empty = await at(core).server.check({ url: await emptyDatabase() })
  expect(empty).toMatchObject({ ok: true, value: { user: 'desk', encryption: 'none', holds: 'empty', desk: null, connected: [], version: expect.stringMatching(/^\d+(\.\d+)*$/) } })
  expect(Math.abs(empty.ok ? empty.value.clockOffSeconds : 99)).toBeLessThan(5)
  expect(await at(core).server.check({ url: await emptyDatabase('create table theirs (n int)') })).toMatchObject({ ok: true, value: { holds: 'other', desk: null } })

  const url = await copyTemplate('looked')
  const station = await start(join(folder, 'station'), { databaseUrl: url, stationId: 'rear-door' })
  others.push(station)
  await setUp(station)
  expect(await at(station).presence.scan({ serial: administrator.serial, stationId: 'rear-door', scanId: newId() })).toMatchObject({ ok: true, value: { outcome: 'member_in' } })
  const found = await at(core).server.check({ url: withPassword(url) })
  expect(found).toMatchObject({ ok: true, value: { holds: 'desk', desk: { version: 'same', unit: 'HMCS Example', members: 1, lastMovementAt: expect.any(String), stations: expect.arrayContaining(['rear-door']) }, connected: ['rear-door'] } })
  expect(JSON.stringify(found)).not.toContain(secret)
})

test('a desk there of another version is said to be one, and not asked further', async () => {
  const url = await copyTemplate('newer')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of next year', 9999999999999)`)
  await client.end()
  expect(await at(core).server.check({ url })).toMatchObject({ ok: true, value: { holds: 'desk', desk: { version: 'newer', unit: null } } })
  expect(await at(core).server.plan({ way: 'join', url, station: 'gate', pin: administrator.pin })).toMatchObject({ ok: false, error: { code: 'move_newer_version' } })
})

test.each([
  ['http://somewhere', 'server_address'],
  [`postgres://desk:${secret}@127.0.0.1:1/none`, 'server_away'],
  [`postgres://desk:${secret}@127.0.0.1:1/none?sslrootcert=/no/such/file&sslmode=require`, 'server_address'],
])('%s is refused as %s, in words and without the password', async (url, code) => {
  const result = await at(core).server.check({ url })
  expect(result).toMatchObject({ ok: false, error: { code, message: expect.not.stringMatching(/\{\{|undefined/) } })
  expect(JSON.stringify(result)).not.toContain(secret)
})

test('a database that is not there, and a user that is not let in, are the server’s refusal', async () => {
  const missing = new URL(serverUrl('postgres'))
  missing.pathname = '/no_such_database'
  expect(await at(core).server.check({ url: missing.href })).toMatchObject({ ok: false, error: { code: 'server_refused', message: expect.stringContaining('no_such_database') } })
})

test('a desk there whose tables this user may not read is the server’s refusal, and no defect', async () => {
  const url = await copyTemplate('locked')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('revoke all on member from current_user')
  await client.end()
  expect(await at(core).server.check({ url })).toMatchObject({ ok: false, error: { code: 'server_refused', message: expect.stringContaining('member') } })
})

test('what cannot be is not planned: an occupied database, nothing to join, a station that works there, no way back from here', async () => {
  const [empty, occupied] = [await emptyDatabase(), await emptyDatabase('create table theirs (n int)')]
  const desk = await copyTemplate('joined')
  const station = await start(join(folder, 'another'), { databaseUrl: desk, stationId: 'front-door' })
  others.push(station)
  const { pin } = administrator
  const refused = async (input: Parameters<ReturnType<typeof at>['server']['plan']>[0], code: string) => expect(await at(core).server.plan(input), code).toMatchObject({ ok: false, error: { code } })
  await refused({ way: 'to', url: occupied, station: 'gate', pin }, 'move_not_empty')
  await refused({ way: 'join', url: empty, station: 'gate', pin }, 'move_no_desk')
  await refused({ way: 'join', url: desk, station: 'front-door', pin }, 'move_station_connected')
  await refused({ way: 'from', pin }, 'move_not_on_server')
  await refused({ way: 'leave', pin }, 'move_not_on_server')
  await refused({ way: 'to', url: empty, station: 'Gate 1', pin }, 'invalid_input')
  expect(readMovePlan(root)).toBeNull()
  expect(events).not.toContain('server.planned')
  // The server was given at the start: nothing that is chosen here would hold.
  await setUp(station)
  expect(await at(station).server.state({})).toMatchObject({ ok: true, value: { isGivenAtStart: true, isStationGivenAtStart: true, server: { host: '127.0.0.1', version: expect.any(String) } } })
  expect(await at(station).server.plan({ way: 'from', pin })).toMatchObject({ ok: false, error: { code: 'move_given_at_start' } })
})

test('what is planned is kept for the next start, told once to the host, stands in the trail, and can be called off; the password is nowhere else', async () => {
  const url = await emptyDatabase()
  expect(await at(core).server.plan({ way: 'to', url, station: 'gate', pin: administrator.pin })).toEqual({ ok: true, value: {} })
  expect(events.filter((name) => name === 'server.planned')).toHaveLength(1)
  expect(readMovePlan(root)).toMatchObject({ way: 'to', url, station: 'gate', by: { kind: 'admin', name: 'PO1 Boss, A' }, carried: null })
  const state = await at(core).server.state({})
  expect(state).toMatchObject({ ok: true, value: { planned: { way: 'to', station: 'gate', by: 'PO1 Boss, A' } } })
  expect(await at(core).server.cancel({})).toEqual({ ok: true, value: {} })
  expect(await at(core).server.cancel({})).toMatchObject({ ok: false, error: { code: 'move_none_planned' } })
  expect(readMovePlan(root)).toBeNull()
  const trail = await at(core).audit.list({ limit: 100 })
  expect(trail.ok && trail.value.lines.map(({ action }) => action).filter((action) => action.startsWith('database_'))).toEqual(['database_plan_cancel', 'database_plan'])
  for (const text of [JSON.stringify(state), JSON.stringify(trail), logged.join('\n'), readFileSync(`${root}.move.json`, 'utf8')]) expect(text).not.toContain(secret)
})

test('without the right PIN nothing is planned', async () => {
  expect(await at(core).server.plan({ way: 'to', url: await emptyDatabase(), station: 'gate', pin: '000000' })).toMatchObject({ ok: false, error: { code: 'sign_in_wrong' } })
  expect(readMovePlan(root)).toBeNull()
})

test('a plan that cannot be read opens nothing: it may be of a record on its way', async () => {
  const other = join(folder, 'unreadable')
  planMove(other, { way: 'leave', url: null, station: null, by: { kind: 'system', id: 'x', name: 'x' } }, systemClock.now())
  writeFileSync(`${other}.move.json`, `{"plan": {"url": "postgres://desk:${secret}@`)
  const failure = await start(other).catch((error: unknown) => error)
  expect(failure).toMatchObject({ kind: 'move_unknown', facts: { plan: `${other}.move.json` } })
  expect(JSON.stringify(failure)).not.toContain(secret)
})
