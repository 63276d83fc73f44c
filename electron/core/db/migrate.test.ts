import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foldText } from '../../../shared/domain/fold-text.ts'
import { checkApplied, migrateEngine, migrationsFolder, newestSchema, readMigrations, type Migration } from './migrate.ts'

const migration = (hash: string, when: number): Migration => ({ tag: hash, hash, when })
const known = [migration('a', 1), migration('b', 2), migration('c', 3)]

describe('whether a database may be opened by this version (F5)', () => {
  test.each([
    ['a new one', [], 'ok'],
    ['an older one', known.slice(0, 2), 'ok'],
    ['one of this version', known, 'ok'],
    ['one from the future', [...known, migration('d', 4)], 'newer_schema'],
    ['one from the future, whose newest is not even ours', [...known.slice(0, 2), migration('d', 4)], 'newer_schema'],
    ['one in which a migration of ours was edited after it was applied', [known[0], migration('b edited', 2)], 'other_schema'],
    ['one of another line', [migration('x', 1)], 'other_schema'],
    ['one that lacks a migration in the middle', [known[0], known[2]], 'other_schema'],
    ['one with its migrations in another order', [known[1], known[0]], 'other_schema'],
  ])('%s: %j', (_name, applied, verdict) => {
    expect(checkApplied(applied as Migration[], known)).toBe(verdict)
  })

  test('a migration that was merged late would be skipped without a word: refused', () => {
    const late = [migration('a', 1), migration('b', 5), migration('late', 4)]
    expect(checkApplied(late.slice(0, 2), late)).toBe('other_schema')
  })
})

describe('our migrations', () => {
  const ours = readMigrations()

  test('stand in the journal, each with its file, oldest first and each later than the one before', () => {
    expect(ours.length).toBeGreaterThan(1)
    const files = readdirSync(migrationsFolder()).filter((file) => file.endsWith('.sql'))
    expect(ours.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted())
    for (const [index, { when, tag }] of ours.entries()) expect(when, tag).toBeGreaterThan(ours[index - 1]?.when ?? 0)
  })

  test('are named by what is in them', () => {
    const { tag = '', hash } = ours.at(-1) ?? {}
    expect(hash).toBe(createHash('sha256').update(readFileSync(join(migrationsFolder(), `${tag}.sql`))).digest('hex'))
    expect(newestSchema(ours)).toBe(hash)
    expect(newestSchema([])).toBe('')
  })
})

describe('migrating a database', () => {
  const facts = { appVersion: 'test', dataDir: 'memory' }
  let engine: PGlite
  let folder: string
  beforeEach(async () => {
    engine = await PGlite.create()
    folder = mkdtempSync(join(tmpdir(), 'sentinel-migrations-'))
    cpSync(migrationsFolder(), folder, { recursive: true })
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const count = async (query: string): Promise<unknown> => (await engine.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]?.n
  type Journal = { entries: { idx: number; when: number; tag: string }[] }
  const editJournal = (edit: (entries: Journal['entries']) => Journal['entries']): void => {
    const path = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal
    writeFileSync(path, JSON.stringify({ ...journal, entries: edit(journal.entries) }))
  }

  test('an older one becomes one of this version; a second time changes nothing', async () => {
    editJournal((entries) => entries.slice(0, 1))
    await migrateEngine(engine, facts, folder)
    expect(await count('drizzle.__drizzle_migrations')).toBe(1)
    for (let time = 0; time < 2; time++) {
      await migrateEngine(engine, facts)
      expect(await count('drizzle.__drizzle_migrations')).toBe(readMigrations().length)
    }
    expect(await count(`pg_trigger where tgname like 'audit_no_%'`)).toBe(2)
  })

  test.each([
    ['another rollover becomes the timings’ own', { name: 'HMCS Old', zone: 'America/Toronto', rollover: '04:30' }, { name: 'HMCS Old', zone: 'America/Toronto' }, [{ operational: { dayRolloverTime: '04:30' } }]],
    ['the usual rollover needs no document', { name: 'HMCS Old', zone: 'America/Toronto', rollover: '03:00' }, { name: 'HMCS Old', zone: 'America/Toronto' }, []],
    ['a damaged profile is left as it is', [1], [1], []],
  ])('Migration 0006 gives the rollover one home: %s (decision 006)', async (_, old, profile, timings) => {
    editJournal((entries) => entries.filter(({ tag }) => tag < '0006'))
    await migrateEngine(engine, facts, folder)
    await engine.query(`insert into setting (key, value, category, updated_at) values ('unit.profile', $1, 'app_config', now())`, [JSON.stringify(old)])
    await migrateEngine(engine, facts)
    const valuesOf = async (key: string) => (await engine.query<{ value: unknown; version: number }>('select value, version from setting where key = $1', [key])).rows
    expect(await valuesOf('unit.profile')).toEqual([{ value: profile, version: 1 }])
    expect(await valuesOf('operational.timings.v2')).toEqual(timings.map((value) => ({ value, version: 1 })))
  })

  test('lines that were in the trail before it could be searched are found, say what they said, and stay closed to change', async () => {
    editJournal((entries) => entries.slice(0, entries.findIndex(({ tag }) => tag.endsWith('audit-reading'))))
    await migrateEngine(engine, facts, folder)
    const line = [`PO1 L’Heureux-Bélanger, É`, JSON.stringify({ name: 'S1 Cœur-Çelik, Zoë', reason: 'Oublié, c’est tout' })]
    await engine.query(`insert into audit (at, actor_kind, actor_id, actor_name, action, entity_type, details) values ('2026-11-24T18:00:00Z', 'admin', 'a', $1, 'member_update', 'member', $2)`, line)
    await migrateEngine(engine, facts)
    const { rows } = await engine.query(`select actor_name, details, search from audit`)
    expect(rows).toEqual([{ actor_name: line[0], details: JSON.parse(line[1] ?? ''), search: foldText(`PO1 L’Heureux-Bélanger, É S1 Cœur-Çelik, Zoë Oublié, c’est tout`) }])
    await expect(engine.query(`update audit set search = ''`)).rejects.toThrow(/append-only/)
  })

  test('one that fails half-way leaves the old state whole', async () => {
    await migrateEngine(engine, facts)
    const when = (readMigrations().at(-1)?.when ?? 0) + 1
    writeFileSync(join(folder, '9999_broken.sql'), 'create table half_way (n int);\n--> statement-breakpoint\nselect no_such_column;')
    editJournal((entries) => [...entries, { idx: entries.length, version: '7', when, tag: '9999_broken', breakpoints: true }])
    await expect(migrateEngine(engine, facts, folder)).rejects.toThrow(/no_such_column/)
    expect(await count(`pg_class where relname = 'half_way'`)).toBe(0)
    await migrateEngine(engine, facts)
    expect(await count('drizzle.__drizzle_migrations')).toBe(readMigrations().length)
  })
})
