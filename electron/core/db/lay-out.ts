/** A backup laid out where nobody works with it, opened, and looked into: before a restore, and to show what it would bring. */
import { constants, cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { dropBackupInfo, readBackupInfo, type BackupInfo } from './backup-info.ts'
import { differences, readEngine } from './check-copy.ts'
import { openDurableEngine } from './durable-fs.ts'
import { identityFile } from './folder.ts'
import { checkApplied, readApplied, readMigrations } from './migrate.ts'
import { unsealFolder } from './seal-folder.ts'
import { syncTree } from './sync-files.ts'

/** A folder of `backups/`, or a sealed file from another place. */
export type BackupSource = { readonly folder: string } | { readonly file: string; readonly passphrase: string }

export interface Holdings {
  readonly members: number
  readonly movements: number
  /** ISO instant; null = none. */
  readonly latestMovementAt: string | null
  /** Lines of the trail: one for every act. */
  readonly acts: number
  /** Of the trail, ISO instant: what was done after it is not in the backup. Null = nothing was done yet. */
  readonly latestActAt: string | null
}

export interface LaidOut extends Holdings {
  /** Null = made before it could be opened, such as after a bad end. */
  readonly info: Omit<BackupInfo, 'contents'> | null
  readonly deskId: string | null
  /** PostgreSQL major of its files. */
  readonly postgres: string
  /** Hash of the newest migration that was applied. */
  readonly schema: string
  /** Whether this version may open it. */
  readonly verdict: ReturnType<typeof checkApplied>
  /** Tables that do not hold what they were proved to hold. */
  readonly differing: readonly string[]
}

const holdingsQuery = `
  select (select count(*) from member)::int as members, (select count(*) from movement)::int as movements, (select max(at) from movement)::text as latest,
    (select count(*) from audit)::int as acts, (select max(at) from audit)::text as latest_act`

const instant = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString())

async function readHoldings(engine: PGlite): Promise<Holdings> {
  const { rows } = await engine.query<{ members: number; movements: number; latest: string | null; acts: number; latest_act: string | null }>(holdingsQuery)
  const [row] = rows
  if (row === undefined) throw new Error('a query without an answer')
  return { members: row.members, movements: row.movements, latestMovementAt: instant(row.latest), acts: row.acts, latestActAt: instant(row.latest_act) }
}

/** What a folder says of itself without being opened. */
export function readIdentity(folder: string): { deskId: string | null; postgres: string } {
  const text = (name: string): string | undefined => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : undefined)
  try {
    const { deskId } = JSON.parse(text(identityFile) ?? '{}') as { deskId?: unknown }
    return { deskId: typeof deskId === 'string' ? deskId : null, postgres: text('PG_VERSION') ?? '?' }
  } catch {
    return { deskId: null, postgres: text('PG_VERSION') ?? '?' }
  }
}

/**
 * Lays a backup out at `target`, which is written anew: opened, compared with what it was proved to hold, closed whole and
 * flushed. Rejects with Unsealable, NotAFolder, the file system's error, or with the engine's where it does not open; then
 * nothing is left there. Only reads the source.
 * @param ours the PostgreSQL major that this version brings: another's files are not opened
 */
export async function layOut(source: BackupSource, target: string, ours: string): Promise<LaidOut> {
  rmSync(target, { recursive: true, force: true })
  try {
    if ('folder' in source) cpSync(source.folder, target, { recursive: true, mode: constants.COPYFILE_FICLONE })
    else await unsealFolder(source.file, source.passphrase, target)
    const info = readBackupInfo(target)
    dropBackupInfo(target)
    const identity = readIdentity(target)
    const told = info === undefined ? null : withoutContents(info)
    if (identity.postgres !== ours) return { ...nothing, ...identity, info: told, schema: '', verdict: 'other_schema', differing: [] }
    const found = await open(target, info)
    syncTree(target)
    return { ...identity, info: told, ...found }
  } catch (error) {
    rmSync(target, { recursive: true, force: true })
    throw error
  }
}

const nothing: Holdings = { members: 0, movements: 0, latestMovementAt: null, acts: 0, latestActAt: null }

const withoutContents = ({ kind, madeAt, appVersion, deskId, schema, rows, bytes }: BackupInfo): Omit<BackupInfo, 'contents'> => ({ kind, madeAt, appVersion, deskId, schema, rows, bytes })

async function open(folder: string, info: BackupInfo | undefined): Promise<Holdings & Pick<LaidOut, 'schema' | 'verdict' | 'differing'>> {
  const engine = await openDurableEngine(folder)
  try {
    const applied = await readApplied(engine)
    const found = {
      ...(await readHoldings(engine)),
      schema: applied.at(-1)?.hash ?? '',
      verdict: checkApplied(applied, readMigrations()),
      differing: info === undefined ? [] : differences(info.contents, await readEngine(engine)),
    }
    await engine.exec('checkpoint')
    return found
  } finally {
    await engine.close()
  }
}
