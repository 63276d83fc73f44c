/** The disk is full, or may not be written (trust.md 3.2). */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import type { Database, DatabaseState, Tx } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { createEngineDatabase } from './engine-database.ts'
import { readMarker, writeMarker } from './marker.ts'
import { makeBackup } from './make-backup.ts'
import { openDatabase } from './open.ts'
import { audit } from './schema/index.ts'
import { countRows } from './testing/rig-process.ts'
import { createScratchDisk, type ScratchDisk } from './testing/scratch-disk.ts'

/** WASI's number for ENOSPC. */
const noSpaceLeft = 51

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
/** Random: what can be compressed would need no room. */
const row = (bytes = 20) => ({ at: new Date(), actorKind: 'rig', actorId: 'rig', actorName: 'rig', action: 'write', entityType: 'rig', details: { filler: randomBytes(bytes / 2).toString('hex') } })
const insert = (bytes?: number) => (tx: Tx) => tx.insert(audit).values(row(bytes))
/** Where the log is needed from. */
const redoOf = async (on: Database): Promise<unknown> => ((await on.read((tx) => tx.execute(sql`select redo_lsn::text as redo from pg_control_checkpoint()`))) as unknown as { rows: { redo: string }[] }).rows[0]?.redo
const count = (on: Database): Promise<number> => on.read((tx) => tx.$count(audit))

test('full: what does not fit is refused with the cause, reading goes on, and with room again the desk works', async () => {
  const desk = await open()
  const heard: DatabaseState[] = []
  desk.onStateChange((state) => heard.push(state))
  await desk.transaction(insert())
  disk.fill()
  // Half a megabyte at a time: more than the pages that are there.
  await expect(Promise.all(Array.from({ length: 20 }, () => desk.transaction(insert(60_000))))).rejects.toMatchObject({ code: 'database_full' })
  expect(desk.state()).toBe('full')
  const before = await count(desk)
  expect(before).toBeGreaterThanOrEqual(1)
  expect(desk.state(), 'reading proves nothing').toBe('full')

  disk.empty()
  await desk.transaction(insert(60_000))
  expect(desk.state()).toBe('ready')
  expect(heard).toEqual(['full', 'ready'])
  await desk.close()

  expect(await count(await open())).toBe(before + 1)
})

test('full when a new WAL file is needed: PostgreSQL gives up, the desk says so at once, and a new start finds every acknowledged row', async () => {
  const desk = await open()
  await desk.transaction(insert())
  disk.fill()
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
  rmSync(join(folder, 'filler'), { force: true })
  expect(countRows('durable', join(folder, 'desk')).rows).toBeGreaterThanOrEqual(acknowledged)
})

test('a checkpoint with no room: what was acknowledged stays, and where one needs room the desk says that it is full', async () => {
  const desk = await open()
  for (let n = 0; n < 20; n += 1) await desk.transaction(insert(60_000))
  disk.fill()
  // Here what it writes over is on the disk already: it needs no room.
  await desk.read((tx) => tx.execute(sql`checkpoint`))
  expect(desk.state()).toBe('ready')
  await desk.close()
  disk.empty()

  // A disk that never writes over what is there needs room for that too.
  let isFull = false
  const engine = await openDurableEngine(join(disk.path, 'desk/pgdata'), ({ NODEFS }) => {
    const { write } = NODEFS.stream_ops as { write: (stream: { node: unknown }, ...rest: unknown[]) => number }
    NODEFS.stream_ops['write'] = (stream: { node: unknown }, ...rest: unknown[]) => {
      if (isFull && /pgdata\/base\//.test(NODEFS.realPath(stream.node))) throw Object.assign(new Error('full'), { name: 'ErrnoError', errno: noSpaceLeft })
      return write(stream, ...rest)
    }
  })
  const ended: boolean[] = []
  const rewriting = createEngineDatabase({ engine, clock: systemClock, log: silentLog, onClosed: (clean) => void ended.push(clean) })
  for (let n = 0; n < 20; n += 1) await rewriting.transaction(insert(60_000))
  isFull = true
  await expect(rewriting.transaction((tx) => tx.execute(sql`checkpoint`))).rejects.toMatchObject({ code: 'database_full' })
  expect(rewriting.state()).toBe('full')
  await rewriting.close()
  expect(ended).toEqual([false])
  expect(countRows('durable', join(disk.path, 'desk')).rows).toBe(40)
})

test('no room for a copy: after a bad end it opens without one, a backup and a migration say that the disk is full, and the log is let go all the same', async () => {
  const desk = await open()
  await desk.transaction(insert())
  await desk.close()
  const dataDir = join(disk.path, 'desk')
  const marker = readMarker(dataDir)
  if (typeof marker !== 'object') throw new Error('the desk has no marker')
  writeMarker(dataDir, { ...marker, closedCleanly: false })
  // Enough to work, not enough for a copy.
  disk.fill(20 * 1024 * 1024)
  const again = await open()
  expect(await count(again)).toBe(1)
  const before = await redoOf(again)
  await again.transaction(insert())
  await expect(makeBackup({ database: again, root: dataDir, clock: systemClock, appVersion: 'test', kind: 'asked' })).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await redoOf(again)).not.toBe(before)
  await again.close()
  expect(readdirSync(join(dataDir, 'backups'))).toEqual([])

  disk.empty()
  writeMarker(dataDir, { ...marker, schema: 'an older one' })
  disk.fill(20 * 1024 * 1024)
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
