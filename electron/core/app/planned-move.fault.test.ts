/** A planned move of the record (issue 8.1, decision 027): done at the start, killed at each step, and ended right by the next start. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import { startPostgres, type PostgresServer } from '../../../test/rigs/postgres-server.ts'
import { openDatabase } from '../db/open.ts'
import { readServerChoice, readStationChoice, writeServerChoice, writeStationChoice } from '../db/server-choice.ts'
import { moveFilePath, planMove, readMovePlan, type MovePlan } from '../db/transfer/move-file.ts'
import { readMoved } from '../db/transfer/moved.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { offlineFolder, openScanQueue } from '../domain/offline/scan-queue.ts'
import { systemClock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import type { Moving } from './planned-move.ts'
import { signedInDesk } from './testing/test-callers.ts'

const by = { kind: 'admin', id: '00000000-0000-4000-8000-000000000001', name: 'PO1 Test, T' } as const
let folder: string
/** A desk with one station more than a new one. */
let template: string
let root: string
let url: string
let server: PostgresServer
const cores: Core[] = []

const ask = async <R>(text: string, at = url): Promise<R[]> => {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(text)).rows as R[]
  } finally {
    await client.end()
  }
}
const client = (core: Core) => createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
async function start(dataDir = root, options: Partial<Parameters<typeof createCore>[0]> = {}) {
  const core = await createCore({ dataDir, host: 'test', version: 'test', log: silentLog, ...options })
  cores.push(core)
  return client(core)
}
const stop = async (): Promise<void> => {
  for (const core of cores.splice(0)) await core.close()
}
async function value<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>): Promise<T> {
  const result = await asked
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const state = async (api: Awaited<ReturnType<typeof start>>) => value(api.server.state({}))
const stationsOf = async (api: Awaited<ReturnType<typeof start>>) => (await value(api.stations.list({}))).stations.map(({ id }) => id)
const plan = (given: Partial<Pick<MovePlan, 'way' | 'url' | 'station'>>): void => planMove(root, { way: 'to', url, station: null, by, ...given }, new Date())
const killedBefore = (file: string, which = 1) => spawnSync(process.execPath, [join(findAppRoot(), 'test/rigs/move-killed.ts'), root, file, String(which)], { encoding: 'utf8' })
const moves = () => ask<{ way: string }>(`select details ->> 'reason' as way from audit where action = 'database_move' order by seq`)

let count = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-planned-'))
  template = join(folder, 'template')
  const api = await start(template)
  await value(api.stations.create({ id: 'side-door', name: 'Side door' }))
  await stop()
  server = await startPostgres()
}, 240_000)
afterAll(async () => {
  await stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await stop()
  count += 1
  root = join(folder, `desk-${count}`)
  cpSync(template, root, { recursive: true })
  cpSync(`${template}.sentinel.json`, `${root}.sentinel.json`)
  url = await server.createDatabase(`desk_${count}`)
})

test('to a server: carried before anything is opened, told as it goes, kept for the screen, and said in the trail by whom', async () => {
  plan({ station: 'front-door' })
  expect(statSync(moveFilePath(root)).mode & 0o777).toBe(0o600)
  const told: Moving[] = []
  const api = await start(root, { onMoving: (moving) => told.push(moving) })
  expect(told[0]).toEqual({ way: 'to', share: null })
  expect(told.at(-1)).toEqual({ way: 'to', share: 1 })
  const seen = await state(api)
  expect(seen).toMatchObject({ server: { database: `desk_${count}`, user: 'sentinel' }, station: 'front-door', folder: 'moved', planned: null, ended: { way: 'to', by: by.name, problem: null, carried: { rows: expect.any(Number), tables: expect.any(Number) } } })
  expect(seen.ended?.carried?.rows).toBeGreaterThan(100)
  expect(seen.server?.version).toMatch(/^\d+/)
  expect(await stationsOf(api)).toContain('side-door')
  expect(await ask(`select actor_name, details ->> 'reason' as way from audit where action = 'database_move'`)).toEqual([{ actor_name: by.name, way: 'to' }])
  await stop()
  // The next start is an ordinary one.
  const again: Moving[] = []
  expect((await state(await start(root, { onMoving: (moving) => again.push(moving) }))).ended).toMatchObject({ way: 'to' })
  expect(again).toEqual([])
})

describe('to a server, killed', () => {
  // The first time the file is written before it counts on the server, the second time when all is over.
  test.each([
    ['desk.move.json', 1],
    ['moved.json', 1],
    ['desk.database.json', 1],
    ['desk.move.json', 2],
  ])('before %s (%i): the next start ends it, and the record is in one place', async (name, which) => {
    plan({ station: 'front-door' })
    const killed = killedBefore(name.replace('desk', `desk-${count}`), which)
    expect({ signal: killed.signal, complaints: killed.stderr }).toEqual({ signal: 'SIGKILL', complaints: '' })
    const api = await start()
    expect(await state(api)).toMatchObject({ server: { database: `desk_${count}` }, station: 'front-door', folder: 'moved', planned: null, ended: { way: 'to', problem: null, carried: { tables: expect.any(Number) } } })
    expect((await state(api)).ended?.carried?.rows).toBeGreaterThan(100)
    expect(await stationsOf(api)).toContain('side-door')
    expect(await moves()).toEqual([{ way: 'to' }])
    expect(readMoved(root)).toBeDefined()
  })

  test('when it counted there already, and the server is away at the next start: nothing is opened, in words; then it goes on by itself', async () => {
    plan({})
    expect(killedBefore('moved.json').signal).toBe('SIGKILL')
    await server.kill()
    try {
      for (const open of [start, () => openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })]) await expect(open()).rejects.toMatchObject({ kind: 'move_unknown', facts: { plan: moveFilePath(root) } })
    } finally {
      await server.start()
    }
    const api = await start()
    expect(await state(api)).toMatchObject({ server: { database: `desk_${count}` }, folder: 'moved', ended: { problem: null } })
    expect(await moves()).toEqual([{ way: 'to' }])
  })
})

test('what cannot be done is said, nothing is changed, and the desk opens as before', async () => {
  await ask('create table theirs (n int)')
  plan({})
  const api = await start()
  expect(await state(api)).toMatchObject({ server: null, folder: 'record', planned: null, ended: { way: 'to', carried: null, problem: { code: 'move_not_empty' } } })
  expect(await stationsOf(api)).toContain('side-door')
  expect((await value(api.audit.list({ limit: 5 }))).lines.map(({ action }) => action)).toContain('database_move_fail')
  await stop()

  plan({ way: 'join', url: 'postgres://sentinel:secret@127.0.0.1:1/none' })
  const { ended } = await state(await start())
  expect(ended).toMatchObject({ way: 'join', server: 'sentinel@127.0.0.1:1/none', problem: { code: 'server_away', details: { server: 'sentinel@127.0.0.1:1/none' } } })
  expect(JSON.stringify(ended)).not.toContain('secret')
  expect(readFileSync(moveFilePath(root), 'utf8')).not.toContain('secret')
})

describe('back from a server', () => {
  beforeEach(async () => {
    plan({ station: 'front-door' })
    const api = await start()
    await value(api.stations.create({ id: 'since-then', name: 'Since then' }))
    await stop()
    plan({ way: 'from' })
  })

  test('what came since is here, under the station that it was; what was here is kept', async () => {
    const api = await start()
    expect(await state(api)).toMatchObject({ server: null, station: 'front-door', folder: 'record', ended: { way: 'from', problem: null, carried: { rows: expect.any(Number) } } })
    expect(await stationsOf(api)).toEqual(expect.arrayContaining(['side-door', 'since-then']))
    expect(readdirSync(join(root, 'backups')).filter((entry) => entry.endsWith('-replaced'))).toHaveLength(1)
    expect(readStationChoice(root)).toEqual({ station: 'front-door' })
  })

  // Where one file's part ends and another's begins; those in between are a restore's own, and killed in its tests (`SENTINEL_ROUNDS` for all).
  const seams: readonly [string, number][] = [
    ['desk.move.json', 1],
    ['pgdata', 1],
    ['desk.database.json', 1],
  ]
  const between: readonly [string, number][] = [
    ['restoring', 1],
    ['restore.json', 1],
    ['replaced', 1],
    ['desk.sentinel.json', 1],
    ['restored.json', 1],
    ['desk.move.json', 2],
  ]
  test.each(process.env['SENTINEL_ROUNDS'] === undefined ? seams : [...seams, ...between])('killed before %s (%i): the next start ends it', async (name, which) => {
    const killed = killedBefore(name.replace('desk', `desk-${count}`), which)
    expect({ signal: killed.signal, complaints: killed.stderr }).toEqual({ signal: 'SIGKILL', complaints: '' })
    const api = await start()
    expect(await state(api)).toMatchObject({ server: null, folder: 'record', planned: null, ended: { way: 'from', problem: null, carried: { tables: expect.any(Number) } } })
    expect(await stationsOf(api)).toEqual(expect.arrayContaining(['side-door', 'since-then']))
    expect([readServerChoice(root), readMoved(root), readMovePlan(root)]).toEqual([undefined, undefined, null])
  })

  test('not while another station works there', async () => {
    writeStationChoice(`${root}-other`, { url, station: 'rear-door' })
    await start(`${root}-other`)
    const killed = await start()
    expect(await state(killed)).toMatchObject({ server: { database: `desk_${count}` }, ended: { way: 'from', problem: { code: 'move_stations_open', details: { stations: 'rear-door' } } } })
  })
})

test('a PC joins the record on a server, and goes back to its own, which was kept as it was', async () => {
  plan({})
  await start()
  await stop()
  const first = root
  root = join(folder, `second-${count}`)
  cpSync(template, root, { recursive: true })
  cpSync(`${template}.sentinel.json`, `${root}.sentinel.json`)
  const own = await start()
  await value(own.stations.create({ id: 'only-here', name: 'Only here' }))
  await stop()

  const desk = await start(first)
  plan({ way: 'join', station: 'desk' })
  // Two PCs cannot be the same station at once.
  expect(await state(await start())).toMatchObject({ server: null, ended: { problem: { code: 'move_station_connected' } } })
  await cores.pop()?.close()
  plan({ way: 'join', station: 'rear-door' })
  const joined = await start()
  expect(await state(joined)).toMatchObject({ server: { database: `desk_${count}` }, station: 'rear-door', folder: 'record', ended: { way: 'join', problem: null } })
  expect(await stationsOf(joined)).not.toContain('only-here')
  expect(await ask(`select actor_name, details -> 'after' ->> 'stationId' as station from audit where action = 'database_join'`)).toEqual([{ actor_name: by.name, station: 'rear-door' }])
  expect(await stationsOf(desk)).toContain('rear-door')
  await cores.pop()?.close()

  // Scans that were answered for the server's record are no matter of this one.
  const queue = openScanQueue({ folder: join(root, offlineFolder), log: silentLog })
  queue.append({ id: newId(), at: new Date().toISOString(), run: newId(), mono: 0, serial: '04C0FFEE99', stationId: 'rear-door', reader: null, actor: by, predicted: { outcome: 'kept_unknown', direction: null, memberId: null } }, new Date())
  queue.close()
  plan({ way: 'leave' })
  expect((await state(await start())).ended).toMatchObject({ way: 'leave', problem: { code: 'move_scans_kept' } })
  await cores.pop()?.close()

  plan({ way: 'leave' })
  const left = await start()
  expect(await state(left)).toMatchObject({ server: null, station: 'rear-door', folder: 'record', ended: { way: 'leave', problem: null } })
  expect(await stationsOf(left)).toContain('only-here')
  expect(existsSync(join(root, 'pgdata'))).toBe(true)
})

test('an address that was given to the start goes before what is planned, which waits', async () => {
  plan({})
  await value((await start(join(folder, `other-${count}`), { databaseUrl: url })).stations.list({}))
  await stop()
  await start(root, { databaseUrl: url })
  expect(readMovePlan(root)).not.toBeNull()
  writeServerChoice(root, null)
})
