/** Makes backups of one desk, and knows whether there is anything new to back up. */
import { join } from 'node:path'
import type { BackupKind } from '../../../shared/domain/backups.ts'
import { differences, readContents, type Contents } from './check-copy.ts'
import { listBackups } from './backup.ts'
import { readBackupInfo } from './backup-info.ts'
import { readName } from './backup-names.ts'
import { makeBackup, type MadeBackup } from './make-backup.ts'

/** Written by every backup itself: that one was made is nothing new. */
const ownTable = 'job_run'

export interface ProvedBackup {
  readonly name: string
  readonly at: Date
}

export type BackupMaker = ReturnType<typeof createBackupMaker>

export function createBackupMaker(options: Omit<Parameters<typeof makeBackup>[0], 'kind' | 'signal'>) {
  const folder = join(options.root, 'backups')
  let last: Contents | undefined

  /** The newest that was opened and compared, by the names on the disk: what somebody deleted is none. */
  function newestProved(): ProvedBackup | undefined {
    const name = listBackups(folder).findLast((entry) => readBackupInfo(join(folder, entry)) !== undefined)
    return name === undefined ? undefined : { name, at: new Date(readName(name)?.at ?? 0) }
  }

  return {
    folder,
    newestProved,
    async make(kind: BackupKind, signal?: AbortSignal): Promise<Pick<MadeBackup, 'name' | 'rows'>> {
      const { contents, ...made } = await makeBackup({ ...options, kind, ...(signal && { signal }) })
      last = contents
      return made
    },
    /** Whether the desk holds anything that the newest backup does not. */
    async hasChanged(): Promise<boolean> {
      const newest = newestProved()
      last ??= newest === undefined ? undefined : readBackupInfo(join(folder, newest.name))?.contents
      const before = last
      if (newest === undefined || before === undefined) return true
      return differences(before, await options.database.read(readContents)).some((table) => table !== ownTable)
    },
  }
}
