import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import { alert } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { ensureStation } from '../stations/stations.ts'
import { createReaderWatch, readerPatienceMs, type WatchedReader } from './reader-watch.ts'

let database: Database
let clock: FakeClock
let watch: ReturnType<typeof createReaderWatch>
let told = 0
beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-25T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  told = 0
  hub.on('alerts.changed', () => (told += 1))
  await database.transaction((tx) => ensureStation(tx, 'front-door', clock.now()))
  watch = createReaderWatch({ database, clock, hub, log: silentLog })
})
afterEach(async () => {
  await watch.stop()
  await database.close()
})

const reader = (state: WatchedReader['state'], id = 'door'): WatchedReader => ({ id, name: 'Front door', stationId: 'front-door', state })
const alerts = async () => {
  await watch.stop()
  return database.read((tx) => tx.select({ type: alert.type, severity: alert.severity, subject: alert.subject, status: alert.status, count: alert.count }).from(alert).orderBy(alert.seq))
}
const lost = { type: 'reader_lost', severity: 'critical', subject: 'door', status: 'active', count: 1 }

test('a cable that is put back in time is no alert', async () => {
  watch.see([reader('faulted')])
  clock.advance(readerPatienceMs - 1)
  watch.see([reader('connecting')])
  watch.see([reader('ready')])
  clock.advance(readerPatienceMs)
  expect(await alerts()).toEqual([])
})

test('half a minute without an answer is one, from the first silence on, however its state changes; it ends when the reader is back', async () => {
  watch.see([reader('faulted')])
  clock.advance(readerPatienceMs / 2)
  watch.see([reader('connecting')])
  watch.see([reader('absent')])
  clock.advance(readerPatienceMs / 2)
  expect(await alerts()).toEqual([lost])
  expect(told).toBe(1)
  watch.see([reader('connecting')])
  expect(await alerts()).toEqual([lost])
  watch.see([reader('ready')])
  expect(await alerts()).toEqual([{ ...lost, status: 'resolved' }])
  expect(told).toBe(2)
})

test('each reader by itself; one that is taken out of the settings is missed no more', async () => {
  watch.see([reader('absent'), reader('absent', 'rear')])
  clock.advance(readerPatienceMs)
  expect(await alerts()).toMatchObject([{ subject: 'door', status: 'active' }, { subject: 'rear', status: 'active' }])
  watch.see([reader('absent', 'rear')])
  expect(await alerts()).toMatchObject([{ subject: 'door', status: 'resolved' }, { subject: 'rear', status: 'active' }])
})

test('what was said before Sentinel was started again ends when the reader is there', async () => {
  watch.see([reader('absent')])
  clock.advance(readerPatienceMs)
  await watch.stop()
  const next = createReaderWatch({ database, clock, hub: createHub<SentinelEvents>(silentLog), log: silentLog })
  next.see([reader('ready')])
  await next.stop()
  expect(await alerts()).toEqual([{ ...lost, status: 'resolved' }])
})
