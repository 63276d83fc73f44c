import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { insertMany } from './insert-many.ts'
import { audit, station } from './schema/index.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: Database
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

test('rows go in as one by one: instants, JSON, nulls, quotes, defaults, and their order', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => ({
    at: new Date(Date.UTC(2026, 10, 24, 0, 0, 0, index)),
    actorKind: 'system',
    actorId: 'x',
    actorName: index === 7 ? `O’Brien "the" 'one' \\ é` : 'Sentinel',
    action: 'test',
    entityType: 'none',
    entityId: index % 2 === 0 ? null : String(index),
    details: index === 7 ? { before: null, list: [1, 'two'] } : null,
  }))
  await database.transaction((tx) => insertMany(tx, audit, rows))
  const stored = await database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))
  expect(stored.map(({ seq: _seq, stationId: _stationId, search: _search, correlationId: _correlationId, ...row }) => row)).toEqual(rows)
  expect(stored.every(({ stationId }) => stationId === null)).toBe(true)
})

test('what the database refuses is refused whole, and no rows are no statement', async () => {
  const createdAt = new Date('2026-11-24T00:00:00Z')
  await database.transaction((tx) => insertMany(tx, station, []))
  await expect(database.transaction((tx) => insertMany(tx, station, [{ id: 'a', name: 'A', createdAt }, { id: 'a', name: 'B', createdAt }]))).rejects.toThrow(/Failed query/)
  await database.transaction((tx) => insertMany(tx, station, [{ id: 'a', name: 'A', createdAt }]))
  expect(await database.read((tx) => tx.select().from(station))).toEqual([{ id: 'a', name: 'A', description: null, displayOrder: 0, isActive: true, nameFr: null, createdAt, updatedAt: expect.any(Date) }])
})
