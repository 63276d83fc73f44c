/** Copies of the closed database, made before something could go wrong with it. */
import { cpSync, constants, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, syncTree } from './sync-files.ts'

const kept = 5
const name = /^\d{8}T\d{6}Z-(?:unclean|migration)$/

/** Which of these backups to let go: all but the newest five. Pure. */
export const surplusBackups = (names: readonly string[]): string[] =>
  names
    .filter((entry) => name.test(entry))
    .toSorted()
    .slice(0, -kept)

export const listBackups = (folder: string): string[] => readdirSync(folder).filter((entry) => name.test(entry)).toSorted()

/** True when the disk has room for a copy of `pgdata` and a fifth more. */
export function hasRoomFor(pgdata: string, folder: string): boolean {
  const size = readdirSync(pgdata, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > size * 1.2
}

/** Copies `pgdata` into `folder`, whole or not at all, and lets the oldest copies go. Answers the copy's name. */
export function backUp(pgdata: string, folder: string, reason: 'unclean' | 'migration', now: Date): string {
  const entry = `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${reason}`
  const unfinished = join(folder, `${entry}.unfinished`)
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(pgdata, unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE })
  syncTree(unfinished)
  rmSync(join(folder, entry), { recursive: true, force: true })
  renameSync(unfinished, join(folder, entry))
  syncFolder(folder)
  for (const surplus of surplusBackups(readdirSync(folder))) rmSync(join(folder, surplus), { recursive: true, force: true })
  return entry
}
