/** Migrations with the guards that drizzle's migrator lacks (design.md F5). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { findAppRoot } from '../kit/app-root.ts'
import { OpenFailure, type OpenFailureFacts } from './open-failure.ts'

/** What the guards ask of an engine, embedded or a server. */
export interface Queries {
  query<R>(text: string): Promise<{ rows: R[] }>
}

export interface Migration {
  readonly tag: string
  /** When it was written, in ms: drizzle applies only what is newer than the newest applied. */
  readonly when: number
  /** As drizzle records it: SHA-256 of the file. */
  readonly hash: string
}

export const migrationsFolder = (): string => join(findAppRoot(), 'electron/core/db/migrations')

/** Our migrations, oldest first. */
export function readMigrations(folder: string = migrationsFolder()): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: { tag: string; when: number }[] }
  return journal.entries.map(({ tag, when }) => ({ tag, when, hash: createHash('sha256').update(readFileSync(join(folder, `${tag}.sql`))).digest('hex') }))
}

/** Hash of the newest: what a database of this version has as its schema. */
export const newestSchema = (migrations: readonly Migration[]): string => migrations.at(-1)?.hash ?? ''

/**
 * Whether a database with these applied migrations may be opened by a version with these known ones. Pure.
 * The applied ones must be the first of ours, in order: a migration that was merged late with an older date would be
 * skipped by drizzle without a word, and one that we do not know comes from a newer Sentinel.
 */
export function checkApplied(applied: readonly { hash: string; when: number }[], known: readonly Migration[]): 'ok' | 'newer_schema' | 'other_schema' {
  if (applied.every(({ hash }, index) => known[index]?.hash === hash)) {
    const newest = applied.at(-1)?.when ?? 0
    return known.slice(applied.length).every(({ when }) => when > newest) ? 'ok' : 'other_schema'
  }
  const newestKnown = known.at(-1)?.when ?? 0
  return applied.some(({ when }) => when > newestKnown) ? 'newer_schema' : 'other_schema'
}

/** Throws OpenFailure `newer_schema` or `other_schema` when this version may not open the database; changes nothing. */
export async function checkEngine(engine: Queries, facts: OpenFailureFacts, folder: string = migrationsFolder()): Promise<void> {
  const verdict = checkApplied(await readApplied(engine), readMigrations(folder))
  if (verdict !== 'ok') throw new OpenFailure(verdict, facts)
}

/** Checks, then applies what is pending. Throws OpenFailure `newer_schema` or `other_schema`, and changes nothing then. */
export const migrateEngine = (engine: PGlite, facts: OpenFailureFacts, folder: string = migrationsFolder()): Promise<void> =>
  migrateWith(engine, (from) => migrate(drizzle(engine), { migrationsFolder: from }), facts, folder)

/** As `migrateEngine`, on any engine. @param apply drizzle's migrator for it */
export async function migrateWith(engine: Queries, apply: (folder: string) => Promise<void>, facts: OpenFailureFacts, folder: string = migrationsFolder()): Promise<void> {
  await checkEngine(engine, facts, folder)
  await apply(folder)
  const after = await readApplied(engine)
  if (after.length !== readMigrations(folder).length) throw new OpenFailure('other_schema', facts)
}

/** Migrations that were applied, oldest first. */
export async function readApplied(engine: Queries): Promise<{ hash: string; when: number }[]> {
  const { rows: tables } = await engine.query<{ found: string | null }>(`select to_regclass('drizzle.__drizzle_migrations')::text as found`)
  if (tables[0]?.found == null) return []
  const { rows } = await engine.query<{ hash: string; created_at: string | number }>('select hash, created_at from drizzle.__drizzle_migrations order by id')
  return rows.map(({ hash, created_at }) => ({ hash, when: Number(created_at) }))
}
