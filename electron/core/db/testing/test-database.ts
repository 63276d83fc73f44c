/** A migrated, seeded database in memory for a test: loaded from one snapshot, and put back for the next test of the same file (design.md F7). */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { findAppRoot } from '../../kit/app-root.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import type { Database } from '../database.ts'
import { createEngineDatabase } from '../engine-database.ts'
import { migrateEngine, readMigrations } from '../migrate.ts'
import { seed } from '../seed.ts'
import * as definitions from '../seed-definitions.ts'
import * as duty from '../seed-duty.ts'
import * as values from '../seed-values.ts'
import { reusable, type ReusableEngine } from './reusable-engine.ts'
import { createServerTestDatabase, isOnServer } from './server-test-database.ts'

const wrap = (engine: PGlite): Database => createEngineDatabase({ engine, clock: systemClock, log: silentLog })

/** Changes when anything changes that the snapshot is made of. */
function snapshotPath(): string {
  const key = createHash('sha256')
    .update(JSON.stringify([readMigrations(), values, definitions, duty, seed.toString()]))
    .update(readFileSync(join(findAppRoot(), 'node_modules/@electric-sql/pglite/package.json')))
    .digest('hex')
    .slice(0, 16)
  return join(findAppRoot(), 'node_modules/.cache/sentinel', `migrated-${key}.tar`)
}

async function makeSnapshot(path: string): Promise<void> {
  const engine = await PGlite.create()
  await migrateEngine(engine, { appVersion: 'test', dataDir: 'memory' })
  await wrap(engine).transaction((tx) => seed(tx, new Date('2026-01-01T00:00:00Z')))
  const bytes = Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer())
  await engine.close()
  mkdirSync(join(path, '..'), { recursive: true })
  // Two workers may make it at once: whichever renames last wins, and both are whole.
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, bytes)
  renameSync(temporary, path)
}

/** Engines of this process that a test has closed. */
const free: ReusableEngine[] = []

async function takeEngine(): Promise<ReusableEngine> {
  for (let engine = free.pop(); engine !== undefined; engine = free.pop()) {
    if (await engine.restore()) return engine
    await engine.engine.close().catch(() => {})
  }
  const path = snapshotPath()
  if (!existsSync(path)) await makeSnapshot(path)
  return reusable(await PGlite.create({ loadDataDir: new Blob([new Uint8Array(readFileSync(path))]) }))
}

/**
 * Close it at the end of the test: each that is open holds some 100 MB. The next one of the same process is the same engine with
 * the seed only. In the project `server` it is a database of a PostgreSQL server (decision 020).
 */
export async function createTestDatabase(): Promise<Database> {
  if (isOnServer()) return createServerTestDatabase()
  const taken = await takeEngine()
  const lent = new Proxy(taken.engine, {
    get(engine, key) {
      if (key === 'close') return async () => void free.push(taken)
      // Nothing of it is on a disk.
      if (key === 'exec') return async (text: string) => (text === 'checkpoint' ? [] : engine.exec(text))
      const value: unknown = Reflect.get(engine, key, engine)
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(engine) : value
    },
  })
  return wrap(lent)
}
