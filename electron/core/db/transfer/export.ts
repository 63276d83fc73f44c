/** The whole desk as an SQL file while people go on scanning: from a copy of it, in a thread of its own (decision 020). */
import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../kit/clock.ts'
import { inThread } from '../../kit/thread.ts'
import { hasRoomFor, unfinished } from '../backup.ts'
import { differences, readContents, type Contents } from '../check-copy.ts'
import type { Database } from '../database.ts'
import { kindOfError } from '../errors.ts'
import { BackupNotProved } from '../make-backup.ts'
import { copyOpen } from '../open-copy.ts'
import { stageWith, type StagedFile } from '../stage-file.ts'
import type { Exported, ExportInput } from './write-export.ts'

/** How often whoever waits is told; milliseconds. */
const tellEvery = 200

interface Options {
  readonly database: Database
  /** The desk's folder. Nothing else may work in its `backups/` meanwhile. */
  readonly root: string
  /** Where the file goes; one that ends in `.gz` is compressed. */
  readonly path: string
  readonly clock: Clock
  readonly appVersion: string
  readonly signal?: AbortSignal | undefined
  /** 0 to 1; null while the copy is made. */
  readonly onProgress?: (part: number | null) => void
}

export interface StagedExport {
  readonly file: StagedFile
  /** Of all tables. */
  readonly rows: number
  readonly bytes: number
}

/**
 * Writes it beside `path`; placing it is the caller’s. It holds everything that was acknowledged before it began, of one
 * moment. Rejects with the file system’s error, with BackupNotProved where the copy is not what the desk was, or with the
 * signal’s reason, and leaves nothing then. An error with a `syscall` is of the place; ENOSPC without one is of the desk’s own disk.
 */
export async function exportDesk({ database, root, path, clock, appVersion, signal, onProgress = () => {} }: Options): Promise<StagedExport> {
  const pgdata = join(root, 'pgdata')
  mkdirSync(join(root, 'backups'), { recursive: true, mode: 0o700 })
  // What is killed in the middle is cleared away before the next backup.
  const folder = join(root, 'backups', `export${unfinished}`)
  await rm(folder, { recursive: true, force: true })
  if (!hasRoomFor(pgdata, root)) throw noRoom()
  const progress = new SharedArrayBuffer(8)
  const counted = new Int32Array(progress)
  let stopTelling = (): void => {}
  const tell = (): void => {
    const [done = 0, all = 0] = counted
    onProgress(all === 0 ? null : done / all)
    stopTelling = clock.after(tellEvery, tell)
  }
  try {
    tell()
    const wanted = await copyOpen({ database, pgdata, target: folder, ...(signal && { signal }) }, readContents).catch((error: unknown) => Promise.reject(ofOwnDisk(error)))
    const heading = { appVersion, at: clock.now().toISOString() }
    let made = { rows: 0, bytes: 0 }
    const file = await stageWith(path, async (temporary) => {
      const input: ExportInput = { folder, file: temporary, isZipped: path.toLowerCase().endsWith('.gz'), heading, progress }
      made = proved(wanted, await inThread<ExportInput, Exported>('db/transfer/export-thread', input, signal))
    })
    return { file, ...made }
  } finally {
    stopTelling()
    await rm(folder, { recursive: true, force: true })
  }
}

const noRoom = (): Error => Object.assign(new Error('no room for a copy of the database'), { code: 'ENOSPC' })

/** What the file system says of the copy is of the desk's own disk, and not of the place that the file goes to. */
function ofOwnDisk(error: unknown): unknown {
  if (kindOfError(error) === 'disk_full') return noRoom()
  return error instanceof Error && 'syscall' in error ? new Error('the desk could not be copied', { cause: error }) : error
}

function proved(wanted: Contents, { rows, bytes, contents }: Exported): { rows: number; bytes: number } {
  const differing = differences(wanted, contents)
  if (differing.length > 0) throw new BackupNotProved(differing)
  return { rows, bytes }
}
