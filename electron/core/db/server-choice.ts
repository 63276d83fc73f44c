/**
 * Where a desk's record is: in its own folder, or on a PostgreSQL server. The choice lies beside the folder, in
 * `<folder>.database.json`, like the marker: it cannot be in a record that must be found first.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { syncFolder, writeWhole } from './sync-files.ts'

const Choice = v.object({ url: v.string() })

/** @param root the desk's folder, as `resolveDataDir` gives it */
export const serverChoicePath = (root: string): string => `${root}.database.json`

/** The server's address; undefined = the desk keeps its record itself. Throws an Error in plain words when the file cannot be read: to open another record instead would be worse. */
export function readServerChoice(root: string): string | undefined {
  const path = serverChoicePath(root)
  if (!existsSync(path)) return undefined
  try {
    return v.parse(Choice, JSON.parse(readFileSync(path, 'utf8'))).url
  } catch {
    // Its text may hold a password.
    throw new Error(`${path} cannot be read. It holds {"url": "postgres://…"}.`)
  }
}

/**
 * Chooses a server for the next start, or with null the desk's own folder. Neither record is touched.
 * SECURITY: the address may hold a password: `writeWhole` lets only whoever runs Sentinel read the file.
 */
export function writeServerChoice(root: string, url: string | null): void {
  const path = serverChoicePath(root)
  if (url === null) {
    rmSync(path, { force: true })
    syncFolder(dirname(path))
    return
  }
  writeWhole(path, `${JSON.stringify({ url }, null, 2)}\n`)
}
