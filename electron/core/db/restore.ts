/**
 * The way back (trust.md 3.1): a backup is laid out and proved beside the desk while it works, and takes its place at the
 * next start, under the lock. What was there is not deleted: it becomes a backup itself, and leads back again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { inThread } from '../kit/thread.ts'
import { hasRoomFor } from './backup.ts'
import { readName, stamp } from './backup-names.ts'
import type { BackupSource, LaidOut } from './lay-out.ts'
import { readMarker, writeMarker } from './marker.ts'
import { postgresMajor } from './postgres-major.ts'
import { syncFolder, writeWhole } from './sync-files.ts'

const requestFile = 'restore.json'
const doneFile = 'restored.json'
const staging = 'restoring'
/** Laid out there until it is whole. */
export const unfinishedStaging = 'restoring.unfinished'
/** Inside the cluster: which restore it came from, so that no step is done twice. PostgreSQL passes it over. */
const idFile = 'restore-id'

/** Who asked, for the trail. */
export const By = v.object({ kind: v.picklist(['member', 'admin', 'device', 'system']), id: v.string(), name: v.string(), stationId: v.optional(v.string()) })

const Request = v.object({
  id: v.string(),
  /** Name or file of the backup. */
  from: v.string(),
  /** ISO instant of what the desk will hold again. */
  madeAt: v.string(),
  /** What the desk that is replaced is called in `backups/`. */
  replacedAs: v.string(),
  deskId: v.string(),
  schema: v.string(),
  by: By,
  stagedAt: v.string(),
})
export type RestoreRequest = v.InferOutput<typeof Request>

/** Why a backup is not restored. Nothing was changed. */
export const restoreProblems = ['unknown', 'no_room', 'not_a_backup', 'damaged', 'wrong_passphrase', 'newer_version', 'other_version'] as const
export type RestoreProblem = (typeof restoreProblems)[number]

export class NotRestorable extends Error {
  readonly problem: RestoreProblem

  constructor(problem: RestoreProblem, cause?: unknown) {
    super(`the backup was not restored: ${problem}`, { cause })
    this.name = 'NotRestorable'
    this.problem = problem
  }
}

/** What a failed layout means. Errors come from a thread: they are known by what they carry. */
function problemOf(error: unknown): RestoreProblem {
  const { problem, code, name } = error as { problem?: unknown; code?: unknown; name?: unknown }
  if (problem === 'wrong_passphrase' || problem === 'not_a_backup') return problem
  if (problem === undefined && name !== 'NotAFolder') {
    if (code === 'ENOENT') return 'unknown'
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'no_room'
  }
  return 'damaged'
}

interface LayOutOptions {
  readonly root: string
  readonly source: BackupSource
  readonly signal?: AbortSignal | undefined
}

/** Lays out at `folder` of the desk and says what is there. Rejects with NotRestorable, or with the signal's reason. */
async function layOutAt({ root, source, signal }: LayOutOptions, folder: string): Promise<LaidOut & { readonly deskId: string }> {
  const target = join(root, folder)
  if ('folder' in source && !existsSync(join(source.folder, 'PG_VERSION'))) throw new NotRestorable(existsSync(source.folder) ? 'not_a_backup' : 'unknown')
  if ('folder' in source && !hasRoomFor(source.folder, root)) throw new NotRestorable('no_room')
  let found: LaidOut
  try {
    found = await inThread<unknown, LaidOut>('db/lay-out-thread', { source, target, postgres: postgresMajor }, signal)
  } catch (error) {
    rmSync(target, { recursive: true, force: true })
    signal?.throwIfAborted()
    throw new NotRestorable(problemOf(error), error)
  }
  const { deskId } = found
  const problem = found.verdict === 'newer_schema' ? 'newer_version' : found.verdict === 'other_schema' ? 'other_version' : deskId === null || found.differing.length > 0 ? 'damaged' : undefined
  if (problem !== undefined || deskId === null) {
    rmSync(target, { recursive: true, force: true })
    throw new NotRestorable(problem ?? 'damaged')
  }
  return { ...found, deskId }
}

/** What is in a backup. Leaves nothing behind. Rejects with NotRestorable. */
export async function previewBackup(options: LayOutOptions): Promise<LaidOut> {
  const scratch = 'preview.unfinished'
  try {
    return await layOutAt(options, scratch)
  } finally {
    rmSync(join(options.root, scratch), { recursive: true, force: true })
  }
}

interface StageOptions extends LayOutOptions {
  readonly from: string
  readonly by: RestoreRequest['by']
  readonly id: string
  readonly now: Date
}

/** Lays a backup out beside the desk, for the next start. One that was laid out before is dropped. Rejects with NotRestorable; then there is none. */
export async function stageRestore({ from, by, id, now, ...options }: StageOptions): Promise<RestoreRequest> {
  const { root } = options
  const made = mkdirSync(root, { recursive: true, mode: 0o700 })
  cancelRestore(root)
  const { deskId, schema, info } = await layOutAt(options, unfinishedStaging)
  if (made !== undefined) syncFolder(dirname(root))
  return announceRestore({ root, from, by, id, now, deskId, schema, madeAt: info?.madeAt ?? new Date(readName(from)?.at ?? now.getTime()).toISOString() })
}

/** Says that what lies whole and flushed in `unfinishedStaging` takes the desk's place at the next start. */
export function announceRestore({ root, now, ...told }: { readonly root: string; readonly now: Date } & Omit<RestoreRequest, 'replacedAs' | 'stagedAt'>): RestoreRequest {
  const part = join(root, unfinishedStaging)
  writeFileSync(join(part, idFile), told.id, { flush: true })
  syncFolder(part)
  renameSync(part, join(root, staging))
  syncFolder(root)
  const request: RestoreRequest = { ...told, replacedAs: replacedName(root, now), stagedAt: now.toISOString() }
  writeWhole(join(root, requestFile), `${JSON.stringify(request, null, 2)}\n`)
  return request
}

/** A name that nothing has yet, a second later if need be. */
function replacedName(root: string, at: Date): string {
  const name = `${stamp(at)}-replaced`
  return existsSync(join(root, 'backups', name)) ? replacedName(root, new Date(at.getTime() + 1000)) : name
}

/** The restore that waits for the next start; undefined = none. */
export const readStaged = (root: string): RestoreRequest | undefined => readRequest(join(root, requestFile))

/** The restore that was done at this start, until somebody wrote it into the trail. */
export const readRestored = (root: string): RestoreRequest | undefined => readRequest(join(root, doneFile))
export const forgetRestored = (root: string): void => rmSync(join(root, doneFile), { force: true })

function readRequest(path: string): RestoreRequest | undefined {
  try {
    return v.parse(Request, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Nothing takes the desk's place at the next start. */
export function cancelRestore(root: string): void {
  // The request first: without it what is laid out counts for nothing.
  if (existsSync(join(root, requestFile))) {
    rmSync(join(root, requestFile))
    syncFolder(root)
  }
  for (const left of [staging, unfinishedStaging]) rmSync(join(root, left), { recursive: true, force: true })
}

const idOf = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, idFile), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Puts what was laid out in the desk's place, and what was there among the backups. Called under the lock and before
 * anything is opened; killed after any step, it goes on from there at the next start. `given_up`: what was laid out is
 * gone or the desk could not be moved, and the desk is as it was.
 * @param step of tests: called before each step
 */
export function finishRestore(root: string, now: Date, step: (name: string) => void = () => {}): 'none' | 'done' | 'given_up' {
  const request = readStaged(root)
  if (request === undefined) return 'none'
  const pgdata = join(root, 'pgdata')
  const staged = join(root, staging)
  const replaced = join(root, 'backups', request.replacedAs)
  if (idOf(pgdata) !== request.id) {
    if (idOf(staged) !== request.id) return giveUp(root, pgdata, replaced)
    if (existsSync(pgdata)) {
      step('replace')
      mkdirSync(join(root, 'backups'), { recursive: true, mode: 0o700 })
      try {
        renameSync(pgdata, replaced)
      } catch {
        // Something holds it (a virus scanner): people need the desk, and may ask for the restore again.
        return giveUp(root, pgdata, replaced)
      }
      syncFolder(join(root, 'backups'))
      syncFolder(root)
    }
    step('place')
    renameSync(staged, pgdata)
    syncFolder(root)
  }
  step('mark')
  const marker = readMarker(root)
  const known = typeof marker === 'object' ? marker : undefined
  const at = now.toISOString()
  writeMarker(root, { deskId: request.deskId, postgres: postgresMajor, schema: request.schema, appVersion: known?.appVersion ?? '?', createdAt: known?.createdAt ?? at, openedAt: known?.openedAt ?? at, closedCleanly: true })
  step('settle')
  renameSync(join(root, requestFile), join(root, doneFile))
  syncFolder(root)
  step('done')
  return 'done'
}

function giveUp(root: string, pgdata: string, replaced: string): 'given_up' {
  if (!existsSync(pgdata) && existsSync(replaced)) {
    renameSync(replaced, pgdata)
    syncFolder(root)
  }
  cancelRestore(root)
  return 'given_up'
}
