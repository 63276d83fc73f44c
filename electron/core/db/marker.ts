/**
 * What a desk remembers of itself outside its folder, in `<folder>.sentinel.json`: PGlite makes a fresh, empty database
 * of a missing or emptied folder without a word (design.md F2b), and only something outside can tell that one was there.
 */
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { writeWhole } from './sync-files.ts'

const Marker = v.object({
  /** Of the desk: stands in the marker and in the folder. */
  deskId: v.string(),
  postgres: v.string(),
  /** Hash of the newest migration that was applied. */
  schema: v.string(),
  appVersion: v.string(),
  createdAt: v.string(),
  openedAt: v.string(),
  /** False while the desk is open, and after it ended badly. */
  closedCleanly: v.boolean(),
})
export type Marker = v.InferOutput<typeof Marker>

export const markerPath = (dataDir: string): string => `${dataDir}.sentinel.json`

/** undefined = there is none; a marker that cannot be read is said to be unreadable rather than absent. */
export function readMarker(dataDir: string): Marker | 'unreadable' | undefined {
  const path = markerPath(dataDir)
  if (!existsSync(path)) return undefined
  try {
    return v.parse(Marker, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return 'unreadable'
  }
}

export const writeMarker = (dataDir: string, marker: Marker): void => writeWhole(markerPath(dataDir), `${JSON.stringify(marker, null, 2)}\n`)
