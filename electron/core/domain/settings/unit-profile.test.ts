import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { defaultUnitProfile, readUnitProfile, unitProfileKey, writeUnitProfile } from './unit-profile.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.transaction((tx) => tx.delete(setting)))

const at = new Date('2026-11-23T18:00:00Z')
const store = (value: unknown): Promise<unknown> => database.transaction((tx) => tx.insert(setting).values({ key: unitProfileKey, value, category: 'app_config', updatedAt: at }))

test('an unset profile is the default one (domain.md 1.1)', async () => {
  expect(await database.read(readUnitProfile)).toEqual({ name: 'Sentinel', zone: 'America/Winnipeg', rollover: '03:00' })
})

test('what is written is read back, and can be written over', async () => {
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Example', zone: 'America/Toronto', rollover: '04:30' }, at))
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'NCSM Exemple', zone: 'America/Toronto', rollover: '04:30' }, at))
  expect(await database.read(readUnitProfile)).toEqual({ name: 'NCSM Exemple', zone: 'America/Toronto', rollover: '04:30' })
})

test('an unusable part gives way to its default, the rest stays', async () => {
  await store({ name: ' HMCS Example ', zone: 'Mars/Olympus', rollover: '25:00' })
  expect(await database.read(readUnitProfile)).toEqual({ ...defaultUnitProfile, name: 'HMCS Example' })
})

test.each([[[1]], ['text'], [{}], [17]])('%j is no profile and yields the default', async (value) => {
  await store(value)
  expect(await database.read(readUnitProfile)).toEqual(defaultUnitProfile)
})
