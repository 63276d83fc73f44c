/**
 * Where a desk's record is: in its own folder, or on a PostgreSQL server; and which station this PC is. The choice lies beside
 * the folder, in `<folder>.database.json`, like the marker: it cannot be in a record that must be found first.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { isOwnStationCode } from '../../../shared/domain/station-code.ts'
import { OpenFailure } from './open-failure.ts'
import { syncFolder, writeWhole } from './sync-files.ts'

const Choice = v.object({
  /** Of the server, with its password; absent = the folder itself. */
  url: v.optional(v.string()),
  /** Code of this PC's station; absent = `desk`. */
  station: v.optional(v.pipe(v.string(), v.check(isOwnStationCode))),
})
export type StationChoice = v.InferOutput<typeof Choice>

/** @param root the desk's folder, as `resolveDataDir` gives it */
export const serverChoicePath = (root: string): string => `${root}.database.json`

/** Throws an OpenFailure `server_address` when the file cannot be read: to open another record instead would be worse. */
export function readStationChoice(root: string): StationChoice {
  const path = serverChoicePath(root)
  if (!existsSync(path)) return {}
  try {
    return v.parse(Choice, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Its text may hold a password: nothing of it is repeated.
    throw new OpenFailure('server_address', { reason: `${path} cannot be read. It holds {"url": "postgres://…", "station": "front-door"}.`, settings: path })
  }
}

/** The server's address; undefined = the desk keeps its record itself. Throws as `readStationChoice`. */
export const readServerChoice = (root: string): string | undefined => readStationChoice(root).url

/** Whether the record is to be looked for on a server; so it is where that cannot be read. */
export function isServerChosen(root: string): boolean {
  try {
    return readServerChoice(root) !== undefined
  } catch {
    return true
  }
}

/**
 * Chooses for the next start. No record is touched.
 * SECURITY: the address may hold a password: `writeWhole` lets only whoever runs Sentinel read the file.
 */
export function writeStationChoice(root: string, { url, station }: StationChoice): void {
  const path = serverChoicePath(root)
  if (url === undefined && station === undefined) {
    rmSync(path, { force: true })
    syncFolder(dirname(path))
    return
  }
  writeWhole(path, `${JSON.stringify({ url, station }, null, 2)}\n`)
}

/** Chooses a server for the next start, or with null the desk's own folder; the station stays. */
export const writeServerChoice = (root: string, url: string | null): void => writeStationChoice(root, { station: readStationChoice(root).station, url: url ?? undefined })
