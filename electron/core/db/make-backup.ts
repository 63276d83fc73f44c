/** A backup of the desk while it works: copied, opened, compared with what the desk held at that moment, and only then one (trust.md 3.2). */
import { mkdirSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { BackupKind } from '../../../shared/domain/backups.ts'
import type { Clock } from '../kit/clock.ts'
import { inThread } from '../kit/thread.ts'
import { clearUnfinished, hasRoomFor, pruneBackups, sizeOf, unfinished } from './backup.ts'
import { writeBackupInfo } from './backup-info.ts'
import { stamp } from './backup-names.ts'
import { differences, readContents, type Contents } from './check-copy.ts'
import type { Database } from './database.ts'
import { readShortened } from './file-sizes.ts'
import { readDeskId } from './folder.ts'
import { newestSchema, readMigrations } from './migrate.ts'
import { copyOpen } from './open-copy.ts'
import { syncFolder } from './sync-files.ts'

/** The desk itself has lost something: a copy of it would push out those that have it still. */
export class DeskShortened extends Error {
  readonly code = 'XX001'
  constructor(tables: readonly string[]) {
    super(`files of the desk were cut off: ${tables.join(', ')}`)
    this.name = 'DeskShortened'
  }
}

/** What was copied does not open, or does not hold what the desk held. It was not kept. */
export class BackupNotProved extends Error {
  constructor(tables: readonly string[]) {
    super(`the copy differs from the desk in ${tables.join(', ')}`)
    this.name = 'BackupNotProved'
  }
}

interface Options {
  readonly database: Database
  /** The desk's folder, with `pgdata/` and `backups/`. */
  readonly root: string
  readonly clock: Clock
  readonly appVersion: string
  readonly kind: BackupKind
  readonly signal?: AbortSignal
  /** Of tests: opens a copy and says what it holds. */
  readonly check?: (folder: string, signal: AbortSignal | undefined) => Promise<Contents>
}

const checkInThread = (folder: string, signal: AbortSignal | undefined): Promise<Contents> => inThread('db/check-copy-thread', { folder }, signal)

export interface MadeBackup {
  readonly name: string
  /** Of all tables together. */
  readonly rows: number
  readonly contents: Contents
}

/**
 * Makes and proves one, and lets the oldest go. Rejects with ENOSPC where there is no room, with BackupNotProved, with
 * what kindOfError calls damaged, or with the signal's reason; then there is no new one, and those before it are untouched.
 */
export async function makeBackup({ database, root, clock, appVersion, kind, signal, check = checkInThread }: Options): Promise<MadeBackup> {
  const folder = join(root, 'backups')
  const pgdata = join(root, 'pgdata')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  clearUnfinished(folder)
  // Those of every hour leave room: a disk that backups fill is one on which nobody is recorded.
  if (!hasRoomFor(pgdata, folder, kind === 'hourly' ? 5 : undefined)) {
    // A backup begins with a checkpoint, and nothing else makes one while the desk is open: without it the log would take the room that is left.
    await database.read((tx) => tx.execute(sql`checkpoint`)).catch(() => {})
    throw Object.assign(new Error('no room for a copy of the database'), { code: 'ENOSPC' })
  }
  const shortened = await database.read(readShortened)
  if (shortened.length > 0) throw new DeskShortened(shortened)
  const at = clock.now()
  const name = `${stamp(at)}-${kind}`
  const part = join(folder, `${name}${unfinished}`)
  try {
    const wanted = await copyOpen({ database, pgdata, target: part, ...(signal && { signal }) }, readContents)
    const differing = differences(wanted, await check(part, signal))
    if (differing.length > 0) throw new BackupNotProved(differing)
    const rows = Object.values(wanted).reduce((sum, found) => sum + Number(found.split(':', 1)[0]), 0)
    writeBackupInfo(part, { kind, madeAt: at.toISOString(), appVersion, deskId: readDeskId(root) ?? '', schema: newestSchema(readMigrations()), rows, bytes: sizeOf(part), contents: wanted })
    renameSync(part, join(folder, name))
    syncFolder(folder)
    pruneBackups(folder, name)
    return { name, rows, contents: wanted }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}
