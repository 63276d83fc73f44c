/**
 * A process is killed while it brings an older desk to this version's schema (trust.md 3.2: old state or new state, never
 * between). Six rounds; `SENTINEL_ROUNDS=40` for more.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listBackups } from './backup.ts'
import { openDurableEngine } from './durable-fs.ts'
import { identityFile } from './folder.ts'
import { writeMarker } from './marker.ts'
import { migrateEngine, migrationsFolder, newestSchema, readApplied, readMigrations } from './migrate.ts'
import { postgresMajor } from './postgres-major.ts'
import { countRows, startRig, type Writer } from './testing/rig-process.ts'

const rounds = Number(process.env['SENTINEL_ROUNDS'] ?? 6)
/** The older desk has so many migrations, and so many lines in its trail, which a later one writes anew. */
const [oldMigrations, lines] = [5, 3_000]

let folder: string
let running: Writer | undefined
const older = (): string => join(folder, 'older')
const desk = (): string => join(folder, 'desk')

interface Shape {
  readonly applied: number
  readonly tables: number
  readonly lines: number
}
async function shapeOf(pgdata: string): Promise<Shape> {
  const engine: PGlite = await openDurableEngine(pgdata)
  try {
    const one = async (query: string): Promise<number> => (await engine.query<{ n: number }>(query)).rows[0]?.n ?? -1
    return {
      applied: (await readApplied(engine)).length,
      tables: await one(`select count(*)::int as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`),
      lines: await one(`select count(*)::int as n from audit where entity_type = 'rig'`),
    }
  } finally {
    await engine.close()
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-migration-'))
  const migrations = join(folder, 'migrations')
  cpSync(migrationsFolder(), migrations, { recursive: true })
  const journal = join(migrations, 'meta/_journal.json')
  const all = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] }
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.slice(0, oldMigrations) }))
  const pgdata = join(older(), 'pgdata')
  mkdirSync(pgdata, { recursive: true })
  const engine = await openDurableEngine(pgdata)
  await migrateEngine(engine, { dataDir: older(), appVersion: 'older' }, migrations)
  await engine.exec(`insert into audit (at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, details) select now(), 'rig', 'rig', 'S1 Cœur ' || n, 'write', 'rig', n::text, jsonb_build_object('filler', repeat('x', 200)) from generate_series(1, ${lines}) n`)
  await engine.exec('checkpoint')
  await engine.close()
  writeFileSync(join(pgdata, identityFile), JSON.stringify({ deskId: 'desk-of-the-rig' }))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(startOver)
afterEach(async () => {
  await running?.kill()
})
function startOver(): void {
  rmSync(desk(), { recursive: true, force: true })
  cpSync(older(), desk(), { recursive: true })
  const at = new Date().toISOString()
  writeMarker(desk(), { deskId: 'desk-of-the-rig', postgres: postgresMajor, schema: newestSchema(readMigrations().slice(0, oldMigrations)), appVersion: 'older', createdAt: at, openedAt: at, closedCleanly: true })
}
const start = (): Writer => (running = startRig('db-writer.ts', ['durable', desk(), '1']))

test(`killed ${rounds} times at a random moment: it is the older desk or the new one, whole, it opens, and the copy from before is there`, { timeout: 120_000 + rounds * 60_000 }, async () => {
  const whole = start()
  await whole.waitFor(/^step migrate/)
  const began = performance.now()
  await whole.waitFor(/^ready/)
  const migrating = performance.now() - began
  await whole.kill()
  const before = await shapeOf(join(older(), 'pgdata'))
  const after = await shapeOf(join(desk(), 'pgdata'))
  expect(before).toMatchObject({ applied: oldMigrations, lines })
  expect(after).toMatchObject({ applied: readMigrations().length, lines })
  expect(after.tables).toBeGreaterThan(before.tables)

  const found = { older: 0, newer: 0 }
  for (let round = 1; round <= rounds; round += 1) {
    startOver()
    const rig = start()
    await rig.waitFor(/^step migrate/)
    await sleep(Math.random() * migrating)
    await rig.kill()

    // Looked at in a copy, as it lies there: opening it would bring it on.
    const seen = join(folder, 'seen')
    rmSync(seen, { recursive: true, force: true })
    cpSync(join(desk(), 'pgdata'), seen, { recursive: true })
    const shape = await shapeOf(seen)
    expect([before, after], `round ${round}`).toContainEqual(shape)
    found[shape.applied === oldMigrations ? 'older' : 'newer'] += 1

    expect(countRows('durable', desk()).rows, `round ${round}`).toBe(lines)
    expect(await shapeOf(join(desk(), 'pgdata'))).toEqual(after)
    const copies = listBackups(join(desk(), 'backups')).filter((name) => name.endsWith('-migration'))
    expect(copies.length).toBeGreaterThan(0)
    rmSync(seen, { recursive: true })
    cpSync(join(desk(), 'backups', copies[0] ?? ''), seen, { recursive: true })
    expect(await shapeOf(seen), `the copy of round ${round}`).toEqual(before)
  }
  process.stdout.write(`migration killed ${rounds} times within ${Math.round(migrating)} ms: ${found.older} times the older desk, ${found.newer} times the new one, 0 between\n`)
})
