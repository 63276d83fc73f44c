/** What Windows asks of a flush, asked here: its FlushFileBuffers needs a handle that may write, and answers EPERM otherwise. */
import { constants, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { backUp, listBackups } from './backup.ts'
import { openDatabase } from './open.ts'
import { setting } from './schema/index.ts'

const flushed = vi.hoisted(() => ({ files: 0, folders: 0 }))
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>()
  const asOnWindows = (flush: (handle: number) => void) => (handle: number) => {
    const flags = Number.parseInt(/^flags:\s+(\d+)/m.exec(original.readFileSync(`/proc/self/fdinfo/${handle}`, 'utf8'))?.[1] ?? '', 8)
    const isFolder = original.fstatSync(handle).isDirectory()
    // Folders are not flushed there at all.
    if (!isFolder && (flags & 3) === constants.O_RDONLY) throw Object.assign(new Error('EPERM: operation not permitted, fsync'), { code: 'EPERM' })
    flushed[isFolder ? 'folders' : 'files'] += 1
    flush(handle)
  }
  return { ...original, fsyncSync: asOnWindows(original.fsyncSync), fdatasyncSync: asOnWindows(original.fdatasyncSync) }
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-windows-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a desk is made, written, closed, copied and opened again with every file flushed through a handle that may write (F2)', { timeout: 120_000 }, async () => {
  const dataDir = join(folder, 'desk')
  const open = () => openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'test' })
  const desk = await open()
  // Every table and index has its file.
  expect(flushed.files).toBeGreaterThan(500)
  expect(flushed.folders).toBeGreaterThan(5)
  const before = flushed.files
  await desk.transaction((tx) => tx.insert(setting).values({ key: 'windows', value: {}, category: 'app_config', updatedAt: new Date() }))
  expect(flushed.files).toBeGreaterThan(before)
  expect(desk.state()).toBe('ready')
  await desk.close()

  const copy = backUp(join(dataDir, 'pgdata'), join(dataDir, 'backups'), 'unclean', new Date())
  copy.keep()
  expect(listBackups(join(dataDir, 'backups'))).toEqual([copy.name])
  expect(readFileSync(join(dataDir, 'backups', copy.name, 'PG_VERSION'), 'utf8').trim()).toBe('18')

  const again = await open()
  expect(await again.read((tx) => tx.$count(setting))).toBe(3)
  await again.close()
})
