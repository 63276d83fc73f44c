/** Opens a desk's database: lock → facts → backup → engine → guard → migrate → seed → ready (design.md 7). */
import { join } from 'node:path'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { backUp } from './backup.ts'
import { create, prepare } from './create.ts'
import type { Database } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { createEngineDatabase } from './engine-database.ts'
import { lookAt, readDeskId, resolveDataDir } from './folder.ts'
import { takeLock } from './lock.ts'
import { markerPath, writeMarker, type Marker } from './marker.ts'
import { newestSchema, readMigrations } from './migrate.ts'
import { OpenFailure } from './open-failure.ts'
import { planOpen } from './plan-open.ts'
import { asOpenFailure } from './why-not-opened.ts'

/** The PostgreSQL major inside the pinned PGlite (F6); a test compares it with a fresh cluster. */
export const postgresMajor = '18'

export interface OpenOptions {
  /** The desk's folder: holds pgdata/ and backups/. Beside it lies `<folder>.sentinel.json`. */
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly appVersion: string
  /** Names each step as it begins: first creation takes seconds. */
  readonly onProgress?: (step: 'lock' | 'create' | 'backup' | 'open' | 'migrate' | 'ready') => void
}

/** Rejects with an OpenFailure when the database may not, or cannot, be opened; nothing was changed then. */
export async function openDatabase({ dataDir, clock, log, appVersion, onProgress = () => {} }: OpenOptions): Promise<Database> {
  const root = resolveDataDir(dataDir)
  const facts = { dataDir: root, marker: markerPath(root), appVersion }
  onProgress('lock')
  const lock = await takeLock(root, clock.now())
  if ('heldBy' in lock) throw new OpenFailure('in_use', { ...facts, pid: lock.heldBy?.pid ?? '?', since: lock.heldBy?.since ?? '?' })
  let database: Database | undefined
  let opened = false
  try {
    const ours = { postgres: postgresMajor, schema: newestSchema(readMigrations()) }
    const found = lookAt(root)
    const plan = planOpen(found, ours)
    if (plan.act === 'refuse') throw new OpenFailure(plan.kind, { ...facts, postgres: found.postgres ?? '?' })
    if (plan.act === 'create') {
      onProgress('create')
      await create(root, clock, log, appVersion)
    }
    const pgdata = join(root, 'pgdata')
    if (plan.act === 'open' && plan.backup !== null) {
      onProgress('backup')
      makeBackup(root, pgdata, plan.backup, clock.now(), log)
    }

    onProgress('open')
    const deskId = readDeskId(root)
    if (deskId === undefined) throw new OpenFailure('damaged', facts)
    const engine = await openDurableEngine(pgdata)
    const marker: Marker = {
      deskId,
      postgres: postgresMajor,
      schema: ours.schema,
      appVersion,
      createdAt: typeof found.marker === 'object' ? found.marker.createdAt : clock.now().toISOString(),
      openedAt: clock.now().toISOString(),
      closedCleanly: false,
    }
    database = createEngineDatabase({
      engine,
      clock,
      log,
      onClosed: async (clean) => {
        try {
          if (clean && opened) writeMarker(root, { ...marker, closedCleanly: true })
        } catch (error) {
          // The next start takes it for a bad end and makes a copy: no more than that.
          log.error('database.marker_failed', errorFields(error))
        }
        await lock.release()
      },
    })
    onProgress('migrate')
    await prepare(engine, database, facts, clock)
    writeMarker(root, marker)
    opened = true
    onProgress('ready')
    log.info('database.open', { adopted: plan.act === 'open' && plan.adopt, created: plan.act === 'create' })
    return database
  } catch (error) {
    // An engine that stays open after its lock is gone would be a second writer (F1): closing lets the lock go.
    await (database ?? { close: lock.release }).close()
    throw asOpenFailure(error, facts, log)
  }
}

function makeBackup(root: string, pgdata: string, reason: 'unclean' | 'migration', now: Date, log: Log): void {
  try {
    log.info('database.backup', { name: backUp(pgdata, join(root, 'backups'), reason, now) })
  } catch (error) {
    // A migration is not risked without a copy; after a bad end the desk opens all the same: people need the list.
    if (reason === 'migration') throw error
    log.warn('database.backup_skipped', errorFields(error))
  }
}
