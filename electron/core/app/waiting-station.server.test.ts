/** The power was cut; the PC is up again before the server is (domain.md 4.4 ▶, 4.25 ▶; issue 8.2). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../../test/rigs/postgres-server.ts'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import { openServer } from '../db/server/open-server.ts'
import { parseServerUrl } from '../db/server/address.ts'
import { enlist } from '../domain/offline/testing/enlist.ts'
import type { ScanOutcome } from '../domain/presence/outcome.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createReaderManager } from '../readers/manager.ts'
import { createNativeDrivers } from '../readers/native-drivers.ts'
import { createCore } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'
import { answersNow, openWaitingStation } from './waiting-station.ts'

let server: PostgresServer
let databaseUrl: string
const folder = mkdtempSync(join(tmpdir(), 'sentinel-waiting-'))
const dataDir = join(folder, 'front')
beforeAll(async () => {
  server = await startPostgres()
  databaseUrl = await server.createDatabase('desk')
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const reader = { id: 'front', name: 'Front reader', kind: 'simulated' as const, stationId: 'front-door' }
const start = () => createCore({ dataDir, databaseUrl, stationId: 'front-door', host: 'test', version: 'test', log: silentLog })

/** Holds up badges one after the other, and answers what the door says. */
async function wait(serials: readonly string[]): Promise<{ told: ScanOutcome[]; kept: number }> {
  const told: ScanOutcome[] = []
  const manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) })
  const all = Promise.withResolvers<void>()
  const station = await openWaitingStation({
    dataDir,
    clock: systemClock,
    log: silentLog,
    manager,
    readers: [reader],
    onScan: (outcome) => {
      told.push(outcome)
      if (told.length === serials.length) all.resolve()
    },
  })
  if (station === undefined) throw new Error('this station keeps nothing')
  await expect.poll(() => manager.statuses()[0]?.state).toBe('ready')
  for (const serial of serials) manager.simulate('front', serial)
  if (serials.length > 0) await all.promise
  const kept = station.kept()
  await station.close()
  return { told, kept }
}

test('badges are kept and answered by name until the server is there, and entered when it is', { timeout: 120_000 }, async () => {
  const manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) })
  // A PC that never reached a record knows nobody, and takes no badge.
  expect(await openWaitingStation({ dataDir, clock: systemClock, log: silentLog, manager, readers: [reader], onScan: () => {} })).toBeUndefined()
  const database = await openServer({ address: parseServerUrl(databaseUrl), clock: systemClock, log: silentLog, appVersion: 'test', stationId: 'desk' })
  const [one, two] = await enlist(database, systemClock.now(), 2)
  await database.close()
  await (await start()).close()

  await server.kill()
  expect(await answersNow({ dataDir, databaseUrl, clock: systemClock })).toBe(false)
  const first = await wait([one?.serial ?? '', 'em4100:00DEAD00', two?.serial ?? ''])
  expect(first.told.map(({ outcome, person, stationName }) => [outcome, person?.id ?? null, stationName])).toEqual([
    ['kept_in', one?.id, 'Front door'],
    ['kept_unknown', null, 'Front door'],
    ['kept_in', two?.id, 'Front door'],
  ])
  // The PC was switched off once more.
  expect(await wait([])).toEqual({ told: [], kept: 3 })

  await server.start()
  await expect.poll(() => answersNow({ dataDir, databaseUrl, clock: systemClock }), { timeout: 30_000 }).toBe(true)
  const core = await start()
  const api = createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
  expect(await api.offline.status({})).toMatchObject({ ok: true, value: { away: false, kept: 0, failed: 0 } })
  const inside = await api.presence.now({})
  expect(inside.ok && inside.value.people.map(({ id }) => id).toSorted()).toEqual([one?.id, two?.id].toSorted())
  await core.close()
})
