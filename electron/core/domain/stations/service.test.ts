import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { systemStation } from '../../../../shared/domain/station-name.ts'
import type { Database } from '../../db/database.ts'
import { audit, member, movement, rank, refusedScan, station } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { createStationsService, type StationsService } from './service.ts'
import { ensureStation, requireStation } from './stations.ts'

const actor: Actor = { kind: 'admin', id: 'a', name: 'PO1 Boss, A', stationId: 'desk' }
const words = { nameFr: null, description: null }

let database: Database
let clock: FakeClock
let stations: StationsService
let events: string[]
let readers: { name: string; stationId: string }[]

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T01:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.onAny((name) => events.push(name))
  readers = []
  stations = createStationsService({ database, clock, hub, ownId: 'desk', readersAt: (id) => readers.flatMap((reader) => (reader.stationId === id ? [reader.name] : [])) })
  await stations.start(['front-door'])
})
afterEach(() => database.close())

/** Code and details of the refusal that `act` ends with. */
async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}
const ids = async () => (await stations.list()).map(({ id }) => id)
const find = async (id: string) => (await stations.list()).find((row) => row.id === id)
const trail = () => database.read((tx) => tx.select({ action: audit.action, entityId: audit.entityId, actorName: audit.actorName, details: audit.details }).from(audit).orderBy(asc(audit.seq)))
/** Everything that an administrator could see, and the trail: what a refusal must leave alone. */
const everything = async () => ({ rows: await database.read((tx) => tx.select().from(station).orderBy(station.id)), trail: await trail() })

/** A movement of somebody at the station; by badge unless told otherwise. */
async function move(stationId: string, method: 'badge' | 'manual' = 'badge'): Promise<string> {
  const at = clock.now()
  const memberId = newId()
  const id = newId()
  await database.transaction(async (tx) => {
    const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    await tx.insert(member).values({ id: memberId, serviceNumber: `V${memberId.slice(0, 8)}`, rankId: s1?.id ?? '', firstName: 'Alex', lastName: 'Roy', displayName: 'S1 Roy, A', searchName: 'roy alex', memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
    await tx.insert(movement).values({ id, memberId, direction: 'in', at, recordedAt: at, stationId, method })
  })
  return id
}
const refuseScan = (stationId: string) => database.transaction((tx) => tx.insert(refusedScan).values({ id: newId(), at: clock.now(), outcome: 'unknown_badge', serial: 'DEADBEEF', stationId }))

describe('the list (domain.md 3.5, 5.7)', () => {
  test('has this desk and the doors of its readers from the first start, with friendly names in both languages', async () => {
    expect(await stations.list()).toEqual([
      { id: 'desk', name: 'Desk', nameFr: 'Poste', description: null, isActive: true, isThisDesk: true, lastScanAt: null, hasHistory: false },
      { id: 'front-door', name: 'Front door', nameFr: 'Porte avant', description: null, isActive: true, isThisDesk: false, lastScanAt: null, hasHistory: false },
    ])
  })
  test('an unknown code is title-cased, on its first scan; where the name is taken its code stands beside it', async () => {
    await stations.update({ id: 'front-door', name: 'drill hall 2', ...words }, actor)
    await database.transaction(async (tx) => {
      expect(await ensureStation(tx, 'boat_shed', clock.now())).toBe('Boat Shed')
      expect(await ensureStation(tx, 'drill-hall-2', clock.now())).toBe('Drill Hall 2 (drill-hall-2)')
      expect(await ensureStation(tx, 'boat_shed', clock.now()), 'once').toBe('Boat Shed')
    })
    expect(await ids()).toEqual(['desk', 'front-door', 'boat_shed', 'drill-hall-2'])
  })
  test('says when a badge was last held up there, accepted or refused; an entry by hand is no scan', async () => {
    await move('front-door')
    clock.advance(60_000)
    await move('front-door', 'manual')
    expect(await find('front-door')).toMatchObject({ lastScanAt: '2026-11-24T01:00:00.000Z', hasHistory: true })
    await refuseScan('front-door')
    expect(await find('front-door')).toMatchObject({ lastScanAt: '2026-11-24T01:01:00.000Z' })
    await move('desk', 'manual')
    expect(await find('desk')).toMatchObject({ lastScanAt: null, hasHistory: true })
  })
  test('leaves out where Sentinel itself moves people', async () => {
    await database.transaction((tx) => ensureStation(tx, systemStation, clock.now()))
    expect(await ids()).toEqual(['desk', 'front-door'])
    for (const act of [stations.update({ id: systemStation, name: 'X', ...words }, actor), stations.setActive({ id: systemStation, active: true }, actor), stations.remove({ id: systemStation }, actor)])
      expect(await refusalOf(act)).toEqual(['station_unknown', { id: systemStation }])
    expect(await refusalOf(stations.create({ id: systemStation, name: 'X', ...words }, actor))).toEqual(['station_code_taken', { id: systemStation }])
  })
})

describe('adding and renaming', () => {
  test('a station comes last, its words tidied, audited and told after the commit', async () => {
    await stations.create({ id: 'jetty', name: '  Jetty   east ', nameFr: ' ', description: 'Behind  the boat shed' }, actor)
    expect((await stations.list()).at(-1)).toMatchObject({ id: 'jetty', name: 'Jetty east', nameFr: null, description: 'Behind the boat shed', isActive: true })
    expect(await trail()).toEqual([{ action: 'station_create', entityId: 'jetty', actorName: 'PO1 Boss, A', details: { name: 'Jetty east', after: { name: 'Jetty east', nameFr: null, description: 'Behind the boat shed' } } }])
    expect(events).toEqual(['stations.changed'])
  })
  test('a code or a name that is taken, in whatever capitals, is refused and nothing is written', async () => {
    const before = await everything()
    expect(await refusalOf(stations.create({ id: 'front-door', name: 'Another', ...words }, actor))).toEqual(['station_code_taken', { id: 'front-door' }])
    expect(await refusalOf(stations.create({ id: 'another', name: 'FRONT door', ...words }, actor))).toEqual(['station_name_taken', { name: 'FRONT door' }])
    expect(await refusalOf(stations.update({ id: 'desk', name: 'front Door', ...words }, actor))).toEqual(['station_name_taken', { name: 'front Door' }])
    expect(await refusalOf(stations.update({ id: 'nowhere', name: 'X', ...words }, actor))).toEqual(['station_unknown', { id: 'nowhere' }])
    expect(await everything()).toEqual(before)
    expect(events).toEqual([])
  })
  test('two who add the same station at one instant: one is refused', async () => {
    const answers = await Promise.all([refusalOf(stations.create({ id: 'jetty', name: 'Jetty', ...words }, actor)), refusalOf(stations.create({ id: 'pier', name: 'jetty', ...words }, actor))])
    expect(answers).toEqual(['no refusal', ['station_name_taken', { name: 'jetty' }]])
  })
  test('a movement keeps its station: only the name it shows is another', async () => {
    const id = await move('front-door')
    await stations.update({ id: 'front-door', name: 'Main gate', nameFr: 'Entrée principale', description: null }, actor)
    const [row] = await database.read((tx) => tx.select({ stationId: movement.stationId, name: station.name }).from(movement).innerJoin(station, eq(station.id, movement.stationId)).where(eq(movement.id, id)))
    expect(row).toEqual({ stationId: 'front-door', name: 'Main gate' })
    expect(stations.nameOf('front-door')).toBe('Main gate')
    expect(await trail()).toMatchObject([{ action: 'station_update', entityId: 'front-door', details: { name: 'Front door', before: { name: 'Front door', nameFr: 'Porte avant' }, after: { name: 'Main gate', nameFr: 'Entrée principale' } } }])
  })
  test('the same words again write nothing and tell nobody; its own name in other capitals is free', async () => {
    await stations.update({ id: 'front-door', name: 'Front door', nameFr: 'Porte avant', description: '' }, actor)
    expect([await trail(), events]).toEqual([[], []])
    await stations.update({ id: 'front-door', name: 'Front Door', nameFr: 'Porte avant', description: null }, actor)
    expect(await find('front-door')).toMatchObject({ name: 'Front Door' })
  })
})

describe('ordering', () => {
  test('puts all of them in the given order, audited; the same order again writes nothing', async () => {
    await stations.reorder({ ids: ['front-door', 'desk'] }, actor)
    await stations.reorder({ ids: ['front-door', 'desk'] }, actor)
    expect(await ids()).toEqual(['front-door', 'desk'])
    expect(await trail()).toMatchObject([{ action: 'station_reorder', details: { before: ['desk', 'front-door'], after: ['front-door', 'desk'] } }])
    expect(events).toHaveLength(1)
  })
  test('codes that are missing, twice, or strange are refused whole', async () => {
    const before = await everything()
    for (const wanted of [[], ['desk'], ['desk', 'desk'], ['desk', 'front-door', 'jetty'], ['desk', 'jetty']]) expect(await refusalOf(stations.reorder({ ids: wanted }, actor))).toEqual(['station_list_changed', undefined])
    expect(await everything()).toEqual(before)
  })
})

describe('switching off and deleting', () => {
  test('off and on again: nothing recorded is touched, and a scan there still counts', async () => {
    await move('front-door')
    await stations.setActive({ id: 'front-door', active: false }, actor)
    await stations.setActive({ id: 'front-door', active: false }, actor)
    expect(await find('front-door')).toMatchObject({ isActive: false, hasHistory: true })
    await database.transaction((tx) => ensureStation(tx, 'front-door', clock.now()))
    await move('front-door')
    await stations.setActive({ id: 'front-door', active: true }, actor)
    expect((await trail()).map(({ action }) => action)).toEqual(['station_switch_off', 'station_switch_on'])
    expect(events).toHaveLength(2)
  })
  test('nothing new is set up at a station that is off, nor where Sentinel itself moves people', async () => {
    await stations.setActive({ id: 'front-door', active: false }, actor)
    const require = (id: string) => refusalOf(database.transaction((tx) => requireStation(tx, id, clock.now())))
    expect(await require('front-door')).toEqual(['station_off', { name: 'Front door' }])
    expect(await require(systemStation)).toEqual(['station_off', { name: 'Sentinel' }])
    expect(await require('jetty')).toBe('no refusal')
  })
  test('this desk, and a station with readers, are neither switched off nor deleted', async () => {
    readers = [
      { name: 'Inner reader', stationId: 'front-door' },
      { name: 'Outer reader', stationId: 'front-door' },
    ]
    const before = await everything()
    for (const act of [stations.setActive({ id: 'desk', active: false }, actor), stations.remove({ id: 'desk' }, actor)]) expect(await refusalOf(act)).toEqual(['station_is_this_desk', { name: 'Desk' }])
    for (const act of [stations.setActive({ id: 'front-door', active: false }, actor), stations.remove({ id: 'front-door' }, actor)])
      expect(await refusalOf(act)).toEqual(['station_has_readers', { name: 'Front door', readers: 'Inner reader, Outer reader' }])
    expect(await everything()).toEqual(before)
  })
  test('one with history is never deleted, whatever the history is', async () => {
    await move('front-door')
    expect(await refusalOf(stations.remove({ id: 'front-door' }, actor))).toEqual(['station_has_history', { name: 'Front door' }])
    await stations.create({ id: 'jetty', name: 'Jetty', ...words }, actor)
    await refuseScan('jetty')
    expect(await refusalOf(stations.remove({ id: 'jetty' }, actor))).toEqual(['station_has_history', { name: 'Jetty' }])
    expect(await ids()).toEqual(['desk', 'front-door', 'jetty'])
  })
  test('one without goes, and the trail says what it was called', async () => {
    await stations.remove({ id: 'front-door' }, actor)
    expect(await ids()).toEqual(['desk'])
    expect(await trail()).toEqual([{ action: 'station_delete', entityId: 'front-door', actorName: 'PO1 Boss, A', details: { name: 'Front door', before: { id: 'front-door', name: 'Front door', nameFr: 'Porte avant', description: null, displayOrder: 2, isActive: true } } }])
    expect(await refusalOf(stations.remove({ id: 'front-door' }, actor))).toEqual(['station_unknown', { id: 'front-door' }])
  })
})
