/**
 * Where backups go besides the desk's own disk: a stick or a share that an administrator chose, sealed with a passphrase.
 * What is known of it lies beside the database and not in it: it belongs to this PC, and a restore must not bring back
 * the place of another time.
 */
import { existsSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { backupKinds, usualMaxAgeHours, type SecondState } from '../../../shared/domain/backups.ts'
import { inThread } from '../kit/thread.ts'
import { readBackupInfo } from './backup-info.ts'
import { readName, surplusBackups } from './backup-names.ts'
import { kindOfError } from './errors.ts'
import { partial } from './seal-folder.ts'
import { readSealedHeader, SealLock } from './sealed.ts'
import { writeWhole } from './sync-files.ts'

export const sealedEnding = '.sentinel'
const planFile = 'backup-place.json'
const Second = v.object({
  /** As it was chosen. */
  folder: v.string(),
  /** In it, ours: its absence tells a mount point without its stick from the stick. */
  subfolder: v.string(),
  lock: SealLock,
  /** Name of the newest that was carried there; null = none yet. */
  newest: v.nullable(v.string()),
})
const Plan = v.object({ maxAgeHours: v.number(), second: v.nullable(Second) })
export type SecondPlace = v.InferOutput<typeof Second>
export type BackupPlan = v.InferOutput<typeof Plan>

/** What was set, or what holds where nothing was, or where it cannot be read. */
export function readPlan(root: string): BackupPlan {
  const path = join(root, planFile)
  const parsed = v.safeParse(Plan, existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined)
  return parsed.success ? parsed.output : { maxAgeHours: usualMaxAgeHours, second: null }
}

export const writePlan = (root: string, plan: BackupPlan): void => writeWhole(join(root, planFile), `${JSON.stringify(plan, null, 2)}\n`)

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A state for what a file system answers. */
export function stateOfError(error: unknown): SecondState {
  const kind = kindOfError(error)
  if (kind === 'disk_full') return 'full'
  if (kind === 'read_only') return 'read_only'
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'EIO', 'EHOSTDOWN', 'ENOTCONN', 'ESTALE'].includes(code) ? 'missing' : 'failed'
}

/** Makes our folder in the chosen one, which must exist. Rejects with the file system's error. @returns its name */
export async function prepareSecond(folder: string, deskId: string): Promise<string> {
  if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  const subfolder = `sentinel-${deskId.slice(0, 8)}`
  const ours = join(folder, subfolder)
  await mkdir(ours, { recursive: true, mode: 0o700 })
  await access(ours, constants.W_OK)
  const probe = join(ours, `probe${partial}`)
  await (await open(probe, 'w', 0o600)).close()
  await rm(probe, { force: true })
  return subfolder
}

const SealedAbout = v.object({ kind: v.picklist(backupKinds), madeAt: v.string(), appVersion: v.string(), deskId: v.string(), rows: v.number(), bytes: v.number() })
/** What a sealed file tells whoever has it. */
export type SealedAbout = v.InferOutput<typeof SealedAbout>

/**
 * Carries the backup `name` to the second place where it is not there yet, and thins that place out by the same rule.
 * Rejects with the file system's error, with Unsealable, or with the signal's reason.
 */
export async function carryBackup({ folder, subfolder, lock }: SecondPlace, backups: string, name: string, signal?: AbortSignal): Promise<void> {
  const place = join(folder, subfolder)
  const there = await readdir(place)
  if (there.includes(`${name}${sealedEnding}`)) return
  for (const entry of there) if (entry.endsWith(partial)) await rm(join(place, entry), { force: true })
  const info = readBackupInfo(join(backups, name))
  if (info === undefined) return
  const { kind, madeAt, appVersion, deskId, rows, bytes } = info
  await inThread('db/seal-thread', { folder: join(backups, name), target: join(place, `${name}${sealedEnding}`), lock, about: { kind, madeAt, appVersion, deskId, rows, bytes } satisfies SealedAbout }, signal)
  const ours = [...there, `${name}${sealedEnding}`].flatMap((entry) => (entry.endsWith(sealedEnding) ? entry.slice(0, -sealedEnding.length) : []))
  for (const surplus of surplusBackups(ours)) if (surplus !== name) await rm(join(place, `${surplus}${sealedEnding}`), { force: true })
}

export interface SealedFile {
  /** Name without its ending. */
  readonly name: string
  readonly path: string
  /** Bytes of the file. */
  readonly size: number
  readonly about: SealedAbout
}

/** Backups in a folder that was chosen as a second place, of this desk and of others; a file that tells nothing of itself is left out. Rejects where the folder cannot be read. */
export async function listSealed(folder: string): Promise<SealedFile[]> {
  const places = [folder]
  for (const entry of await readdir(folder, { withFileTypes: true })) if (entry.isDirectory() && entry.name.startsWith('sentinel-')) places.push(join(folder, entry.name))
  const found: SealedFile[] = []
  for (const place of places) {
    for (const entry of await readdir(place)) {
      const name = entry.slice(0, -sealedEnding.length)
      if (!entry.endsWith(sealedEnding) || readName(name) === undefined) continue
      const path = join(place, entry)
      const file = await readAbout(path)
      if (file !== undefined) found.push({ name, path, ...file })
    }
  }
  return found
}

async function readAbout(path: string): Promise<{ size: number; about: SealedAbout } | undefined> {
  try {
    const handle = await open(path, 'r')
    try {
      return { about: v.parse(SealedAbout, (await readSealedHeader(handle)).about), size: (await handle.stat()).size }
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}
