/**
 * What a station needs to keep scans before it has reached its record: the readers that are plugged into it, and the unit's time.
 * Beside the queue, written whenever the record says so, read where the server is away at a start (domain.md 4.4).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeWhole } from '../../db/sync-files.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { StoredReaders } from '../reader-settings/reader-settings.ts'

const fileName = 'station.json'

const KnownStation = v.object({ readers: StoredReaders, unit: v.object({ zone: v.string(), rollover: v.string() }) })
export type KnownStation = v.InferOutput<typeof KnownStation>

/** @param folder of the queue. What cannot be written is logged: the station works without it while its server is there. */
export function rememberStation(folder: string, known: KnownStation, log: Log): void {
  try {
    const text = JSON.stringify(known)
    if (readText(folder) !== text) writeWhole(join(folder, fileName), text)
  } catch (error) {
    log.error('offline.station_not_written', errorFields(error))
  }
}

/** Undefined where the station never reached its record, or what it knew cannot be read. */
export function readStation(folder: string, log: Log): KnownStation | undefined {
  const text = readText(folder)
  if (text === undefined) return undefined
  try {
    return v.parse(KnownStation, JSON.parse(text))
  } catch (error) {
    log.error('offline.station_unreadable', errorFields(error))
    return undefined
  }
}

function readText(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, fileName), 'utf8')
  } catch {
    return undefined
  }
}
