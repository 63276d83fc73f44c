/** The core's log in rotated files of the data folder: JSON lines, an event and its fields, no names (design.md 6). */
import { existsSync, renameSync, rmSync } from 'node:fs'
// SECURITY: electron-log's entry for Electron listens to every window on a channel of its own, unchecked; Node's entry has the same file transport and no channel.
import electronLog from 'electron-log/node'
import { createLog, type Log } from '../core/kit/log.ts'
import { numberedLog } from '../core/kit/log-pages.ts'

const fileBytes = 5 * 1024 * 1024
export const logFileCount = 5

/** Which file becomes which when `path` is full, oldest first; the last one goes. */
export function planRotation(path: string, files: number = logFileCount): { drop: string; moves: [string, string][] } {
  const numbered = (index: number): string => numberedLog(path, index)
  const moves = Array.from({ length: files - 1 }, (_, step): [string, string] => [numbered(files - 2 - step), numbered(files - 1 - step)])
  return { drop: numbered(files - 1), moves }
}

/** Carries a rotation out. A file that is held open by a reader stays; the log goes on in it. */
export function rotate(path: string, files: number = logFileCount): void {
  const { drop, moves } = planRotation(path, files)
  try {
    rmSync(drop, { force: true })
    for (const [from, to] of moves) if (existsSync(from)) renameSync(from, to)
  } catch {
    // Nothing to tell it to: this is the log.
  }
}

/** One line of the log. */
export const formatLine = (at: Date, level: string, event: string, fields: object): string => JSON.stringify({ at: at.toISOString(), level, event, ...fields })

/** @param echo also prints the lines, for a person who started Sentinel from a terminal. */
export function createFileLog(path: string, echo: boolean): Log {
  const { file, console: terminal } = electronLog.transports
  file.resolvePathFn = () => path
  file.maxSize = fileBytes
  file.archiveLogFn = (old) => rotate(old.path)
  file.level = 'silly'
  // SECURITY: the log tells when people came and went; only the account that runs Sentinel reads it.
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = ({ data }) => data
  terminal.level = echo ? 'silly' : false
  terminal.format = ({ data }) => data
  return createLog((level, event, fields) => electronLog[level](formatLine(new Date(), level, event, fields)))
}
