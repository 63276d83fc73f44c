/** A real disk that fills up under an open desk (trust.md 3.2: warned of before it is full). */
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { ballastBytes, freeBytes } from '../../db/ballast.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { createScratchDisk, type ScratchDisk } from '../../db/testing/scratch-disk.ts'
import { createFakeClock, systemClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { createAlertsService, type AlertsService } from '../alerts/service.ts'
import { writeAudit } from '../audit/write.ts'
import { createDiskRoom, type DiskRoom } from './watch.ts'

const GB = 1_000_000_000
let disk: ScratchDisk
let root: string
let database: Database
let clock: FakeClock
let alerts: AlertsService
let room: DiskRoom
let heard: string[]
const openDesk = (): Promise<Database> => openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
beforeAll(async () => {
  // Sparse: only what is written takes room outside.
  disk = createScratchDisk(3_500)
  root = join(disk.path, 'desk')
  database = await openDesk()
})
afterAll(async () => {
  await database.close()
  disk.dispose()
})
beforeEach(() => {
  clock = createFakeClock('2026-11-24T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  heard = []
  hub.onAny((name) => void heard.push(name))
  alerts = createAlertsService({ database, clock, hub, unitTime: () => ({ zone: 'America/Winnipeg', rollover: '03:00' }) })
  room = createDiskRoom({ database, clock, hub, log: silentLog, root })
})
afterEach(async () => {
  await room.stop()
  for (const path of [foreign(), rest()]) rmSync(path, { force: true })
})

const rest = (): string => join(disk.path, 'rest')
const foreign = (): string => join(disk.path, 'somebody-else')
/** Somebody else's file takes all but `left` bytes. */
function leave(left: number): void {
  rmSync(foreign(), { force: true })
  execFileSync('fallocate', ['-l', String(Math.max(1, freeBytes(disk.path) - left)), foreign()])
}
const said = async () => (await alerts.active()).alerts.map(({ type, severity, facts }) => ({ type, severity, ...facts }))
const write = (): Promise<void> => database.transaction((tx) => writeAudit(tx, { at: new Date(), actor: { kind: 'system', id: 'x', name: 'x' }, action: 'clock_jump', entityType: 'clock', entityId: null }))

test('a disk that fills is warned of, then alarmed of, and both end by themselves with room', async () => {
  await room.look()
  expect(room.status()).toMatchObject({ state: 'enough' })
  expect(await said()).toEqual([])
  expect(statSync(join(root, 'ballast')).size).toBe(ballastBytes)

  leave(1.85 * GB)
  await room.look()
  expect(room.status()).toMatchObject({ state: 'low' })
  expect(await said()).toEqual([{ type: 'system', severity: 'warning', what: 'disk_low', freeBytes: 1.8 * GB }])
  expect(heard).toEqual(expect.arrayContaining(['system.changed', 'alerts.changed']))

  leave(0.3 * GB)
  await room.look()
  expect(await said()).toMatchObject([{ severity: 'critical', what: 'disk_very_low' }])

  // Not by a file that comes and goes.
  leave(0.6 * GB)
  await room.look()
  expect(room.status()).toMatchObject({ state: 'very_low' })

  rmSync(foreign())
  await room.look()
  expect(room.status()).toMatchObject({ state: 'enough' })
  expect(await said()).toEqual([])
})

test('it looks every minute by itself', async () => {
  room.start()
  await room.look()
  leave(1.85 * GB)
  clock.advance(59_000)
  expect(room.status()).toMatchObject({ state: 'enough' })
  clock.advance(1_000)
  // Behind the look that is under way.
  await room.look()
  expect(await said()).toMatchObject([{ what: 'disk_low' }])
})

test('full to the last block: the ballast is let go, people are recorded again, and it is there again once there is room', async () => {
  await room.look()
  leave(4_000_000)
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${rest()}`, 'bs=64k'], { stdio: 'ignore' })
  } catch {
    // Until nothing more fits.
  }
  const states: string[] = []
  database.onStateChange((state) => void states.push(state))
  while (database.state() === 'ready' && states.length === 0) await write().catch(() => {})
  await room.look()
  expect(existsSync(join(root, 'ballast'))).toBe(false)
  await write()
  expect(database.state()).toBe('ready')
  expect(states[0]).toBe('full')
  await room.look()
  expect(await said()).toMatchObject([{ severity: 'critical', what: 'disk_very_low' }])

  rmSync(foreign())
  rmSync(rest())
  await room.look()
  expect(await said()).toEqual([])
  expect(existsSync(join(root, 'ballast'))).toBe(true)
})

test('a desk that was closed over a ballast opens on a disk that others filled', async () => {
  await room.look()
  await room.stop()
  await database.close()
  leave(8_000_000)
  database = await openDesk()
  expect(existsSync(join(root, 'ballast'))).toBe(false)
  await write()
})
