/** What a desk's folder remembers once its record lives on a server: it is kept as it was, and not opened by mistake. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { syncFolder, writeWhole } from '../sync-files.ts'

export const movedFile = 'moved.json'

const Moved = v.object({
  /** The server without its password. */
  to: v.string(),
  /** ISO instant. */
  at: v.string(),
})
export type Moved = v.InferOutput<typeof Moved>

/** undefined = the record is here. A file that cannot be read says that it moved, not where to. */
export function readMoved(root: string): Moved | undefined {
  const path = join(root, movedFile)
  if (!existsSync(path)) return undefined
  try {
    return v.parse(Moved, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { to: '?', at: '?' }
  }
}

export const writeMoved = (root: string, moved: Moved): void => writeWhole(join(root, movedFile), `${JSON.stringify(moved, null, 2)}\n`)

export function forgetMoved(root: string): void {
  rmSync(join(root, movedFile), { force: true })
  syncFolder(root)
}
