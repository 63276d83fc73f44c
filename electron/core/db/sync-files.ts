/** Files that are there after a power cut, whole or not at all. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows keeps folders by itself, and refuses to open one. */
export const syncFolder = (path: string): void => {
  if (process.platform !== 'win32') sync(path)
}

/** Syncs every file and folder below `path`, and `path` itself: a fresh cluster is otherwise lost for up to 30 s (trust.md 3.3). */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name)
    if (entry.isDirectory()) syncTree(below)
    else if (entry.isFile()) sync(below)
  }
  syncFolder(path)
}

/** Replaces a file in one step: a reader finds the old text or the new, never a part. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, path)
  syncFolder(dirname(path))
}
