/** Copies of the database: of the closed one before something could go wrong with it, and once a day of the open one. */
import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { freeBytes } from './ballast.ts'
import { readName, stamp, surplusBackups } from './backup-names.ts'
import { syncFolder, syncTree, syncTreeSoon } from './sync-files.ts'

export type BackupReason = 'unclean' | 'migration'

export const unfinished = '.unfinished'
/** Copies of damaged desks: whoever looks into it wants the first; the disk must not fill with them. */
const setAsideAtMost = 5

/** Oldest first. */
export const listBackups = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((entry) => readName(entry) !== undefined).toSorted() : [])

/** Bytes of all files below a folder. */
export const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0), 0)

/** True when the disk has room for a copy of `pgdata` and a fifth more, or for as many copies as are given. */
export const hasRoomFor = (pgdata: string, folder: string, copies = 1.2): boolean => freeBytes(folder) > sizeOf(pgdata) * copies

/** A copy that does not count yet: only a desk that then opened was worth copying, and only that may push out older copies. */
export interface Copy {
  readonly name: string
  /** The desk opens: the copy gets its name, and the oldest go. Once; afterwards nothing undoes it. */
  readonly keep: () => void
  /** The same once it is flushed, behind everything else. Rejects with the file system's error; it has no name then. */
  readonly keepSoon: () => Promise<void>
  /**
   * The desk is damaged: the copy, made before anything touched it, goes to `folder`, where nobody takes it for one to
   * restore. Of a row of failed starts only the first is kept: those after it are of what the first left behind.
   */
  readonly setAside: (folder: string, lastOpened: Date | undefined) => void
  /** The desk was not touched: the copy is of no use. */
  readonly discard: () => void
}

/** Lets go what is too much, but never the one that was just made: after the clock was set back, the newest has the oldest name. */
export function pruneBackups(folder: string, made: string): void {
  for (const surplus of surplusBackups(readdirSync(folder))) if (surplus !== made) rmSync(join(folder, surplus), { recursive: true, force: true })
}

/** What a copy left that was cut off. */
export function clearUnfinished(folder: string): void {
  for (const entry of readdirSync(folder)) if (entry.endsWith(unfinished)) rmSync(join(folder, entry), { recursive: true, force: true })
}

/**
 * Copies `pgdata` into `folder` under a name that does not count yet. Throws ENOSPC when there is no room.
 * @param flush `kept` = only when it is kept: a desk that people wait for opens a second sooner
 */
export function backUp(pgdata: string, folder: string, reason: BackupReason, now: Date, flush: 'now' | 'kept' = 'now'): Copy {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  clearUnfinished(folder)
  if (!hasRoomFor(pgdata, folder)) throw Object.assign(new Error('no room for a copy of the database'), { code: 'ENOSPC' })
  const entry = `${stamp(now)}-${reason}`
  const part = join(folder, `${entry}${unfinished}`)
  cpSync(pgdata, part, { recursive: true, mode: constants.COPYFILE_FICLONE })
  if (flush === 'now') syncTree(part)
  let settled = false
  const once = (settle: () => void): void => {
    if (!settled) settle()
    settled = true
  }
  const giveName = (): void => {
    rmSync(join(folder, entry), { recursive: true, force: true })
    renameSync(part, join(folder, entry))
    syncFolder(folder)
    pruneBackups(folder, entry)
  }
  const discard = (): void => rmSync(part, { recursive: true, force: true })
  return {
    name: entry,
    keep: () =>
      once(() => {
        if (flush === 'kept') syncTree(part)
        giveName()
      }),
    keepSoon: async () => {
      if (settled) return
      settled = true
      if (flush === 'kept') await syncTreeSoon(part)
      giveName()
    },
    setAside: (aside, lastOpened) =>
      once(() => {
        const since = lastOpened === undefined ? '' : stamp(lastOpened)
        const earlier = listBackups(aside)
        if (earlier.length >= setAsideAtMost || earlier.some((other) => other >= since)) return discard()
        if (flush === 'kept') syncTree(part)
        mkdirSync(aside, { recursive: true, mode: 0o700 })
        renameSync(part, join(aside, entry))
        syncFolder(aside)
      }),
    discard: () => once(discard),
  }
}
