/** The second place on a real stick: full, protected, pulled out, and one that cannot be used (trust.md 3.1). */
import { randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freeBytes } from '../../db/ballast.ts'
import { writeBackupInfo } from '../../db/backup-info.ts'
import { stamp } from '../../db/backup-names.ts'
import { makeLock } from '../../db/sealed.ts'
import { createScratchDisk, type ScratchDisk } from '../../db/testing/scratch-disk.ts'
import { silentLog } from '../../kit/log.ts'
import { createSecondPlace, type SecondPlaceService } from './second.ts'

const deskId = 'a0b1c2d3e4'
const sealedBytes = 2_000_000
let stick: ScratchDisk
let folder: string
let root: string
let newest: string
let second: SecondPlaceService
let heard: string[]

/** A backup, as makeBackup leaves one; random, so that sealing it makes it no smaller. */
function backUp(at: string): void {
  newest = `${stamp(new Date(at))}-hourly`
  const place = join(root, 'backups', newest)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'data'), randomBytes(sealedBytes))
  writeBackupInfo(place, { kind: 'hourly', madeAt: at, appVersion: 'test', deskId, schema: '', rows: 1, bytes: sealedBytes, contents: {} })
}
const carry = async (): Promise<string> => {
  await second.carry()
  return second.status().state
}
const onStick = (): string[] => readdirSync(join(stick.path, `sentinel-${deskId.slice(0, 8)}`)).toSorted()

beforeEach(async () => {
  stick = createScratchDisk(32)
  folder = mkdtempSync(join(tmpdir(), 'sentinel-second-'))
  root = join(folder, 'desk')
  backUp('2026-11-24T18:00:00.000Z')
  heard = []
  second = createSecondPlace({ root, log: silentLog, newestProved: () => ({ name: newest }), onChange: () => void heard.push(second.status().state) })
  await second.set(stick.path, await makeLock('seven ships sailed at dawn'), deskId)
  await carry()
})
afterEach(() => {
  stick.dispose()
  rmSync(folder, { recursive: true, force: true })
})

test('full: said so, no half file stays, what was carried before stays, and with room the next is carried', async () => {
  const before = onStick()
  expect(before).toEqual([`${newest}.sentinel`])
  const filler = join(stick.path, 'somebody-else')
  execFileSync('fallocate', ['-l', String(freeBytes(stick.path) - 1_000_000), filler])
  backUp('2026-11-24T19:00:00.000Z')
  expect(await carry()).toBe('full')
  expect(onStick()).toEqual(before)
  rmSync(filler)
  expect(await carry()).toBe('ready')
  expect(onStick()).toEqual([...before, `${newest}.sentinel`])
  expect(heard).toEqual(['waiting', 'ready', 'full', 'ready'])
})

test('protected: said so, and carried once the protection is off', async () => {
  stick.remount('ro')
  backUp('2026-11-24T19:00:00.000Z')
  expect(await carry()).toBe('read_only')
  stick.remount('rw')
  expect(await carry()).toBe('ready')
})

test('pulled out: the empty folder that it leaves is not taken for it, and nothing is written into that; put in again, it is carried', async () => {
  stick.unplug()
  backUp('2026-11-24T19:00:00.000Z')
  expect(await carry()).toBe('missing')
  expect(readdirSync(stick.path)).toEqual([])
  stick.plug()
  expect(await carry()).toBe('ready')
  expect(onStick()).toHaveLength(2)
})

test('a place that cannot be used for another reason: failed, and nothing else is touched', async () => {
  const ours = join(stick.path, `sentinel-${deskId.slice(0, 8)}`)
  renameSync(ours, `${ours}-away`)
  symlinkSync(ours, ours)
  backUp('2026-11-24T19:00:00.000Z')
  expect(await carry()).toBe('failed')
  rmSync(ours)
  renameSync(`${ours}-away`, ours)
  expect(await carry()).toBe('ready')
  expect(existsSync(join(ours, `${newest}.sentinel`))).toBe(true)
})
