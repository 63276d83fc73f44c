/** A backup of the desk while it works (screens.md 5.4; trust.md 3.2: each backup is opened and counted before it counts as one). */
import { closeSync, cpSync, existsSync, fstatSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { openAndRead } from './check-copy.ts'
import { BackupNotProved, makeBackup } from './make-backup.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open.ts'
import { segmentsBetween } from './open-copy.ts'
import { stageRestore } from './restore.ts'
import { sealFolder } from './seal-folder.ts'
import { makeLock } from './sealed.ts'

const passphrase = 'seven ships sailed at dawn'

let folder: string
let root: string
let database: Database
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-daily-'))
  root = join(folder, 'desk')
  database = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
  await database.read((tx) => tx.execute(sql`create table written (n int primary key, text text)`))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const make = (options: Partial<Parameters<typeof makeBackup>[0]> = {}) => makeBackup({ database, root, clock: systemClock, appVersion: 'test', kind: 'asked', ...options })
const backups = (): string[] => readdirSync(join(root, 'backups'))

/** Writes one act after the other, as a rush does, until it is stopped. */
function startWriting() {
  const state = { acknowledged: 0, stopped: false }
  const done = (async () => {
    for (let n = 0; !state.stopped; n += 1) {
      await database.transaction((tx) => tx.execute(sql`insert into written select coalesce(max(n), 0) + 1, repeat('x', 300) from written`))
      state.acknowledged += 1
      // Acts come from outside: the machine gets its turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  return { state, stop: () => ((state.stopped = true), done) }
}

test('while hundreds of acts a second go on it holds every one that was acknowledged before it began, opens, and is the desk whole', async () => {
  const writing = startWriting()
  while (writing.state.acknowledged < 50) await new Promise((resolve) => setImmediate(resolve))
  const before = writing.state.acknowledged
  const { name } = await make()
  const after = writing.state.acknowledged
  await writing.stop()
  expect(after).toBeGreaterThan(before)
  expect(backups()).toEqual([name])

  // As a person restores it on another PC: from the sealed file, with the passphrase alone.
  const restored = join(folder, 'restored')
  const sealed = join(folder, 'stick.sentinel')
  await sealFolder(join(root, 'backups', name), sealed, await makeLock(passphrase), {})
  await stageRestore({ root: restored, source: { file: sealed, passphrase }, from: sealed, by: { kind: 'system', id: 'x', name: 'x' }, id: 'restore-1', now: new Date() })
  const again = await openDatabase({ dataDir: restored, clock: systemClock, log: silentLog, appVersion: 'test' })
  const { rows } = (await again.read((tx) => tx.execute(sql`select count(*)::int as count, max(n) as last from written`))) as unknown as { rows: { count: number; last: number }[] }
  await again.close()
  expect(rows[0]?.count).toBe(rows[0]?.last)
  expect(rows[0]?.count).toBeGreaterThanOrEqual(before)
  rmSync(restored, { recursive: true })
})

test('a copy that does not hold what the desk held is not kept, and those before it stay', async () => {
  const before = backups()
  // Nothing was written to it since the copy began: the log does not mend it.
  const { rows } = (await database.read((tx) => tx.execute(sql`select pg_relation_filepath('rank') as path`))) as unknown as { rows: { path: string }[] }
  const flipped = make({
    check: async (copy) => {
      damage(join(copy, rows[0]?.path ?? ''))
      return openAndRead(copy)
    },
  })
  await expect(flipped).rejects.toThrow(/invalid page/)
  const short = make({ check: async (copy) => ({ ...(await openAndRead(copy)), written: '1:0' }) })
  await expect(short).rejects.toThrow(new BackupNotProved(['written']))
  expect(backups()).toEqual(before)
})

test('stopped in the middle it leaves nothing, and the desk can make another', async () => {
  const before = backups()
  const stopping = new AbortController()
  const stopped = make({ signal: stopping.signal, check: async () => (stopping.abort(), stopping.signal.throwIfAborted(), {}) })
  await expect(stopped).rejects.toThrow(/abort/i)
  expect(backups()).toEqual(before)
  const atOnce = new AbortController()
  const copying = make({ signal: atOnce.signal })
  atOnce.abort()
  await expect(copying).rejects.toThrow(/abort/i)
  expect(backups()).toEqual(before)
  await make({ check: openAndRead })
  expect(backups().length).toBe(before.length + 1)
})

test('what a killed one left is cleared away by the next', async () => {
  const left = join(root, 'backups', '20260101T000000Z-hourly.unfinished')
  cpSync(join(root, 'pgdata/PG_VERSION'), join(left, 'PG_VERSION'))
  await make({ check: openAndRead })
  expect(existsSync(left)).toBe(false)
})

test('the log’s segments are named as PostgreSQL names them, over the border of 4 GB too', () => {
  expect(segmentsBetween('0/2000028', '0/21B1F70')).toEqual(['000000010000000000000002'])
  expect(segmentsBetween('0/2000028', '0/4000000')).toEqual(['000000010000000000000002', '000000010000000000000003'])
  expect(segmentsBetween('0/FF000028', '1/1000028')).toEqual(['0000000100000000000000FF', '000000010000000100000000', '000000010000000100000001'])
})

/** Flips bits in every page of a file, as a dying disk does. */
function damage(path: string): void {
  const handle = openSync(path, 'r+')
  for (let page = 0; page < fstatSync(handle).size; page += 8192) writeSync(handle, Buffer.from([0xff, 0xff, 0xff, 0xff]), 0, 4, page + 4000)
  closeSync(handle)
}
