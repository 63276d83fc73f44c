/** Copies of the database: of the closed one before something could go wrong with it, and once a day of the open one. */
import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, syncTree } from './sync-files.ts'

export type BackupReason = 'unclean' | 'migration' | 'daily'

/** Of each reason apart: five bad ends in an evening must not push out the copy that leads back before an update. */
const kept: Readonly<Record<BackupReason, number>> = { unclean: 5, migration: 3, daily: 14 }
/** Before those of the last days, the last of each week that has one. */
const weeksKept = 8
const name = /^\d{8}T\d{6}Z-(?:unclean|migration|daily)$/
export const unfinished = '.unfinished'
/** Copies of damaged desks: whoever looks into it wants the first; the disk must not fill with them. */
const setAsideAtMost = 5

/** Which of these backups to let go: all but the newest of each reason, and of the daily ones all but one a week for some weeks more. Pure. */
export const surplusBackups = (names: readonly string[]): string[] =>
  (Object.entries(kept) as [BackupReason, number][]).flatMap(([reason, count]) => {
    const older = names
      .filter((entry) => name.test(entry) && entry.endsWith(reason))
      .toSorted()
      .slice(0, -count)
    if (reason !== 'daily') return older
    const weekly = lastOfWeeks(older)
    return older.filter((entry) => !weekly.includes(entry))
  })

/** The last of each of the latest weeks. */
const lastOfWeeks = (sorted: readonly string[]): string[] => [...new Map(sorted.map((entry) => [weekOf(entry), entry])).values()].slice(-weeksKept)

/** Counts weeks from Monday to Sunday, in UTC. */
const weekOf = (entry: string): number => Math.floor((Date.UTC(Number(entry.slice(0, 4)), Number(entry.slice(4, 6)) - 1, Number(entry.slice(6, 8))) / 86_400_000 + 3) / 7)

/** Oldest first. */
export const listBackups = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).filter((entry) => name.test(entry)).toSorted() : [])

/** True when the disk has room for a copy of `pgdata` and a fifth more. */
export function hasRoomFor(pgdata: string, folder: string): boolean {
  const size = readdirSync(pgdata, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > size * 1.2
}

/** A copy that does not count yet: only a desk that then opened was worth copying, and only that may push out older copies. */
export interface Copy {
  readonly name: string
  /** The desk opens: the copy gets its name, and the oldest go. Once; afterwards nothing undoes it. */
  readonly keep: () => void
  /**
   * The desk is damaged: the copy, made before anything touched it, goes to `folder`, where nobody takes it for one to
   * restore. Of a row of failed starts only the first is kept: those after it are of what the first left behind.
   */
  readonly setAside: (folder: string, lastOpened: Date | undefined) => void
  /** The desk was not touched: the copy is of no use. */
  readonly discard: () => void
}

/** What a copy is called by: when it was made, in UTC. */
export const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** Lets go what is too much, but never the one that was just made: after the clock was set back, the newest has the oldest name. */
export function pruneBackups(folder: string, made: string): void {
  for (const surplus of surplusBackups(readdirSync(folder))) if (surplus !== made) rmSync(join(folder, surplus), { recursive: true, force: true })
}

/** What a copy left that was cut off. */
export function clearUnfinished(folder: string): void {
  for (const entry of readdirSync(folder)) if (entry.endsWith(unfinished)) rmSync(join(folder, entry), { recursive: true, force: true })
}

/** Copies `pgdata` into `folder`, flushed, under a name that does not count yet. Throws ENOSPC when there is no room. */
export function backUp(pgdata: string, folder: string, reason: BackupReason, now: Date): Copy {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  clearUnfinished(folder)
  if (!hasRoomFor(pgdata, folder)) throw Object.assign(new Error('no room for a copy of the database'), { code: 'ENOSPC' })
  const entry = `${stamp(now)}-${reason}`
  const part = join(folder, `${entry}${unfinished}`)
  cpSync(pgdata, part, { recursive: true, mode: constants.COPYFILE_FICLONE })
  syncTree(part)
  let settled = false
  const once = (settle: () => void): void => {
    if (!settled) settle()
    settled = true
  }
  const discard = (): void => rmSync(part, { recursive: true, force: true })
  return {
    name: entry,
    keep: () =>
      once(() => {
        rmSync(join(folder, entry), { recursive: true, force: true })
        renameSync(part, join(folder, entry))
        syncFolder(folder)
        pruneBackups(folder, entry)
      }),
    setAside: (aside, lastOpened) =>
      once(() => {
        const since = lastOpened === undefined ? '' : stamp(lastOpened)
        const earlier = listBackups(aside)
        if (earlier.length >= setAsideAtMost || earlier.some((other) => other >= since)) return discard()
        mkdirSync(aside, { recursive: true, mode: 0o700 })
        renameSync(part, join(aside, entry))
        syncFolder(aside)
      }),
    discard: () => once(discard),
  }
}
