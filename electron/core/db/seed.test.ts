import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { division, dutyPosition, memberStatus, rank, setting, tag, unitEventType } from './schema/index.ts'
import { seed } from './seed.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: Database
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

test('61 ranks: 19 of each branch, the civilian, and three retired ones that name what took their place (domain.md 3.1)', async () => {
  const ranks = await database.read((tx) => tx.select().from(rank))
  expect(ranks).toHaveLength(61)
  expect(new Set(ranks.map(({ code }) => code)).size).toBe(61)
  for (const branch of ['navy', 'army', 'air_force']) expect(ranks.filter((row) => row.branch === branch && row.isActive), branch).toHaveLength(19)
  expect(Object.fromEntries(ranks.filter(({ isActive }) => !isActive).map(({ code, replacedBy }) => [code, replacedBy]))).toEqual({ OS: 'S3', AB: 'S2', LS: 'S1' })
})

test('nine divisions and a unit’s profile (domain.md 3.2)', async () => {
  expect(await database.read((tx) => tx.select().from(division))).toHaveLength(9)
  expect(await database.read((tx) => tx.select().from(setting))).toMatchObject([{ key: 'unit.profile' }, { key: 'system.seeded' }])
})

test('a second seed touches nothing that an administrator has changed, and brings back nothing but what is missing (domain.md 3.3)', async () => {
  await database.transaction(async (tx) => {
    await tx.update(rank).set({ name: 'Our own name', isActive: false }).where(eq(rank.code, 'MS'))
    await tx.update(division).set({ name: 'Our band' }).where(eq(division.code, 'BAND'))
    await tx.update(setting).set({ value: { name: 'HMCS Other' } }).where(eq(setting.key, 'unit.profile'))
    await tx.delete(division).where(eq(division.code, 'PAO'))
    await tx.delete(tag)
    await tx.update(memberStatus).set({ name: 'On the books' }).where(eq(memberStatus.code, 'active'))
    await tx.delete(rank).where(eq(rank.code, 'CIV'))
  })
  await database.transaction((tx) => seed(tx, new Date()))
  const ranks = await database.read((tx) => tx.select().from(rank))
  expect(ranks).toHaveLength(61)
  expect(ranks.find(({ code }) => code === 'MS')).toMatchObject({ name: 'Our own name', isActive: false })
  expect(await database.read((tx) => tx.select().from(division).where(eq(division.code, 'BAND')))).toMatchObject([{ name: 'Our band' }])
  expect(await database.read((tx) => tx.select().from(setting).where(eq(setting.key, 'unit.profile')))).toMatchObject([{ value: { name: 'HMCS Other' } }])
  expect(await database.read((tx) => tx.select().from(division)), 'a suggestion that was deleted stays deleted').toHaveLength(8)
  expect(await database.read((tx) => tx.$count(tag))).toBe(0)
  expect(await database.read((tx) => tx.select().from(memberStatus).where(eq(memberStatus.code, 'active')))).toMatchObject([{ name: 'On the books' }])
})

test('a desk that is older than rosters gets its seats and kinds of events at its next start; deleted kinds stay deleted', async () => {
  await database.transaction(async (tx) => {
    await tx.delete(dutyPosition)
    await tx.delete(unitEventType)
  })
  await database.transaction((tx) => seed(tx, new Date()))
  expect(await database.read((tx) => tx.select({ code: dutyPosition.code, slots: dutyPosition.maxSlots }).from(dutyPosition).orderBy(dutyPosition.displayOrder))).toEqual([['SWK', 1], ['DSWK', 1], ['QM', 1], ['BM', 1], ['APS', 2]].map(([code, slots]) => ({ code, slots })))
  expect(await database.read((tx) => tx.$count(dutyPosition, isNull(dutyPosition.qualificationTypeId)))).toBe(0)
  expect(await database.read((tx) => tx.$count(unitEventType))).toBe(7)
  await database.transaction((tx) => tx.delete(unitEventType))
  await database.transaction((tx) => seed(tx, new Date()))
  expect(await database.read((tx) => tx.$count(unitEventType))).toBe(0)
})
