import { expect, test } from 'vitest'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { ownSettings, readOwnSetting, takeOwnSettings, writeOwnSetting } from './own-setting.ts'

const at = new Date('2026-11-26T08:00:00Z')

test('a record that moves to a server and back takes along what is the PC’s own, under whatever code it has there (issue 8)', async () => {
  const database = await createTestDatabase()
  const of = (owner: string | null) => database.read((tx) => readOwnSetting(tx, ownSettings.readers, owner))
  await database.transaction(async (tx) => {
    await writeOwnSetting(tx, ownSettings.readers, null, { value: ['here'], category: 'app_config', at })
    await takeOwnSettings(tx, null, 'front-door', at)
  })
  expect([await of('front-door'), await of('rear-door')]).toEqual([['here'], undefined])
  await database.transaction(async (tx) => {
    await writeOwnSetting(tx, ownSettings.readers, 'front-door', { value: ['here', 'and there'], category: 'app_config', at })
    await takeOwnSettings(tx, 'rear-door', null, at)
    await takeOwnSettings(tx, 'front-door', 'front-door', at)
  })
  expect(await of(null), 'another had nothing to take along').toEqual(['here'])
  await database.transaction((tx) => takeOwnSettings(tx, 'front-door', null, at))
  expect(await of(null)).toEqual(['here', 'and there'])
  await database.close()
})
