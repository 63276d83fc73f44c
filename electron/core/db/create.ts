/** Makes a new desk's database. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import type { Log } from '../kit/log.ts'
import type { Database } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { createEngineDatabase } from './engine-database.ts'
import { identityFile } from './folder.ts'
import { migrateEngine } from './migrate.ts'
import { OpenFailure, type OpenFailureFacts } from './open-failure.ts'
import { seed } from './seed.ts'
import { syncFolder, syncTree } from './sync-files.ts'

/**
 * Makes the cluster in `creating/`, whole and on the disk, and only then gives it its name: a cut at any moment leaves
 * either nothing that counts or a database that opens.
 */
export async function create(root: string, clock: Clock, log: Log, appVersion: string): Promise<void> {
  const creating = join(root, 'creating')
  rmSync(creating, { recursive: true, force: true })
  const firstMade = mkdirSync(join(creating, 'pgdata'), { recursive: true, mode: 0o700 })
  const engine = await openDurableEngine(join(creating, 'pgdata'))
  const database = createEngineDatabase({ engine, clock, log })
  try {
    await prepare(engine, database, { dataDir: root, appVersion }, clock)
  } finally {
    await database.close()
  }
  writeFileSync(join(creating, 'pgdata', identityFile), JSON.stringify({ deskId: newId() }), { mode: 0o600 })
  syncTree(creating)
  renameSync(join(creating, 'pgdata'), join(root, 'pgdata'))
  rmSync(creating, { recursive: true, force: true })
  // Every folder that was made has its name in the one above it.
  for (const folder of foldersUpTo(root, dirname(firstMade ?? root))) syncFolder(folder)
}

/** `from` and those above it, up to `top`. */
function foldersUpTo(from: string, top: string): string[] {
  return from === top || from === dirname(from) ? [from] : [from, ...foldersUpTo(dirname(from), top)]
}

/** Brings an open database to this version's schema, fills in what is missing, and asks whether it answers. */
export async function prepare(engine: PGlite, database: Database, facts: OpenFailureFacts, clock: Clock): Promise<void> {
  await migrateEngine(engine, facts)
  await database.transaction((tx) => seed(tx, clock.now()))
  const { rows } = await engine.query('select topic from revision')
  if (rows.length === 0) throw new OpenFailure('damaged', facts)
}
