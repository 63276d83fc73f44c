/** A station on a real PostgreSQL server that is killed and started again (domain.md 4.4 ▶; issue 8). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../../../test/rigs/postgres-server.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database, DatabaseState } from '../../db/database.ts'
import { parseServerUrl } from '../../db/server/address.ts'
import { openServer } from '../../db/server/open-server.ts'
import { movement, offlineScan } from '../../db/schema/index.ts'
import { systemClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { scanAlerts } from '../alerts/scan-alerts.ts'
import { createJobsService } from '../jobs/service.ts'
import { createPresenceService } from '../presence/service.ts'
import { createOfflineService } from './service.ts'
import { enlist } from './testing/enlist.ts'

let server: PostgresServer
let database: Database
const folder = mkdtempSync(join(tmpdir(), 'sentinel-real-server-'))
beforeAll(async () => {
  server = await startPostgres()
  const url = await server.createDatabase('desk')
  database = await openServer({ address: parseServerUrl(url), clock: systemClock, log: silentLog, appVersion: 'test', stationId: 'front-door' })
}, 120_000)
afterAll(async () => {
  await database.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const comesTo = (wanted: DatabaseState): Promise<void> =>
  new Promise((resolve) => {
    if (database.state() === wanted) return resolve()
    const end = database.onStateChange((state) => {
      if (state !== wanted) return
      end()
      resolve()
    })
  })

test('killed while badges are read, and started again: every scan that was answered is in the record once, in and out alternating', { timeout: 180_000 }, async () => {
  const hub = createHub<SentinelEvents>(silentLog)
  const given = { database, clock: systemClock, hub, unitTime: () => defaultUnitTime }
  const presence = createPresenceService({ ...given, enrolment: { take: async () => undefined }, watcher: scanAlerts })
  const jobs = createJobsService({ ...given, log: silentLog })
  const people = await enlist(database, systemClock.now(), 40)
  const offline = createOfflineService({ ...given, log: silentLog, stationId: 'front-door', root: folder, scan: presence.scan, nameOfStation: (id) => id, jobs })
  await offline.begin()

  const answered = new Map<string, string>()
  const scanAll = async (): Promise<void> => {
    for (const { serial } of people) {
      const scanId = newId()
      const { outcome } = await offline.scan({ serial, stationId: 'front-door', scanId, reader: 'Front', actor: { kind: 'device', id: 'front', name: 'Front' } })
      answered.set(scanId, outcome)
    }
  }
  await scanAll()
  // In the middle of one: its answer is lost, or it is not there at all.
  const killed = server.kill()
  await scanAll()
  await killed
  await comesTo('away')
  expect(offline.status()).toMatchObject({ away: true })
  expect(offline.status().kept).toBeGreaterThan(0)
  const back = comesTo('ready')
  await server.start()
  await back
  await offline.settled()
  expect(offline.status()).toMatchObject({ away: false, kept: 0, failed: 0 })

  const moves = await database.read((tx) => tx.select({ scanId: movement.scanId, memberId: movement.memberId, direction: movement.direction, at: movement.at, voided: movement.voided }).from(movement).orderBy(movement.memberId, movement.at))
  const kept = await database.read((tx) => tx.select({ id: offlineScan.id }).from(offlineScan))
  const there = new Set([...moves.map(({ scanId }) => scanId), ...kept.map(({ id }) => id)])
  expect([...answered.keys()].filter((id) => !there.has(id)), 'answered, and lost').toEqual([])
  expect(moves.length, 'each once').toBe(new Set(moves.map(({ scanId }) => scanId)).size)
  for (const [, chain] of Map.groupBy(moves.filter(({ voided }) => !voided), ({ memberId }) => memberId)) expect(chain.map(({ direction }) => direction)).toEqual(chain.map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
  await offline.stop()
})
