/** A file that is in the way on purpose (trust.md 3.2): on a disk that others filled it is let go, and the desk goes on recording. */
import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from './sync-files.ts'

/** Enough to open on, and for thousands of scans. Bytes. */
export const ballastBytes = 64 * 1024 * 1024
/** Less than this, and PostgreSQL may be unable to start: two WAL files and a little. Bytes. */
export const startingRoom = 40 * 1024 * 1024
const pieceBytes = 1024 * 1024

const pathIn = (root: string): string => join(root, 'ballast')

/** Bytes that may still be written where `folder` is. Rejects with the file system's error. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Puts it there, where it is not. Rejects with the file system's error, and leaves nothing behind then. */
export async function keepBallast(root: string): Promise<void> {
  const path = pathIn(root)
  if (existsSync(path)) return
  const part = `${path}.unfinished`
  try {
    const file = await open(part, 'w', 0o600)
    try {
      // Random: a file system that compresses would keep no room for zeros.
      const piece = randomBytes(pieceBytes)
      for (let written = 0; written < ballastBytes; written += pieceBytes) await file.write(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    renameSync(part, path)
    syncFolder(root)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Lets it go. @returns whether there was any */
export function releaseBallast(root: string): boolean {
  const path = pathIn(root)
  if (!existsSync(path)) return false
  rmSync(path, { force: true })
  return true
}
