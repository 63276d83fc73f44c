/** The disk is full, or may not be written (trust.md 3.2). */
import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, ftruncateSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import type { Database, DatabaseState, Tx } from './database.ts'
import { kindOfError } from './errors.ts'
import { readMarker, writeMarker } from './marker.ts'
import { openDatabase } from './open.ts'
import { audit } from './schema/index.ts'
import { countRows } from './testing/rig-process.ts'
import { createScratchDisk, type ScratchDisk } from './testing/scratch-disk.ts'

let disk: ScratchDisk
let database: Database | undefined
beforeEach(() => {
  disk = createScratchDisk(140)
})
afterEach(async () => {
  await database?.close()
  database = undefined
  disk.dispose()
})

const open = async (): Promise<Database> => (database = await openDatabase({ dataDir: join(disk.path, 'desk'), clock: systemClock, log: silentLog, appVersion: 'test' }))
const ballast = (): string => join(disk.path, 'ballast')
/** To the last block, but for `left` bytes. */
function fill(left = 0): void {
  const file = openSync(ballast(), 'w')
  const piece = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) if (writeSync(file, piece) < piece.length) break
  } catch (error) {
    if (kindOfError(error) !== 'disk_full') throw error
  }
  ftruncateSync(file, fstatSync(file).size - left)
  closeSync(file)
}
/** Random: what can be compressed would need no room. */
const row = (bytes = 20) => ({ at: new Date(), actorKind: 'rig', actorId: 'rig', actorName: 'rig', action: 'write', entityType: 'rig', details: { filler: randomBytes(bytes / 2).toString('hex') } })
const insert = (bytes?: number) => (tx: Tx) => tx.insert(audit).values(row(bytes))
const count = (on: Database): Promise<number> => on.read((tx) => tx.$count(audit))

test('full: what does not fit is refused with the cause, reading goes on, and with room again the desk works', async () => {
  const desk = await open()
  const heard: DatabaseState[] = []
  desk.onStateChange((state) => heard.push(state))
  await desk.transaction(insert())
  fill()
  // Half a megabyte at a time: more than the pages that are there.
  await expect(Promise.all(Array.from({ length: 20 }, () => desk.transaction(insert(60_000))))).rejects.toMatchObject({ code: 'database_full' })
  expect(desk.state()).toBe('full')
  const before = await count(desk)
  expect(before).toBeGreaterThanOrEqual(1)
  expect(desk.state(), 'reading proves nothing').toBe('full')

  rmSync(ballast())
  await desk.transaction(insert(60_000))
  expect(desk.state()).toBe('ready')
  expect(heard).toEqual(['full', 'ready'])
  await desk.close()

  expect(await count(await open())).toBe(before + 1)
})

test('full when a new WAL file is needed: PostgreSQL gives up, the desk says so at once, and a new start finds every acknowledged row', async () => {
  const desk = await open()
  await desk.transaction(insert())
  fill()
  let acknowledged = 1
  const write = async (): Promise<void> => {
    for (;;) {
      await desk.transaction(async (tx) => {
        await tx.insert(audit).values(row())
        await tx.execute(sql`select pg_switch_wal()`)
      })
      acknowledged += 1
    }
  }
  await expect(write()).rejects.toMatchObject({ code: expect.stringMatching(/^database_(full|stalled)$/) })
  expect(desk.state()).toBe('stalled')
  await expect(desk.read((tx) => tx.$count(audit))).rejects.toMatchObject({ code: 'database_stalled' })

  // Only a new process may go on: here on what the disk holds, with room made.
  const folder = disk.cut()
  // What was never flushed may or may not be there after the cut.
  rmSync(join(folder, 'ballast'), { force: true })
  expect(countRows('durable', join(folder, 'desk')).rows).toBeGreaterThanOrEqual(acknowledged)
})

test('no room for a copy: after a bad end it opens without one, before a migration it says that the disk is full', async () => {
  const desk = await open()
  await desk.transaction(insert())
  await desk.close()
  const dataDir = join(disk.path, 'desk')
  const marker = readMarker(dataDir)
  if (typeof marker !== 'object') throw new Error('the desk has no marker')
  writeMarker(dataDir, { ...marker, closedCleanly: false })
  // Enough to work, not enough for a copy.
  fill(20 * 1024 * 1024)
  expect(await count(await open())).toBe(1)
  await database?.close()
  expect(readdirSync(join(dataDir, 'backups'))).toEqual([])

  rmSync(ballast())
  writeMarker(dataDir, { ...marker, schema: 'an older one' })
  fill(20 * 1024 * 1024)
  await expect(open()).rejects.toMatchObject({ kind: 'disk_full' })
  expect(readMarker(dataDir)).toMatchObject({ schema: 'an older one' })
})

test('a disk that may not be written is called that', async () => {
  await (await open()).close()
  disk.remount('ro')
  await expect(open()).rejects.toMatchObject({ kind: 'read_only' })
  disk.remount('rw')
  expect(await count(await open())).toBe(0)
})
