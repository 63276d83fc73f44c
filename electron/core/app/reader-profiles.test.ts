/** How readers spell a card's number, through the whole core (hardware.md 3.1). */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract, type Api } from '../../../shared/contract/index.ts'
import type { ReaderProfile } from '../../../shared/domain/reader-profile.ts'
import type { Database } from '../db/database.ts'
import { audit, badge, setting } from '../db/schema/index.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'

const decimal: ReaderProfile = { digits: 'decimal', order: 'msb', card: 'em4100', bits: 32 }
const lsbHex: ReaderProfile = { digits: 'hex', order: 'lsb', card: 'em4100', bits: 32 }

let core: Core
let api: Api
let database: Database
beforeEach(async () => {
  database = await createTestDatabase()
  core = await createCore({ dataDir: '', database, host: 'test', version: '0', log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z'), dev: true, demo: true })
  api = createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
})
afterEach(() => core.close())

const addReader = async (): Promise<string> => {
  const added = await api.readers.add({ path: '/dev/no-such-port', name: 'Front', stationId: 'front-door', protocol: 'line' })
  if (!added.ok) throw new Error(added.error.code)
  return added.value.id
}
/** A member who has handed their badge back. */
const freeMember = async (): Promise<string> => {
  const inside = await api.presence.now({})
  const there = new Set(inside.ok ? inside.value.people.map(({ id }) => id) : [])
  const held = await database.read((tx) => tx.select({ badgeId: badge.id, memberId: badge.memberId }).from(badge))
  const one = held.find(({ memberId }) => memberId !== null && !there.has(memberId))
  expect(await api.badges.takeBack({ badgeId: one?.badgeId ?? '', returned: true })).toMatchObject({ ok: true })
  return one?.memberId ?? ''
}

test('what the keyboard reader of a station types is the serial that the card has with every other reader', async () => {
  await api.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'desk' }, profile: decimal })
  expect(await api.badges.enrol({ memberId: await freeMember(), serial: '0005882391' })).toMatchObject({ ok: true, value: { serialTail: 'C217' } })
  const [row] = await database.read((tx) => tx.select({ serial: badge.serial }).from(badge).where(eq(badge.serial, 'em4100:0059C217')))
  expect(row).toBeDefined()
  expect(await api.presence.scan({ serial: '5882391' })).toMatchObject({ ok: true, value: { serialTail: 'C217', outcome: 'member_in' } })
  expect(await api.badges.bySerial({ serial: '0005882391' })).toMatchObject({ ok: true })
  // Another door has its own.
  await api.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'front-door' }, profile: lsbHex })
  expect(await api.presence.scan({ serial: '17C25900', stationId: 'front-door' })).toMatchObject({ ok: true, value: { serialTail: 'C217' } })
  expect(await api.presence.scan({ serial: '17C25900', stationId: 'rear-door' })).toMatchObject({ ok: true, value: { outcome: 'unknown_badge', serialTail: '5900' } })
})

test('at a station with a profile barcodes pass as they are; an idle line is no badge', async () => {
  await api.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'desk' }, profile: decimal })
  expect(await api.presence.scan({ serial: 'VP-2026-000123' })).toMatchObject({ ok: true, value: { serialTail: '0123' } })
  expect(await api.presence.scan({ serial: '4294967295' })).toMatchObject({ ok: false, error: { code: 'serial_invalid' } })
})

test('a profile is kept, recorded, and taken away again', async () => {
  const readerId = await addReader()
  const owner = { kind: 'reader' as const, readerId }
  expect(await api.readers.setProfile({ owner, profile: lsbHex })).toEqual({ ok: true, value: {} })
  await api.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'desk' }, profile: decimal })
  expect(await api.readers.profiles({})).toEqual({
    ok: true,
    value: { profiles: [{ owner, profile: lsbHex }, { owner: { kind: 'keyboard', stationId: 'desk' }, profile: decimal }] },
  })
  expect(await api.presence.scan({ serial: '0005882391' })).toMatchObject({ value: { serialTail: 'C217' } })
  await api.readers.setProfile({ owner, profile: null })
  await api.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'desk' }, profile: null })
  expect(await api.readers.profiles({})).toEqual({ ok: true, value: { profiles: [] } })
  const lines = await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'reader_profile')))
  expect(lines.map(({ details }) => details)).toMatchObject([
    { name: 'Front', before: { profile: null }, after: { profile: 'hex, 32 bits, lsb, em4100' } },
    { after: { profile: 'decimal, 32 bits, msb, em4100' } },
    { before: { profile: 'hex, 32 bits, lsb, em4100' }, after: { profile: null } },
    { before: { profile: 'decimal, 32 bits, msb, em4100' } },
  ])
})

test('settings of before there were profiles are read, and a profile that is not known costs no reader', async () => {
  await addReader()
  const change = (with_: object) =>
    database.transaction(async (tx) => {
      const [row] = await tx.select().from(setting).where(eq(setting.key, 'readers.serial'))
      const readers = row?.value as object[]
      await tx.update(setting).set({ value: readers.map((reader) => ({ ...reader, ...with_ })) }).where(eq(setting.key, 'readers.serial'))
    })
  await change({ profile: { digits: 'runes' } })
  await api.readers.add({ path: '/dev/another-port', name: 'Rear', stationId: 'rear-door' })
  expect(await api.readers.list({})).toMatchObject({ value: { readers: [{ id: 'simulated' }, { name: 'Front' }, { name: 'Rear' }] } })
  expect(await api.readers.profiles({})).toEqual({ ok: true, value: { profiles: [] } })
})

test('a known badge calibrates as well as a printed number; a badge that is not there is said', async () => {
  await api.badges.enrol({ memberId: await freeMember(), serial: 'em4100:0059C217' })
  const known = await api.badges.bySerial({ serial: 'em4100:0059C217' })
  const badgeId = known.ok ? known.value.id : ''
  expect(await api.readers.calibrate({ samples: [{ known: { kind: 'badge', badgeId }, read: '17C25900' }], card: null })).toMatchObject({ ok: true, value: { verdict: 'one', candidates: [{ profile: lsbHex, serial: 'em4100:0059C217' }] } })
  expect(await api.readers.calibrate({ samples: [{ known: { kind: 'badge', badgeId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01' }, read: '1' }], card: null })).toMatchObject({ ok: false, error: { code: 'badge_unknown' } })
})

test('only an administrator may', async () => {
  const other = createClient(contract, createInProcessTransport(contract, core, signedInDesk('quartermaster')))
  expect(await other.readers.profiles({})).toMatchObject({ ok: false })
  expect(await other.readers.calibrate({ samples: [{ known: { kind: 'printed', text: '1' }, read: '1' }], card: null })).toMatchObject({ ok: false })
  expect(await other.readers.setProfile({ owner: { kind: 'keyboard', stationId: 'desk' }, profile: decimal })).toMatchObject({ ok: false })
})
