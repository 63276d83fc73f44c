/** Files that are there after a power cut, whole or not at all. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

function sync(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows keeps folders by itself, and refuses to open one. */
export const syncFolder = (path: string): void => {
  if (process.platform !== 'win32') sync(path, 'r')
}

/** Syncs every file and folder below `path`, and `path` itself: a fresh cluster is otherwise lost for up to 30 s (trust.md 3.3). */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) syncTree(below)
    // Windows flushes only through a handle that may write, and answers EPERM otherwise.
    else if (entry.isFile()) sync(below, 'r+')
  }
  syncFolder(path)
}

/** The same behind everything else that goes on: a thousand files take a second or two, in which nobody should wait. */
export async function syncTreeSoon(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) await syncTreeSoon(below)
    else if (entry.isFile()) {
      const handle = await open(below, 'r+')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    }
  }
  syncFolder(path)
}

/** Replaces a file in one step: a reader finds the old text or the new, never a part. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const temporary = `${path}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, path)
  syncFolder(dirname(path))
}
