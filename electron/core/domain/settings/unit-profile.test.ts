import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { readTimings } from './timings.ts'
import { defaultUnitProfile, isZone, readUnit, readUnitProfile, unitProfileKey, writeUnitProfile } from './unit-profile.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.transaction((tx) => tx.delete(setting)))

const at = new Date('2026-11-23T18:00:00Z')
const store = (value: unknown, key = unitProfileKey): Promise<unknown> => database.transaction((tx) => tx.insert(setting).values({ key, value, category: 'app_config', updatedAt: at }))

test('an unset profile is the default one (domain.md 1.1)', async () => {
  expect(await database.read(readUnitProfile)).toEqual({ name: 'Sentinel', zone: 'America/Winnipeg', rollover: '03:00', province: null, phone: null, address: null, letterhead: null, classification: null })
})

test('what is written is read back, and can be written over', async () => {
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Example', zone: 'America/Toronto', rollover: '04:30' }, at))
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'NCSM Exemple', zone: 'America/Toronto', rollover: '04:30' }, at))
  expect(await database.read(readUnitProfile)).toEqual({ ...defaultUnitProfile, name: 'NCSM Exemple', zone: 'America/Toronto', rollover: '04:30' })
})

test('the rollover has one home, among the timings (decision 006)', async () => {
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Example', zone: 'America/Toronto', rollover: '04:30' }, at))
  expect(await database.read(readTimings)).toMatchObject({ source: 'stored', timings: { operational: { dayRolloverTime: '04:30' } } })
  expect((await database.read(readUnit)).unit).not.toHaveProperty('rollover')
  // A profile of old that still carries one is not listened to: migration 0006 moved it.
  await database.transaction((tx) => tx.delete(setting))
  await store({ name: 'HMCS Old', zone: 'America/Toronto', rollover: '05:00' })
  expect(await database.read(readUnitProfile)).toMatchObject({ name: 'HMCS Old', rollover: '03:00' })
})

test('the usual rollover leaves the timings unsaved: their defaults go on holding', async () => {
  await database.transaction((tx) => writeUnitProfile(tx, { name: 'HMCS Example', zone: 'America/Toronto', rollover: '03:00' }, at))
  expect(await database.read(readTimings)).toMatchObject({ source: 'default', version: 0 })
})

test('an unusable part gives way to its default, the rest stays', async () => {
  await store({ name: ' HMCS Example ', zone: 'Mars/Olympus', province: 'XX', phone: '204 555 0100' })
  await store({ operational: { dayRolloverTime: '25:00' } }, 'operational.timings.v2')
  expect(await database.read(readUnitProfile)).toEqual({ ...defaultUnitProfile, name: 'HMCS Example', phone: '204 555 0100' })
  expect((await database.read(readUnit)).damaged).toEqual(['zone', 'province'])
})

test.each([[[1]], ['text'], [{}], [17]])('%j is no profile and yields the default', async (value) => {
  await store(value)
  expect(await database.read(readUnitProfile)).toEqual(defaultUnitProfile)
})

test.each([
  ['America/Winnipeg', true],
  ['Europe/Paris', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a zone: %j', (zone, expected) => {
  expect(isZone(zone)).toBe(expected)
})
