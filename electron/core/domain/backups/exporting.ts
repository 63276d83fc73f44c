/** The whole desk as a file that any PostgreSQL loads: written where a person chose, in the trail before it can be opened (issue 7). */
import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute } from 'node:path'
import type { Database } from '../../db/database.ts'
import { stateOfError } from '../../db/second-place.ts'
import { exportDesk, type StagedExport } from '../../db/transfer/export.ts'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { Refusal, refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'

interface Dependencies {
  readonly database: Database
  /** The desk's folder. */
  readonly root: string
  readonly clock: Clock
  readonly log: Log
  readonly appVersion: string
}

export interface WrittenExport {
  readonly path: string
  readonly rows: number
  readonly bytes: number
  readonly milliseconds: number
}

/** Before anything is copied. Refuses `export_name`, `export_exists`, `second_place_missing`. */
export function checkPlace(path: string): void {
  if (!isAbsolute(path) || !/[^\\/]\.sql(?:\.gz)?$/i.test(path)) throw refuse('export_name')
  if (existsSync(path)) throw refuse('export_exists', { path })
  if (!existsSync(dirname(path))) throw refuse('second_place_missing', { folder: dirname(path) })
}

export type DeskExporting = ReturnType<typeof createDeskExporting>

/** Makes one; nothing else may work in `backups/` meanwhile. */
export function createDeskExporting({ database, root, clock, log, appVersion }: Dependencies) {
  /**
   * Refuses `export_name`, `export_exists`, `backup_no_room`, `second_place_missing`, `second_place_read_only`,
   * `second_place_full`, `export_failed`; rejects with the signal's reason. Then there is no file.
   * @param path whole, ending in `.sql` or `.sql.gz`
   */
  return async (path: string, actor: Actor, { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (part: number | null) => void } = {}): Promise<WrittenExport> => {
    checkPlace(path)
    const began = clock.monotonic()
    let staged: StagedExport | undefined
    try {
      staged = await exportDesk({ database, root, path, clock, appVersion, signal, ...(onProgress && { onProgress }) })
      signal?.throwIfAborted()
      const { rows, bytes } = staged
      const milliseconds = Math.round(clock.monotonic() - began)
      const details = { fileName: basename(path), rows, bytes, milliseconds }
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'database_export', entityType: 'backup', entityId: null, details }))
      await staged.file.place()
      log.info('database.exported', { rows, bytes, milliseconds })
      return { path, rows, bytes, milliseconds }
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Refusal) throw error
      log.error('database.export_failed', errorFields(error))
      throw refusalOf(error, path)
    } finally {
      await staged?.file.discard().catch(() => {})
    }
  }
}

/** What the file system said of the place, in words; a copy that found no room was made on the desk's own disk. */
function refusalOf(error: unknown, path: string): Refusal {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' && syscall === undefined) return refuse('backup_no_room')
  const state = syscall === undefined ? 'failed' : stateOfError(error)
  const folder = dirname(path)
  if (state === 'missing') return refuse('second_place_missing', { folder })
  if (state === 'read_only') return refuse('second_place_read_only', { folder })
  if (state === 'full') return refuse('second_place_full', { folder })
  return refuse('export_failed')
}
