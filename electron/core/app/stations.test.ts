/** A station's name as every window meets it, through the whole core (domain.md 3.5, 5.7). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract, type Api } from '../../../shared/contract/index.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'

let core: Core
let clock: FakeClock
let api: Api
beforeEach(async () => {
  clock = createFakeClock('2026-11-24T00:30:00.000Z')
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '0', log: silentLog, clock, dev: true, demo: true })
  api = createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
})
afterEach(() => core.close())

const list = async () => {
  const answer = await api.stations.list({})
  return answer.ok ? answer.value.stations : []
}
const find = async (id: string) => (await list()).find((station) => station.id === id)

test('a new name is on the desk, in the activity, in the list of those inside and in the record at once', async () => {
  const { value } = (await api.dev.badges({})) as { value: { badges: { serial: string }[] } }
  await api.dev.scan({ serial: value.badges[0]?.serial ?? '', stationId: 'front-door' })
  let told = 0
  api.stations.on.changed(() => (told += 1))
  expect(await api.stations.update({ id: 'front-door', name: 'Main gate', nameFr: 'Entrée principale' })).toMatchObject({ ok: true })
  expect(await api.stations.update({ id: 'desk', name: 'Quarterdeck' })).toMatchObject({ ok: true })
  expect(told).toBe(2)
  expect(await api.system.status({})).toMatchObject({ value: { stationId: 'desk', stationName: 'Quarterdeck' } })
  expect(await api.presence.activity({ limit: 1 })).toMatchObject({ value: { items: [{ stationId: 'front-door', stationName: 'Main gate' }] } })
  expect(await api.history.list({ limit: 1 })).toMatchObject({ value: { items: [{ stationId: 'front-door', stationName: 'Main gate' }] } })
  const inside = await api.presence.now({})
  expect(inside.ok && new Set(inside.value.people.filter(({ stationId }) => stationId === 'front-door').map(({ stationName }) => stationName))).toEqual(new Set(['Main gate']))
})

test('a station lists the readers set up there and its last scan; switching it off waits for them, and a scan there counts all the same', async () => {
  expect(await find('desk')).toMatchObject({ isThisDesk: true, readers: [{ id: 'simulated', kind: 'simulated', state: 'ready' }] })
  const added = await api.readers.add({ path: '/dev/no-such-port', name: 'Rear reader', stationId: 'rear-door' })
  expect(await find('rear-door')).toMatchObject({ readers: [{ name: 'Rear reader', state: expect.any(String) }] })
  expect(await api.stations.setActive({ id: 'rear-door', active: false })).toMatchObject({ ok: false, error: { code: 'station_has_readers', details: { readers: 'Rear reader' } } })
  await api.readers.remove({ id: added.ok ? added.value.id : '' })
  expect(await api.stations.setActive({ id: 'rear-door', active: false })).toMatchObject({ ok: true })
  expect(await api.readers.add({ path: '/dev/no-such-port', name: 'Rear reader', stationId: 'rear-door' })).toMatchObject({ ok: false, error: { code: 'station_off' } })
  clock.advance(5_000)
  expect(await api.dev.scan({ serial: 'DEADBEEF', stationId: 'rear-door' })).toMatchObject({ value: { outcome: 'unknown_badge', stationName: 'Rear door' } })
  expect(await find('rear-door')).toMatchObject({ isActive: false, lastScanAt: '2026-11-24T00:30:05.000Z' })
  expect(await api.stations.remove({ id: 'rear-door' })).toMatchObject({ ok: false, error: { code: 'station_has_history' } })
})

test('the door of a scan that could not be written is named from memory, while the database does not answer', async () => {
  await api.stations.update({ id: 'desk', name: 'Quarterdeck' })
  await core.close()
  expect(await api.system.status({})).toMatchObject({ ok: true, value: { stationName: 'Quarterdeck', database: { state: 'closed' } } })
})
