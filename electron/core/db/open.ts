/** Opens a desk's database: lock → facts → backup → engine → guard → migrate → seed → ready (design.md 7). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { freeBytes, releaseBallast, startingRoom } from './ballast.ts'
import { backUp, type Copy } from './backup.ts'
import { dropBackupInfo } from './backup-info.ts'
import { create, prepare } from './create.ts'
import type { Database } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'
import { createEngineDatabase } from './engine-database.ts'
import { forgetSizes, noteSizes, shortenedFiles } from './file-sizes.ts'
import { lookAt, readDeskId, resolveDataDir } from './folder.ts'
import { takeLock } from './lock.ts'
import { markerPath, writeMarker, type Marker } from './marker.ts'
import { checkEngine, newestSchema, readMigrations } from './migrate.ts'
import { OpenFailure } from './open-failure.ts'
import { planOpen } from './plan-open.ts'
import { postgresMajor } from './postgres-major.ts'
import { finishRestore } from './restore.ts'
import { readMoved } from './transfer/moved.ts'
import { refuseOnItsWay } from './transfer/move-file.ts'
import { readServerChoice } from './server-choice.ts'
import { openStation } from './server/open-station.ts'
import { asOpenFailure, type DeskFacts } from './why-not-opened.ts'

export interface OpenOptions {
  /** The desk's folder: holds pgdata/ and backups/. Beside it lies `<folder>.sentinel.json`. */
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly appVersion: string
  /** Address of a PostgreSQL server to use instead; undefined = the one that was chosen (server-choice.ts), or none. */
  readonly databaseUrl?: string | undefined
  /** For the server's administrator. */
  readonly stationId?: string
  /** Names each step as it begins: first creation takes seconds. */
  readonly onProgress?: (step: 'lock' | 'create' | 'backup' | 'open' | 'migrate' | 'ready') => void
}

/** Rejects with an OpenFailure when the database may not, or cannot, be opened; nothing was changed then. */
export async function openDatabase({ dataDir, clock, log, appVersion, databaseUrl, stationId = 'desk', onProgress = () => {} }: OpenOptions): Promise<Database> {
  const root = resolveDataDir(dataDir)
  const url = databaseUrl ?? readServerChoice(root)
  if (url !== undefined) return openStation({ root, url, clock, log, appVersion, stationId, onProgress })
  refuseOnItsWay(root)
  let facts: DeskFacts = { dataDir: root, marker: markerPath(root), appVersion, lastVersion: '?' }
  onProgress('lock')
  const lock = await takeLock(root, clock.now())
  if ('heldBy' in lock) throw new OpenFailure('in_use', { ...facts, pid: lock.heldBy?.pid ?? '?', since: lock.heldBy?.since ?? '?' })
  let database: Database | undefined
  let opened = false
  let copy: Copy | undefined
  let lastOpened: Date | undefined
  let keeping: Promise<void> = Promise.resolve()
  try {
    const restored = finishRestore(root, clock.now())
    if (restored !== 'none') log.info('database.restored', { outcome: restored })
    const moved = readMoved(root)
    if (moved !== undefined) throw new OpenFailure('moved', { ...facts, server: moved.to, since: moved.at })
    // A desk that others filled the disk under opens all the same, and says so.
    if (existsSync(root) && freeBytes(root) < startingRoom && releaseBallast(root)) log.warn('database.ballast_released', {})
    const ours = { postgres: postgresMajor, schema: newestSchema(readMigrations()) }
    const found = lookAt(root)
    if (typeof found.marker === 'object') {
      facts = { ...facts, lastVersion: found.marker.appVersion }
      lastOpened = new Date(found.marker.openedAt)
    }
    const plan = planOpen(found, ours)
    if (plan.act === 'refuse') throw new OpenFailure(plan.kind, { ...facts, postgres: found.postgres ?? '?' })
    if (plan.act === 'create') {
      onProgress('create')
      await create(root, clock, log, appVersion)
    }
    const pgdata = join(root, 'pgdata')
    // What was noted holds for the desk that was closed, and for no other that took its place.
    const shortened = plan.act === 'open' && restored === 'none' && typeof found.marker === 'object' && found.marker.closedCleanly ? shortenedFiles(pgdata) : []
    if (shortened.length > 0) {
      log.error('database.files_shortened', { files: shortened.join(', ') })
      throw new OpenFailure('damaged', facts)
    }
    // A backup that a person copied back by hand is a desk now, and no copy of it was proved.
    if (plan.act === 'open') dropBackupInfo(pgdata)
    if (plan.act === 'open' && plan.backup !== null) {
      onProgress('backup')
      copy = makeCopy(root, pgdata, plan.backup, clock.now(), log)
    }

    onProgress('open')
    const deskId = readDeskId(root)
    if (deskId === undefined) throw new OpenFailure('damaged', facts)
    const engine = await openDurableEngine(pgdata)
    forgetSizes(pgdata)
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
          if (clean && opened) noteSizes(pgdata)
          if (clean && opened) writeMarker(root, { ...marker, closedCleanly: true })
        } catch (error) {
          // The next start takes it for a bad end and makes a copy: no more than that.
          log.error('database.marker_failed', errorFields(error))
        }
        await keeping
        await lock.release()
      },
    })
    onProgress('migrate')
    await checkEngine(engine, facts)
    // From here on it is the way back; a desk that is refused must not push that out by being started again and again.
    if (plan.act === 'open' && plan.backup === 'migration') copy?.keep()
    await prepare(engine, database, facts, clock)
    // Flushed while people scan already; until then it has no name that counts, and closing waits for it.
    if (copy !== undefined) keeping = keepAfterAll(copy, log)
    writeMarker(root, marker)
    opened = true
    onProgress('ready')
    log.info('database.open', { adopted: plan.act === 'open' && plan.adopt, created: plan.act === 'create' })
    return database
  } catch (error) {
    const failure = asOpenFailure(error, facts, log)
    // While the lock is held: the next one to start clears away what has no name yet.
    if (copy !== undefined) settle(copy, failure, root, lastOpened, log)
    // An engine that stays open after its lock is gone would be a second writer (F1): closing lets the lock go.
    await (database ?? { close: lock.release }).close()
    throw failure
  }
}

function makeCopy(root: string, pgdata: string, reason: 'unclean' | 'migration', now: Date, log: Log): Copy | undefined {
  try {
    const copy = backUp(pgdata, join(root, 'backups'), reason, now, reason === 'migration' ? 'now' : 'kept')
    log.info('database.backup', { name: copy.name })
    return copy
  } catch (error) {
    // A migration is not risked without a copy; after a bad end the desk opens all the same: people need the list.
    if (reason === 'migration') throw error
    log.warn('database.backup_skipped', errorFields(error))
    return undefined
  }
}

/** A copy after a bad end is a help, no condition. */
async function keepAfterAll(copy: Copy, log: Log): Promise<void> {
  try {
    await copy.keepSoon()
  } catch (error) {
    log.warn('database.backup_unsettled', errorFields(error))
  }
}

function settle(copy: Copy, { kind }: OpenFailure, root: string, lastOpened: Date | undefined, log: Log): void {
  try {
    if (kind === 'damaged') copy.setAside(join(root, 'not-opened'), lastOpened)
    else copy.discard()
  } catch (error) {
    // It has no name that counts; the next start clears it away.
    log.warn('database.backup_unsettled', errorFields(error))
  }
}
