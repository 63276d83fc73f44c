import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultUnitTime } from '../../../shared/domain/operational-day.ts'
import { takeLock } from '../db/lock.ts'
import { rememberStation } from '../domain/offline/known-station.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createReaderManager } from '../readers/manager.ts'
import { createNativeDrivers } from '../readers/native-drivers.ts'
import { openWaitingStation } from './waiting-station.ts'

test('a station whose queue cannot be opened keeps nothing, and leaves its folder free for the core (domain.md 4.4)', async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sentinel-waiting-')))
  const folder = join(root, 'offline')
  // In the place of a file of the queue there is a folder.
  mkdirSync(join(folder, 'scans-000000000001.log'), { recursive: true })
  rememberStation(folder, { readers: [], unit: defaultUnitTime }, silentLog)
  const manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) })
  await expect(openWaitingStation({ dataDir: root, clock: systemClock, log: silentLog, manager, onScan: () => {} })).rejects.toThrow('EISDIR')
  const lock = await takeLock(root, new Date())
  expect(lock).toHaveProperty('release')
  if ('release' in lock) await lock.release()
  rmSync(root, { recursive: true, force: true })
})
