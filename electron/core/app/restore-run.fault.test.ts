/** `--restore` as a person runs it whose desk does not open (trust.md 3.1: restore on another PC by following one page). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBackup } from '../db/make-backup.ts'
import { openDatabase } from '../db/open.ts'
import { sealFolder } from '../db/seal-folder.ts'
import { makeLock } from '../db/sealed.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { parseRestoreArguments } from './restore-run.ts'

const passphrase = 'seven ships sailed at dawn'
let folder: string
let root: string
let name: string
let sealed: string
const open = (dataDir: string) => openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'test' })
const run = (...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(findAppRoot(), 'electron/headless.ts'), ...argv], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}
const countUnits = async (dataDir: string): Promise<number> => {
  const database = await open(dataDir)
  const { rows } = (await database.read((tx) => tx.execute(sql`select count(*)::int as count from written`))) as unknown as { rows: { count: number }[] }
  await database.close()
  return rows[0]?.count ?? -1
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-restore-run-'))
  root = join(folder, 'desk')
  const database = await open(root)
  await database.read((tx) => tx.execute(sql`create table written (n int primary key)`))
  name = (await makeBackup({ database, root, clock: systemClock, appVersion: 'test', kind: 'daily' })).name
  await database.transaction((tx) => tx.execute(sql`insert into written values (1)`))
  await database.close()
  sealed = join(folder, `${name}.sentinel`)
  await sealFolder(join(root, 'backups', name), sealed, await makeLock(passphrase), {})
  writeFileSync(join(folder, 'passphrase.txt'), `${passphrase}\n`)
  writeFileSync(join(folder, 'wrong.txt'), 'another one altogether\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a damaged desk gets a backup of its own back by name; what was there is kept', async () => {
  writeFileSync(join(root, 'pgdata/global/pg_control'), 'no')
  expect(run('--data', root, '--restore', name)).toMatchObject({ status: 0, said: expect.stringMatching(/Restored.*kept as \S+-replaced.*Start Sentinel/) })
  expect(await countUnits(root)).toBe(0)
  expect(readdirSync(join(root, 'backups')).filter((entry) => entry.endsWith('-replaced'))).toHaveLength(1)
})

test('another PC gets it from the sealed file, with the passphrase alone', async () => {
  const other = join(folder, 'other')
  expect(run('--data', other, '--restore', sealed)).toMatchObject({ status: 4, said: expect.stringMatching(/sealed.*--passphrase-file/) })
  expect(run('--data', other, '--restore', sealed, '--passphrase-file', join(folder, 'wrong.txt'))).toMatchObject({ status: 4, said: expect.stringMatching(/does not open/) })
  const began = performance.now()
  expect(run('--data', other, '--restore', sealed, '--passphrase-file', join(folder, 'passphrase.txt'))).toMatchObject({ status: 0 })
  process.stdout.write(`restore of an empty desk's sealed file: ${Math.round(performance.now() - began)} ms\n`)
  expect(await countUnits(other)).toBe(0)
})

test('what cannot be done says why, by its code', async () => {
  expect(run('--data', root, '--restore', '20200101T000000Z-daily')).toMatchObject({ status: 5, said: expect.stringMatching(/There is no backup/) })
  expect(run('--data', root, '--restore', name, '--port', '4')).toMatchObject({ status: 2 })
  expect(run('--restore', name)).toMatchObject({ status: 2, said: expect.stringMatching(/--data must name/) })
  const database = await open(root)
  expect(run('--data', root, '--restore', name)).toMatchObject({ status: 3, said: expect.stringMatching(/has this desk open/) })
  await database.close()
})

test('a command line without it asks for none', () => {
  expect(parseRestoreArguments(['--data', 'x'])).toBeUndefined()
  expect(() => parseRestoreArguments(['--data', 'x', '--restore='])).toThrow(/--restore must name/)
})
