/** Copies of the closed database, made before something could go wrong with it. */
import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, syncTree } from './sync-files.ts'

export type BackupReason = 'unclean' | 'migration'

/** Of each reason apart: five bad ends in an evening must not push out the copy that leads back before an update. */
const kept: Readonly<Record<BackupReason, number>> = { unclean: 5, migration: 3 }
const name = /^\d{8}T\d{6}Z-(?:unclean|migration)$/
const unfinished = '.unfinished'

/** Which of these backups to let go: all but the newest of each reason. Pure. */
export const surplusBackups = (names: readonly string[]): string[] =>
  (Object.entries(kept) as [BackupReason, number][]).flatMap(([reason, count]) =>
    names
      .filter((entry) => name.test(entry) && entry.endsWith(reason))
      .toSorted()
      .slice(0, -count),
  )

/** Oldest first. */
export const listBackups = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((entry) => name.test(entry)).toSorted() : [])

/** True when the disk has room for a copy of `pgdata` and a fifth more. */
function hasRoomFor(pgdata: string, folder: string): boolean {
  const size = readdirSync(pgdata, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > size * 1.2
}

/** Copies `pgdata` into `folder`, whole or not at all, and lets the oldest copies go. Answers the copy's name; throws ENOSPC when there is no room. */
export function backUp(pgdata: string, folder: string, reason: BackupReason, now: Date): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // What a copy left that was cut off.
  for (const entry of readdirSync(folder)) if (entry.endsWith(unfinished)) rmSync(join(folder, entry), { recursive: true, force: true })
  if (!hasRoomFor(pgdata, folder)) throw Object.assign(new Error('no room for a copy of the database'), { code: 'ENOSPC' })
  const entry = `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${reason}`
  const part = join(folder, `${entry}${unfinished}`)
  cpSync(pgdata, part, { recursive: true, mode: constants.COPYFILE_FICLONE })
  syncTree(part)
  rmSync(join(folder, entry), { recursive: true, force: true })
  renameSync(part, join(folder, entry))
  syncFolder(folder)
  for (const surplus of surplusBackups(readdirSync(folder))) rmSync(join(folder, surplus), { recursive: true, force: true })
  return entry
}
