/** A backup takes the desk's place, and nothing between old and new is ever left (trust.md 3.1: cut at each step). */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { cancelRestore, finishRestore, forgetRestored, NotRestorable, previewBackup, readRestored, readStaged, stageRestore } from './restore.ts'
import { makeBackup } from './make-backup.ts'
import { openDatabase } from './open.ts'
import { sealFolder } from './seal-folder.ts'
import { makeLock } from './sealed.ts'

const passphrase = 'seven ships sailed at dawn'
const by = { kind: 'admin', id: 'x', name: 'Example' } as const
let folder: string
/** A desk with 7 rows, and its backup and sealed file with 3. */
let template: string
let root: string
let backup: string
let sealed: string

const open = (dataDir: string) => openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'test' })
async function countRows(dataDir: string): Promise<number> {
  const database = await open(dataDir)
  const { rows } = (await database.read((tx) => tx.execute(sql`select count(*)::int as count from written`))) as unknown as { rows: { count: number }[] }
  await database.close()
  return rows[0]?.count ?? -1
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-restore-'))
  template = join(folder, 'template')
  const database = await open(template)
  await database.read((tx) => tx.execute(sql`create table written (n int primary key)`))
  await database.transaction((tx) => tx.execute(sql`insert into written select generate_series(1, 3)`))
  backup = (await makeBackup({ database, root: template, clock: systemClock, appVersion: 'test', kind: 'hourly' })).name
  await database.transaction((tx) => tx.execute(sql`insert into written select generate_series(4, 7)`))
  await database.close()
  sealed = join(folder, 'stick.sentinel')
  await sealFolder(join(template, 'backups', backup), sealed, await makeLock(passphrase), {})
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  root = join(folder, 'desk')
  for (const old of [root, `${root}.sentinel.json`]) rmSync(old, { recursive: true, force: true })
  cpSync(template, root, { recursive: true })
  cpSync(`${template}.sentinel.json`, `${root}.sentinel.json`)
})

const stage = (source = { folder: join(root, 'backups', backup) } as Parameters<typeof stageRestore>[0]['source']) => stageRestore({ root, source, from: backup, by, id: 'restore-1', now: new Date() })

describe('killed before each step of the swap', () => {
  test.each(['replace', 'place', 'mark', 'settle', 'done'])('%s: the next start goes on from there, to the restored desk, and the old one is kept', async (step) => {
    const { replacedAs } = await stage()
    const killed = spawnSync(process.execPath, [join(import.meta.dirname, '../../../test/rigs/swap-killed.ts'), root, step])
    expect(killed.signal).toBe('SIGKILL')
    expect(await countRows(root)).toBe(3)
    expect(readdirSync(root)).not.toContain('restoring')
    expect(readStaged(root)).toBeUndefined()
    expect(readRestored(root)).toMatchObject({ from: backup, by })
    // What was there is whole, and leads back.
    forgetRestored(root)
    await stageRestore({ root, source: { folder: join(root, 'backups', replacedAs) }, from: replacedAs, by, id: 'restore-2', now: new Date() })
    expect(await countRows(root)).toBe(7)
  })

  test('and while it was still being laid out: the desk is as it was', async () => {
    const stopping = new AbortController()
    const staging = stageRestore({ root, source: { folder: join(root, 'backups', backup) }, from: backup, by, id: 'restore-1', now: new Date(), signal: stopping.signal })
    stopping.abort()
    await expect(staging).rejects.toThrow(/abort/i)
    cpSync(join(root, 'backups', backup), join(root, 'restoring.unfinished'), { recursive: true })
    cpSync(join(root, 'backups', backup), join(root, 'restoring'), { recursive: true })
    expect(await countRows(root)).toBe(7)
  })
})

test('what was laid out and then went away is given up: the desk opens as it was, also when it had been set aside already', async () => {
  await stage()
  rmSync(join(root, 'restoring'), { recursive: true })
  expect(await countRows(root)).toBe(7)
  await stage()
  spawnSync(process.execPath, [join(import.meta.dirname, '../../../test/rigs/swap-killed.ts'), root, 'place'])
  rmSync(join(root, 'restoring'), { recursive: true })
  expect(existsSync(join(root, 'pgdata'))).toBe(false)
  expect(await countRows(root)).toBe(7)
})

test('called off, it never happens', async () => {
  await stage()
  cancelRestore(root)
  expect(finishRestore(root, new Date())).toBe('none')
  expect(await countRows(root)).toBe(7)
})

describe('on another PC', () => {
  test('with the passphrase alone, into a folder that is not there yet, and over a desk of its own', async () => {
    const elsewhere = join(folder, 'elsewhere', 'desk')
    await stageRestore({ root: elsewhere, source: { file: sealed, passphrase }, from: sealed, by, id: 'restore-1', now: new Date() })
    expect(await countRows(elsewhere)).toBe(3)
    const other = join(folder, 'other')
    await (await open(other)).close()
    const { deskId } = JSON.parse(readFileSync(`${other}.sentinel.json`, 'utf8')) as { deskId: string }
    const { replacedAs } = await stageRestore({ root: other, source: { file: sealed, passphrase }, from: sealed, by, id: 'restore-1', now: new Date() })
    expect(await countRows(other)).toBe(3)
    expect(JSON.parse(readFileSync(`${other}.sentinel.json`, 'utf8'))).not.toMatchObject({ deskId })
    expect(readdirSync(join(other, 'backups'))).toEqual([replacedAs])
  })
})

describe('what cannot be used is refused in words, and changes nothing', () => {
  /** Why it is refused, to restore and to look into; and that the desk is as it was. */
  const outcomeOf = async (source: Parameters<typeof stageRestore>[0]['source']): Promise<unknown> => {
    const before = readdirSync(root)
    const problemOf = (error: unknown): unknown => (error instanceof NotRestorable ? error.problem : error)
    const problems = [await stage(source).catch(problemOf), await previewBackup({ root, source }).catch(problemOf)]
    expect(readdirSync(root)).toEqual(before)
    expect(finishRestore(root, new Date())).toBe('none')
    return problems
  }
  const spoilt = (change: (bytes: Buffer) => void): string => {
    const bytes = readFileSync(sealed)
    change(bytes)
    const path = join(folder, 'spoilt.sentinel')
    writeFileSync(path, bytes)
    return path
  }

  test('another passphrase', async () => {
    expect(await outcomeOf({ file: sealed, passphrase: 'seven ships sailed at dusk' })).toEqual(['wrong_passphrase', 'wrong_passphrase'])
  })
  test('a file that is cut off', async () => {
    const path = spoilt(() => {})
    truncateSync(path, readFileSync(path).length - 1000)
    expect(await outcomeOf({ file: path, passphrase })).toEqual(['damaged', 'damaged'])
  })
  test('a file with a flipped bit', async () => {
    expect(await outcomeOf({ file: spoilt((bytes) => bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1)), passphrase })).toEqual(['damaged', 'damaged'])
  })
  test('a file that is none of ours', async () => {
    expect(await outcomeOf({ file: join(import.meta.dirname, 'restore.ts'), passphrase })).toEqual(['not_a_backup', 'not_a_backup'])
  })
  test('a file that is not there', async () => {
    expect(await outcomeOf({ file: join(folder, 'nowhere'), passphrase })).toEqual(['unknown', 'unknown'])
  })
  test('a folder that is none', async () => {
    expect(await outcomeOf({ folder: join(root, 'backups') })).toEqual(['not_a_backup', 'not_a_backup'])
  })
  test('a backup that does not hold what it was proved to hold', async () => {
    const info = join(root, 'backups', backup, 'backup.json')
    writeFileSync(info, readFileSync(info, 'utf8').replace('"written":"3:', '"written":"4:'))
    expect(await outcomeOf({ folder: join(root, 'backups', backup) })).toEqual(['damaged', 'damaged'])
  })
  test('a backup whose files are damaged', async () => {
    rmSync(join(root, 'backups', backup, 'global'), { recursive: true })
    expect(await outcomeOf({ folder: join(root, 'backups', backup) })).toEqual(['damaged', 'damaged'])
  })
})

test('a preview says what is in it, and leaves the desk and the backup as they are', async () => {
  const before = readdirSync(root)
  const found = await previewBackup({ root, source: { folder: join(root, 'backups', backup) } })
  expect(found).toMatchObject({ info: { kind: 'hourly', appVersion: 'test' }, members: 0, movements: 0, latestMovementAt: null, verdict: 'ok', differing: [] })
  expect(readdirSync(root)).toEqual(before)
})
