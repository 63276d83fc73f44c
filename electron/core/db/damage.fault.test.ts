/** Bits that flip and files that are cut off under the desk itself (trust.md 3.2): reading stops with a name, and nothing wrong is shown as right. */
import { closeSync, cpSync, mkdtempSync, openSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import type { Database } from './database.ts'
import { kindOfError } from './errors.ts'
import { makeBackup } from './make-backup.ts'
import { openDatabase } from './open.ts'

const rows = 400
let folder: string
let root: string
let path: string
let database: Database | undefined

const open = async (): Promise<Database> => (database = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' }))
const close = async (): Promise<void> => {
  await database?.close()
  database = undefined
}
const ask = async <T>(desk: Database, query: string): Promise<T[]> => ((await desk.read((tx) => tx.execute(sql.raw(query)))) as unknown as { rows: T[] }).rows
const count = async (desk: Database): Promise<number | undefined> => (await ask<{ n: number }>(desk, 'select count(*)::int as n from written'))[0]?.n

// One desk with a table of many pages, closed; each case spoils a copy of it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-damage-'))
  root = join(folder, 'whole')
  const desk = await open()
  await ask(desk, 'create table written (n int primary key, text text)')
  await ask(desk, `insert into written select n, repeat('x', 300) from generate_series(1, ${rows}) n`)
  await ask(desk, 'analyze written')
  path = (await ask<{ path: string }>(desk, `select pg_relation_filepath('written') as path`))[0]?.path ?? ''
  await close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  root = join(folder, 'spoilt')
  cpSync(join(folder, 'whole'), root, { recursive: true })
  cpSync(join(folder, 'whole.sentinel.json'), `${root}.sentinel.json`)
})
afterEach(async () => {
  await close()
  rmSync(root, { recursive: true, force: true })
})

const file = (): string => join(root, 'pgdata', path)
/** One bit in the middle of its third page. */
function flipBit(): void {
  const handle = openSync(file(), 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, 2 * 8192 + 6000)
  writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ 4]), 0, 1, 2 * 8192 + 6000)
  closeSync(handle)
}
const cutOff = (): void => truncateSync(file(), statSync(file()).size - 2 * 8192)

describe('a flipped bit in a table', () => {
  test('of the closed desk: it opens, what is on that page is refused by name, everything else goes on, and no backup is made of it', async () => {
    flipBit()
    const desk = await open()
    await expect(count(desk)).rejects.toMatchObject({ code: 'database_damaged' })
    await expect(ask(desk, 'select * from written order by n')).rejects.toMatchObject({ code: 'database_damaged' })
    expect(desk.state()).toBe('ready')
    expect(await ask(desk, 'select n from written where n = 1')).toEqual([{ n: 1 }])
    await ask(desk, `insert into written values (${rows + 1}, 'after')`)
    expect(kindOfError(await makeBackup({ database: desk, root, clock: systemClock, appVersion: 'test', kind: 'asked' }).catch((error: unknown) => error))).toBe('damaged')
  })

  test('of the open desk, in a page that it holds in memory: the daily backup finds it, where nobody had read it yet', async () => {
    const desk = await open()
    expect(await count(desk)).toBe(rows)
    flipBit()
    // What the desk holds in memory is right; the copy is of what the disk holds.
    expect(kindOfError(await makeBackup({ database: desk, root, clock: systemClock, appVersion: 'test', kind: 'daily' }).catch((error: unknown) => error))).toBe('damaged')
  })
})

describe('a table’s file that was cut off', () => {
  test('of the closed desk: it is not opened, and nothing is changed', async () => {
    cutOff()
    const size = statSync(file()).size
    await expect(open()).rejects.toMatchObject({ kind: 'damaged' })
    await expect(open()).rejects.toMatchObject({ kind: 'damaged' })
    expect(statSync(file()).size).toBe(size)
  })

  test('or is gone: the same', async () => {
    rmSync(file())
    await expect(open()).rejects.toMatchObject({ kind: 'damaged' })
  })

  test('of the open desk: the next backup is refused by name, and those before it stay', async () => {
    const desk = await open()
    cutOff()
    await expect(makeBackup({ database: desk, root, clock: systemClock, appVersion: 'test', kind: 'hourly' })).rejects.toMatchObject({ name: 'DeskShortened', message: expect.stringContaining('written') })
  })

  test('a desk that was used and closed opens again: growing and emptying are no damage', async () => {
    const desk = await open()
    await ask(desk, `insert into written select n, repeat('x', 300) from generate_series(${rows + 1}, ${rows * 2}) n`)
    await ask(desk, 'delete from written where n > 10')
    await ask(desk, 'vacuum written')
    await makeBackup({ database: desk, root, clock: systemClock, appVersion: 'test', kind: 'asked' })
    await close()
    const again = await open()
    expect(await count(again)).toBe(10)
    await ask(again, 'truncate written')
    await close()
    expect(await count(await open())).toBe(0)
  })
})
