import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { systemActor as actor } from '../audit/write.ts'
import { asShared } from '../settings/testing/shared.ts'
import { createReaderSettings } from './reader-settings.ts'

const clock = createFakeClock('2026-11-26T08:00:00Z')
let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('readers stored before there were USB readers are serial ones, and a USB reader is kept beside them', async () => {
  const settings = createReaderSettings({ database, clock, ownStation: 'desk' })
  const old = { id: 'a', name: 'Front', stationId: 'desk', path: '/dev/ttyUSB0', protocol: 'auto', baudRate: 9600 }
  await database.transaction((tx) => tx.insert(setting).values({ key: 'readers.serial', value: [old], category: 'app_config', updatedAt: clock.now() }))
  const usb = { kind: 'hid' as const, name: 'Rear', stationId: 'desk', device: '0c27:3bfa', family: 'rfideas' as const }
  const { id } = await settings.add(usb, actor)
  expect(await settings.list()).toEqual([{ kind: 'serial', ...old }, { id, ...usb }])
  await expect(settings.add({ ...usb, name: 'Twin' }, actor)).rejects.toMatchObject({ code: 'reader_exists', details: { path: '0c27:3bfa' } })
  await settings.remove(id, actor)
  expect(await settings.list()).toEqual([{ kind: 'serial', ...old }])
})

test('readers are those of one PC: another station of the same record has its own, at the same port too (issue 8)', async () => {
  const shared = asShared(database)
  const [front, rear] = ['front-desk', 'rear-desk'].map((ownStation) => createReaderSettings({ database: shared, clock, ownStation }))
  const reader = { kind: 'serial' as const, name: 'Door', stationId: 'desk', path: 'COM3', protocol: 'auto' as const, baudRate: 9600 }
  const added = await front?.add(reader, actor)
  expect([await front?.list(), await rear?.list()]).toEqual([[{ id: added?.id, ...reader }], []])
  await rear?.add({ ...reader, name: 'Other door' }, actor)
  expect((await front?.list())?.map(({ name }) => name)).toEqual(['Door'])
})
