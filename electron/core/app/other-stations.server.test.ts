/** Whole cores on one server hear of each other's acts as of their own (issue 8; domain.md 6 ▶; decision 026). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { startTcpProxy } from '../../../test/rigs/tcp-proxy.ts'
import { contract } from '../../../shared/contract/index.ts'
import { channel } from '../db/server/record-revision.ts'
import { copyTemplate } from '../db/testing/server-copy.ts'
import { createServerDatabase } from '../db/server/server-database.ts'
import { parseServerUrl } from '../db/server/address.ts'
import { connectionOptions, setUp } from '../db/server/connect.ts'
import { enlist, type Enlisted } from '../domain/offline/testing/enlist.ts'
import { createSettableClock, systemClock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'
import { reach } from './told-events.ts'

let folder: string
let databaseUrl: string
let people: Enlisted[]
const cores: Core[] = []
const firstInstant = '2026-11-24T20:30:00.000Z'
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-others-'))
  databaseUrl = await copyTemplate('others')
  const pool = new pg.Pool({ ...connectionOptions(parseServerUrl(databaseUrl), 'sentinel test'), max: 2, onConnect: setUp })
  const database = createServerDatabase({ pool, connections: 2, clock: systemClock, log: silentLog })
  people = await enlist(database, new Date(firstInstant), 2)
  await database.close()
})
afterEach(async () => {
  for (const core of cores.splice(0)) await core.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(stationId: string, address = databaseUrl) {
  const clock = createSettableClock(systemClock)
  clock.set(new Date(firstInstant))
  const core = await createCore({ dataDir: join(folder, stationId), databaseUrl: address, stationId, host: 'test', version: '1.2.3', log: silentLog, clock })
  cores.push(core)
  const heard: [string, unknown][] = []
  core.onEvent((name, payload) => void heard.push([name, payload]))
  const caller = { ...signedInDesk('admin'), stationId }
  return { core, clock, heard, names: () => heard.map(([name]) => name), api: createClient(contract, createInProcessTransport(contract, core, caller)) }
}
const settled = { timeout: 20_000, interval: 20 }

test('who comes at one door is told at the other, with the revision that is read there; no card is shown there', async () => {
  const [a, b] = [await start('front-door'), await start('back-door')]
  const [person] = people
  await a.api.presence.scan({ serial: person?.serial ?? '', stationId: 'front-door' })
  await expect.poll(b.names, settled).toContain('presence.changed')
  const now = await b.api.presence.now({})
  expect(now).toMatchObject({ ok: true, value: { people: [{ id: person?.id }] } })
  expect(b.heard.filter(([name]) => name.startsWith('presence.'))).toEqual([['presence.changed', { revision: now.ok ? now.value.revision : -1 }]])
  expect(a.names().filter((name) => name === 'presence.changed')).toHaveLength(1)
})

test('who was refused at one door is on the list of what happened at the other', async () => {
  const [a, b] = [await start('front-door'), await start('back-door')]
  await a.api.presence.scan({ serial: 'NOBODY0001', stationId: 'front-door' })
  await expect.poll(b.names, settled).toContain('presence.changed')
  expect(await b.api.presence.activity({ limit: 5 })).toMatchObject({ ok: true, value: { items: [{ outcome: 'unknown_badge' }] } })
})

test('what a station keeps in memory of the record is another’s change too: the unit’s time, a station’s name, a muster', async () => {
  const [a, b] = [await start('front-door'), await start('back-door')]
  const profile = await a.api.settings.unit({})
  if (!profile.ok) throw new Error(profile.error.message)
  const { version, unit } = profile.value
  expect(await a.api.settings.updateUnit({ basedOn: version, unit: { ...unit, zone: 'America/Halifax' } })).toMatchObject({ ok: true })
  await expect.poll(b.names, settled).toContain('settings.changed')
  expect(await b.api.system.status({})).toMatchObject({ ok: true, value: { unit: { zone: 'America/Halifax' } } })

  await a.api.stations.update({ id: 'back-door', name: 'Loading dock' })
  await expect.poll(b.names, settled).toContain('stations.changed')

  expect(await a.api.muster.start({ requestId: newId(), kind: 'drill' })).toMatchObject({ ok: true })
  await expect.poll(b.names, settled).toContain('muster.changed')
  expect(await b.api.muster.state({})).toMatchObject({ ok: true, value: { open: { kind: 'drill' } } })
})

test('a visitor is announced at every desk; their name is read from the record and not sent', async () => {
  const [a, b] = [await start('front-door'), await start('back-door')]
  const spy = new pg.Client({ connectionString: databaseUrl })
  await spy.connect()
  const sent: string[] = []
  spy.on('notification', ({ payload = '' }) => sent.push(payload))
  await spy.query(`listen ${channel}`)
  await a.api.visitors.signIn({ requestId: newId(), visitType: 'guest', firstName: 'Robin', lastName: 'Quimby', purpose: 'information' })
  await expect.poll(() => b.heard, settled).toContainEqual(['visitors.signedIn', expect.objectContaining({ displayName: expect.stringContaining('Quimby') as unknown })])
  expect(sent.join(' ')).toContain('visitors.signedIn')
  expect(sent.join(' ')).not.toMatch(/Quimby|Robin/)
  await spy.end()
})

test('whoever may connect to the database can make a station read again, and nothing else', async () => {
  const b = await start('back-door')
  const other = new pg.Client({ connectionString: databaseUrl })
  await other.connect()
  const say = (name: string, payload: unknown, number: number) => other.query('select pg_notify($1, $2)', [channel, JSON.stringify({ by: 'other', number, done: [], events: [{ name, payload }] })])
  const forged: [string, unknown][] = [['presence.scanned', { outcome: 'member_in' }], ['kiosk.changed', { open: true }], ['presence.changed', { revision: 'x' }], ['__proto__', {}], ['visitors.signedIn', { visitId: newId(), displayName: 'Nobody' }], ['dds.changed', {}]]
  for (const [index, [name, payload]] of forged.entries()) await say(name, payload, index + 1)
  await expect.poll(b.names, settled).toContain('dds.changed')
  expect(b.names()).toEqual(['dds.changed'])
  await other.end()
})

test('a station that missed something has everything that it shows read again', async () => {
  const proxy = await startTcpProxy(Number(new URL(databaseUrl).port))
  const through = new URL(databaseUrl)
  through.port = String(proxy.port)
  const [a, b] = [await start('front-door'), await start('back-door', through.href)]
  proxy.cut()
  await a.api.presence.scan({ serial: people[0]?.serial ?? '', stationId: 'front-door' })
  expect(b.names()).not.toContain('presence.changed')
  proxy.heal()
  const told = Object.entries(reach).flatMap(([name, how]) => (how === 'told' && name !== 'visitors.signedIn' ? [name] : []))
  await expect.poll(b.names, settled).toEqual(expect.arrayContaining(told))
  const now = await b.api.presence.now({})
  expect(now).toMatchObject({ ok: true, value: { people: [{ id: people[0]?.id }] } })
  expect(b.heard).toContainEqual(['presence.changed', { revision: now.ok ? now.value.revision : -1 }])
  await cores.pop()?.close()
  await proxy.stop()
})

test('the day is turned by one station alone, and by another when that one has gone', async () => {
  const [a, b] = [await start('front-door'), await start('back-door')]
  await a.api.presence.scan({ serial: people[0]?.serial ?? '', stationId: 'front-door' })
  await a.core.close()
  b.clock.set(new Date('2026-11-25T09:00:01.000Z'))
  await expect.poll(() => b.api.jobs.status({}), { timeout: 60_000, interval: 250 }).toMatchObject({ ok: true, value: { lastReset: { date: '2026-11-24', closedOut: 1 } } })
}, 120_000)
