/** Real folders, real clusters (trust.md 3.2; design.md F2b, F5, F6, 7). */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import type { Database } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { resolveDataDir } from './folder.ts'
import { markerPath, readMarker, writeMarker, type Marker } from './marker.ts'
import { newestSchema, readMigrations } from './migrate.ts'
import { openDatabase } from './open.ts'
import { postgresMajor } from './postgres-major.ts'
import { rank } from './schema/index.ts'

let template: string
let folder: string
let desk: string
let database: Database | undefined

async function open(dataDir: string = desk, steps: string[] = []): Promise<Database> {
  database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: '1.2.3', onProgress: (step) => steps.push(step) })
  return database
}
async function close(): Promise<void> {
  await database?.close()
  database = undefined
}
const refusal = async (dataDir: string = desk): Promise<unknown> => open(dataDir).then(
  () => 'it opened',
  (error: unknown) => error,
)
const ranks = (): Promise<number> => (database ? database.read((tx) => tx.$count(rank)) : Promise.resolve(-1))
const marker = (dataDir: string = desk): Marker => {
  const found = readMarker(dataDir)
  if (typeof found !== 'object') throw new Error(`no marker: ${found}`)
  return found
}
/** A copy of a desk that was made once: making one takes seconds. */
function putDesk(dataDir: string = desk): void {
  cpSync(join(template, 'desk'), dataDir, { recursive: true })
  cpSync(markerPath(join(template, 'desk')), markerPath(dataDir))
}
const everything = (): string[] => readdirSync(folder, { recursive: true }).map(String).toSorted()

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'sentinel-open-'))
  await open(join(template, 'desk'))
  await close()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-open-'))
  desk = join(folder, 'desk')
})
afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a desk that opens', () => {
  test('a new one, in folders that are not there yet: made whole, marked, closed, and there the next time', async () => {
    const dataDir = join(folder, 'a/b/desk')
    const steps: string[] = []
    await open(dataDir, steps)
    expect(steps).toEqual(['lock', 'create', 'open', 'migrate', 'ready'])
    expect(await ranks()).toBe(61)
    expect(marker(dataDir)).toMatchObject({ postgres: postgresMajor, schema: newestSchema(readMigrations()), appVersion: '1.2.3', closedCleanly: false })
    await database?.transaction((tx) => tx.delete(rank))
    await close()
    expect(marker(dataDir).closedCleanly).toBe(true)
    expect(readdirSync(dataDir)).toEqual(['pgdata'])

    const again: string[] = []
    await open(dataDir, again)
    expect(again).toEqual(['lock', 'open', 'migrate', 'ready'])
    expect(await ranks()).toBe(61)
  })

  test('PG_VERSION of a cluster of ours is what this version says it brings (F6)', () => {
    expect(readFileSync(join(template, 'desk/pgdata/PG_VERSION'), 'utf8').trim()).toBe(postgresMajor)
  })

  test('one whose first creation was cut off: what it left does not count', async () => {
    mkdirSync(join(desk, 'creating/pgdata/base'), { recursive: true })
    writeFileSync(join(desk, 'creating/pgdata/PG_VERSION'), '18')
    await open()
    expect(await ranks()).toBe(61)
    expect(existsSync(join(desk, 'creating'))).toBe(false)
  })

  test('one that ended badly, once copied', async () => {
    putDesk()
    writeMarker(desk, { ...marker(), closedCleanly: false })
    const steps: string[] = []
    await open(desk, steps)
    expect(steps).toContain('backup')
    // It is flushed behind what people do; closing waits for it.
    await close()
    expect(readdirSync(join(desk, 'backups'))).toEqual([expect.stringMatching(/-unclean$/)])
    expect(marker().createdAt).toBe(marker(join(template, 'desk')).createdAt)
  })

  test('one of an older schema, once copied; and the copy is a desk that opens', async () => {
    putDesk()
    writeMarker(desk, { ...marker(), schema: 'older' })
    await open()
    expect(marker().schema).toBe(newestSchema(readMigrations()))
    await close()
    const [copy = ''] = readdirSync(join(desk, 'backups'))
    expect(copy).toMatch(/-migration$/)

    rmSync(join(desk, 'pgdata'), { recursive: true })
    cpSync(join(desk, 'backups', copy), join(desk, 'pgdata'), { recursive: true })
    await open()
    expect(await ranks()).toBe(61)
  })

  test('one that a person moved here without its marker is taken in, and copied first', async () => {
    putDesk(join(folder, 'before'))
    const { deskId } = marker(join(folder, 'before'))
    renameSync(join(folder, 'before'), desk)
    await open()
    expect(marker().deskId).toBe(deskId)
    expect(readdirSync(join(desk, 'backups'))).toHaveLength(1)
  })

  test('one whose marker is torn opens, is copied first, and marked anew', async () => {
    putDesk()
    writeFileSync(markerPath(desk), '{"deskId": "')
    await open()
    expect(marker().deskId).toBe(marker(join(template, 'desk')).deskId)
    expect(readdirSync(join(desk, 'backups'))).toHaveLength(1)
  })
})

describe('a desk that is refused, and left as it is', () => {
  test.each<[string, string, () => void]>([
    ['its folder is gone', 'missing', () => rmSync(desk, { recursive: true })],
    ['its folder is empty', 'emptied', () => (rmSync(desk, { recursive: true }), mkdirSync(desk))],
    ['PG_VERSION is gone', 'emptied', () => rmSync(join(desk, 'pgdata/PG_VERSION'))],
    ['pgdata is gone, backups are there', 'emptied', () => renameSync(join(desk, 'pgdata'), join(desk, 'backups'))],
    ['its folder is gone and its marker torn', 'missing', () => (rmSync(desk, { recursive: true }), writeFileSync(markerPath(desk), '{'))],
    ['another desk lies there', 'other_desk', () => writeMarker(desk, { ...marker(), deskId: 'another' })],
    ['it was written by another PostgreSQL', 'other_postgres', () => writeFileSync(join(desk, 'pgdata/PG_VERSION'), '17\n')],
    ['files of something else lie there', 'foreign', () => (rmSync(desk, { recursive: true }), rmSync(markerPath(desk)), mkdirSync(desk), writeFileSync(join(desk, 'letter.txt'), 'Dear'))],
    ['a file has its name', 'foreign', () => (rmSync(desk, { recursive: true }), rmSync(markerPath(desk)), writeFileSync(desk, 'Dear'))],
    ['its control file is damaged', 'damaged', () => writeFileSync(join(desk, 'pgdata/global/pg_control'), Buffer.alloc(8192))],
  ])('%s: %s', async (_name, kind, spoil) => {
    putDesk()
    spoil()
    const before = everything()
    const error = await refusal()
    expect(error).toMatchObject({ name: 'OpenFailure', kind, facts: { dataDir: desk, appVersion: '1.2.3' } })
    expect(everything()).toEqual(before)
    // The lock was let go: the same answer, not “in use”.
    expect(await refusal()).toMatchObject({ kind })
  })

  test('a folder that a person called “creating” is not what a first start left', async () => {
    mkdirSync(join(desk, 'creating'), { recursive: true })
    writeFileSync(join(desk, 'creating/letter.txt'), 'Dear')
    expect(await refusal()).toMatchObject({ kind: 'foreign' })
    expect(readFileSync(join(desk, 'creating/letter.txt'), 'utf8')).toBe('Dear')
  })

  test('an older version started on it again and again does not push out the copy that leads back, and names both versions', async () => {
    putDesk()
    mkdirSync(join(desk, 'backups/20200101T000000Z-migration'), { recursive: true })
    const engine = await openDurableEngine(join(desk, 'pgdata'))
    await engine.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', ${Date.now() + 1e9})`)
    await engine.close()
    writeMarker(desk, { ...marker(), schema: 'from the future', appVersion: '2.0.0' })
    // One more than the copies that are kept.
    for (let time = 0; time < 4; time++) expect(await refusal()).toMatchObject({ kind: 'newer_schema', facts: { appVersion: '1.2.3', lastVersion: '2.0.0', backups: 1 } })
    expect(readdirSync(join(desk, 'backups'))).toEqual(['20200101T000000Z-migration'])
    expect(existsSync(join(desk, 'not-opened'))).toBe(false)
  })

  test('damaged after a bad end: the copy of the damage is none to restore, and what was there to restore stays', async () => {
    putDesk()
    const good = ['1', '2', '3', '4', '5'].map((day) => `2020010${day}T000000Z-unclean`)
    for (const name of good) mkdirSync(join(desk, 'backups', name), { recursive: true })
    writeMarker(desk, { ...marker(), closedCleanly: false })
    writeFileSync(join(desk, 'pgdata/global/pg_control'), Buffer.alloc(8192))
    for (let time = 0; time < 2; time++) {
      expect(await refusal()).toMatchObject({ kind: 'damaged', facts: { backups: 5 } })
      expect(readdirSync(join(desk, 'backups'))).toEqual(good)
      expect(readdirSync(join(desk, 'not-opened'))).toEqual([expect.stringMatching(/-unclean$/)])
    }
  })

  test('it is open already, even by way of a link: the process is named', async () => {
    putDesk()
    symlinkSync(folder, `${folder}-link`)
    try {
      const first = await open()
      expect(await refusal(join(`${folder}-link`, 'desk'))).toMatchObject({ kind: 'in_use', facts: { pid: process.pid } })
      database = first
    } finally {
      rmSync(`${folder}-link`)
    }
  })

  test('it comes from the future: both the rows and the marker stay, and the newer version finds it as it was (F5)', async () => {
    putDesk()
    const change = async (query: string): Promise<unknown[]> => {
      const engine = await openDurableEngine(join(desk, 'pgdata'))
      const { rows } = await engine.query(query)
      await engine.close()
      return rows
    }
    await change(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', ${Date.now() + 1e9})`)
    await change(`delete from rank where code = 'CIV'`)
    const before = readFileSync(markerPath(desk), 'utf8')
    const closed = vi.spyOn(PGlite.prototype, 'close')
    expect(await refusal()).toMatchObject({ kind: 'newer_schema', facts: { appVersion: '1.2.3' } })
    // An engine left open on a folder whose lock is gone would be a second writer (F1).
    expect(closed).toHaveBeenCalledOnce()
    closed.mockRestore()
    expect(await refusal()).toMatchObject({ kind: 'newer_schema' })
    expect(readFileSync(markerPath(desk), 'utf8')).toBe(before)
    // Not even seeded: the missing rank was not put back.
    expect(await change('select (select count(*)::int from rank) as ranks, (select count(*)::int from drizzle.__drizzle_migrations) as migrations')).toEqual([{ ranks: 60, migrations: readMigrations().length + 1 }])
  })

  test('it lacks the tables it should have: damaged, and its sentence has all it names', async () => {
    putDesk()
    const engine = await openDurableEngine(join(desk, 'pgdata'))
    await engine.exec('delete from revision')
    await engine.close()
    expect(await refusal()).toMatchObject({ kind: 'damaged', facts: { dataDir: desk, backups: 0 } })
  })
})

test('one folder has one name, also before it is there', () => {
  const link = join(folder, 'link')
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), link)
  expect(resolveDataDir(join(link, 'not/yet/desk'))).toBe(join(resolveDataDir(folder), 'real/not/yet/desk'))
  expect(resolveDataDir(dirname(folder))).toBe(resolveDataDir(tmpdir()))
})
