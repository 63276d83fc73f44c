/** Turns what was thrown while a database was being opened into words for a person. */
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorFields, type Log } from '../kit/log.ts'
import { Refusal } from '../kit/refusal.ts'
import { freeBytes, startingRoom } from './ballast.ts'
import { listBackups } from './backup.ts'
import { kindOfError, type ErrorKind } from './errors.ts'
import { OpenFailure, type OpenFailureKind } from './open-failure.ts'

/** What the sentences of shared/i18n/open-failures.ts may name, whatever went wrong. */
export type DeskFacts = Readonly<Record<'dataDir' | 'marker' | 'appVersion' | 'lastVersion', string>>

/** Every failure carries what its sentences name (shared/i18n/open-failures.ts). */
export function asOpenFailure(error: unknown, facts: DeskFacts, log: Log): OpenFailure {
  if (error instanceof OpenFailure) return new OpenFailure(error.kind, { backups: countBackups(facts.dataDir), ...error.facts, ...facts }, error.cause)
  log.error('database.open_failed', errorFields(error))
  return new OpenFailure(whyNotOpened(error, facts.dataDir), { ...facts, backups: countBackups(facts.dataDir) }, error)
}

function countBackups(root: string): number | string {
  try {
    return listBackups(join(root, 'backups')).length
  } catch {
    return '?'
  }
}

/** What its first statements came to, once the engine was open. */
const kindsOfRefusals: Readonly<Record<string, ErrorKind>> = { database_full: 'disk_full', database_stalled: 'io', database_damaged: 'damaged' }

/** PGlite says only that it failed: before a database is called damaged, its disk is asked. */
function whyNotOpened(error: unknown, dataDir: string): OpenFailureKind {
  const kind = error instanceof Refusal ? kindsOfRefusals[error.code] ?? 'other' : kindOfError(error)
  if (kind === 'disk_full' || kind === 'read_only') return kind
  // Whatever is in the files, they cannot be relied on before they lie on a disk that keeps them.
  if (kind === 'io') return 'disk_failing'
  try {
    const folder = existsSync(dataDir) ? dataDir : dirname(dataDir)
    if (freeBytes(folder) < startingRoom) return 'disk_full'
    accessSync(folder, constants.W_OK)
  } catch (denied) {
    if (kindOfError(denied) === 'read_only') return 'read_only'
  }
  return 'damaged'
}
