/** Opens a desk's database: lock → facts → backup → engine → guard → migrate → seed → ready (design.md 7). */
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { backUp, hasRoomFor, listBackups } from './backup.ts'
import type { Database } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { createEngineDatabase } from './engine-database.ts'
import { kindOfError } from './errors.ts'
import { takeLock } from './lock.ts'
import { markerPath, readMarker, writeMarker, type Marker } from './marker.ts'
import { migrateEngine, newestSchema, readMigrations } from './migrate.ts'
import { OpenFailure, type OpenFailureKind } from './open-failure.ts'
import { planOpen, type FolderFacts } from './plan-open.ts'
import { seed } from './seed.ts'
import { syncFolder, syncTree } from './sync-files.ts'

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
  if ('heldBy' in lock) throw new OpenFailure('in_use', { ...facts, ...(lock.heldBy && { pid: lock.heldBy.pid, since: lock.heldBy.since }) })
  try {
    const ours = { postgres: postgresMajor, schema: newestSchema(readMigrations()) }
    const found = lookAt(root)
    const plan = planOpen(found, ours)
    if (plan.act === 'refuse') throw new OpenFailure(plan.kind, { ...facts, postgres: found.postgres ?? '', backups: countBackups(root) })
    if (plan.act === 'create') {
      onProgress('create')
      await create(root, clock, log, appVersion)
    }
    const pgdata = join(root, 'pgdata')
    if (plan.act === 'open' && plan.backup !== null) {
      onProgress('backup')
      makeBackup(root, pgdata, plan.backup, clock.now(), facts, log)
    }

    onProgress('open')
    const engine = await openDurableEngine(pgdata)
    const marker: Marker = {
      deskId: readDeskId(root) ?? newId(),
      postgres: postgresMajor,
      schema: ours.schema,
      appVersion,
      createdAt: typeof found.marker === 'object' ? (found.marker as Marker).createdAt : clock.now().toISOString(),
      openedAt: clock.now().toISOString(),
      closedCleanly: false,
    }
    const database = createEngineDatabase({
      engine,
      clock,
      log,
      onClosed: async () => {
        writeMarker(root, { ...marker, closedCleanly: true })
        await lock.release()
      },
    })
    onProgress('migrate')
    await prepare(engine, database, facts, clock)
    writeMarker(root, marker)
    onProgress('ready')
    log.info('database.open', { adopted: plan.act === 'open' && plan.adopt, created: plan.act === 'create' })
    return database
  } catch (error) {
    await lock.release()
    throw asOpenFailure(error, facts, log)
  }
}

/** One folder has one name, whatever link led to it; it need not exist yet. */
function resolveDataDir(dataDir: string): string {
  const path = resolve(dataDir)
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return existsSync(parent) ? join(realpathSync(parent), basename(path)) : path
}

/** Lies inside the cluster, so that it gets its name in the same step, and every backup carries it. PostgreSQL passes it over. */
const identityFile = 'desk.json'

const readDeskId = (root: string): string | undefined => {
  try {
    const { deskId } = JSON.parse(readFileSync(join(root, 'pgdata', identityFile), 'utf8')) as { deskId?: unknown }
    return typeof deskId === 'string' ? deskId : undefined
  } catch {
    return undefined
  }
}

const readText = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

const countBackups = (root: string): number => (existsSync(join(root, 'backups')) ? listBackups(join(root, 'backups')).length : 0)

function lookAt(root: string): FolderFacts {
  // `creating` is what an interrupted first start left: nobody was ever answered from it.
  const entries = existsSync(root) ? readdirSync(root).filter((entry) => entry !== 'creating' && entry !== 'lost+found') : undefined
  return {
    marker: readMarker(root),
    folder: entries === undefined ? 'missing' : entries.length === 0 ? 'empty' : 'filled',
    deskId: readDeskId(root),
    postgres: readText(join(root, 'pgdata/PG_VERSION')),
  }
}

/**
 * Makes the cluster in `creating/`, whole and on the disk, and only then gives it its name: a cut at any moment leaves
 * either nothing that counts or a database that opens.
 */
async function create(root: string, clock: Clock, log: Log, appVersion: string): Promise<void> {
  const creating = join(root, 'creating')
  rmSync(creating, { recursive: true, force: true })
  mkdirSync(join(creating, 'pgdata'), { recursive: true, mode: 0o700 })
  const engine = await openDurableEngine(join(creating, 'pgdata'))
  const database = createEngineDatabase({ engine, clock, log })
  await prepare(engine, database, { dataDir: root, appVersion }, clock)
  await database.close()
  writeFileSync(join(creating, 'pgdata', identityFile), JSON.stringify({ deskId: newId() }), { mode: 0o600 })
  syncTree(creating)
  renameSync(join(creating, 'pgdata'), join(root, 'pgdata'))
  rmSync(creating, { recursive: true, force: true })
  syncFolder(root)
  syncFolder(dirname(root))
}

async function prepare(engine: PGlite, database: Database, facts: { appVersion: string; dataDir: string }, clock: Clock): Promise<void> {
  await migrateEngine(engine, facts)
  await database.transaction((tx) => seed(tx, clock.now()))
  const { rows } = await engine.query('select topic from revision')
  if (rows.length === 0) throw new OpenFailure('damaged', { dataDir: facts.dataDir })
}

function makeBackup(root: string, pgdata: string, reason: 'unclean' | 'migration', now: Date, facts: { dataDir: string }, log: Log): void {
  const folder = join(root, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!hasRoomFor(pgdata, root)) {
    // A migration is not risked without a copy; after a bad end the desk opens all the same: people need the list.
    if (reason === 'migration') throw new OpenFailure('disk_full', facts)
    log.warn('database.backup_skipped', { reason: 'no room' })
    return
  }
  log.info('database.backup', { name: backUp(pgdata, folder, reason, now) })
}

function asOpenFailure(error: unknown, facts: { dataDir: string; marker: string; appVersion: string }, log: Log): unknown {
  if (error instanceof OpenFailure) return error
  log.error('database.open_failed', errorFields(error))
  const kinds: Partial<Record<ReturnType<typeof kindOfError>, OpenFailureKind>> = { disk_full: 'disk_full', read_only: 'read_only' }
  const kind = kinds[kindOfError(error)] ?? 'damaged'
  return new OpenFailure(kind, { ...facts, backups: countBackups(facts.dataDir) }, error)
}
