import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkApplied, migrationsFolder, newestSchema, readMigrations, type Migration } from './migrate.ts'

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
