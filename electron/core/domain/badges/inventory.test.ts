import { asc, eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { badges as contract } from '../../../../shared/contract/badges.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { account, audit, badge, badgeAssignment, member, memberPresence, movement, rank, station } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub, type Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import type { Actor } from '../audit/write.ts'
import { createInventory, type Inventory } from './inventory.ts'
import { createBadgesService, type BadgesService } from './service.ts'

const admin: Actor = { kind: 'admin', id: 'a', name: 'PO1 Boss, A', stationId: 'desk' }
let database: Database
let clock: FakeClock
let hub: Hub<SentinelEvents>
let badges: BadgesService
let inventory: Inventory
beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T18:00:00.000Z')
  hub = createHub<SentinelEvents>(silentLog)
  badges = createBadgesService({ database, clock, hub, log: silentLog })
  inventory = createInventory({ database, clock, hub, unitTime: () => defaultUnitTime })
})
afterEach(() => database.close())

/** Counted, not drawn: no search for a badge's signs finds somebody by chance. */
let enlisted = 7_770_020
async function enlist(lastName: string): Promise<string> {
  enlisted += 1
  const id = newId()
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    await tx.insert(member).values({ id, serviceNumber: `V${enlisted}`, rankId: s1?.id ?? '', lastName, firstName: 'Test', displayName: `S1 ${lastName}, T`, searchName: `${lastName.toLowerCase()} test`, memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
  })
  return id
}
const give = async (memberId: string, serial: string): Promise<string> => (await badges.enrol({ memberId, serial }, admin)).badgeId
const list = (input: object = {}) => inventory.list(parse(contract.list.input, input))
const tails = async (input: object = {}): Promise<string[]> => (await list(input)).badges.map(({ serialTail }) => serialTail)
const refused = (code: string) => expect.objectContaining({ code })
const history = async (badgeId: string) => (await inventory.get(badgeId)).history.map(({ displayName, endReason, returnedAt }) => [displayName, endReason, returnedAt !== null])

describe('the life of a badge (domain.md 4.5)', () => {
  test('lost and damaged stay with their holder, so that a found badge names its owner; decommissioned leaves', async () => {
    const id = await enlist('Holder')
    const badgeId = await give(id, 'AA000001')
    for (const status of ['lost', 'damaged', 'inactive', 'active']) {
      await inventory.setStatus({ badgeId, status }, admin)
      expect(await inventory.bySerial('aa-00-00-01')).toMatchObject({ status, holder: { displayName: 'S1 Holder, T' } })
    }
    await inventory.setStatus({ badgeId, status: 'decommissioned', note: 'chip broken' }, admin)
    expect(await inventory.get(badgeId)).toMatchObject({ status: 'decommissioned', holder: null, note: 'chip broken', outstanding: null })
    expect(await tails()).toEqual([])
    expect(await tails({ includeRetired: true })).toEqual(['0001'])
    expect((await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'badge_status_change')).orderBy(asc(audit.seq)))).map(({ details }) => (details as { after: { status: string } }).after.status)).toEqual(['lost', 'damaged', 'inactive', 'active', 'decommissioned'])
  })

  test('who had it and whether it came back is kept; what did not come back is outstanding', async () => {
    const first = await enlist('First')
    const badgeId = await give(first, 'AA000001')
    await inventory.takeBack({ badgeId, returned: true }, admin)
    await give(await enlist('Second'), 'AA000001')
    await inventory.takeBack({ badgeId, returned: false }, admin)
    expect(await history(badgeId)).toEqual([['S1 Second, T', 'unassigned', false], ['S1 First, T', 'returned', true]])
    expect((await list({ outstanding: true })).badges).toMatchObject([{ outstanding: { displayName: 'S1 Second, T' } }])
    expect(await inventory.inventory()).toMatchObject({ total: 1, assigned: 0, unassigned: 1, outstanding: 1 })
    await inventory.markReturned(badgeId, admin)
    expect((await list({ outstanding: true })).badges).toEqual([])
    await expect(inventory.markReturned(badgeId, admin)).rejects.toEqual(refused('badge_not_outstanding'))
    await expect(inventory.takeBack({ badgeId, returned: true }, admin)).rejects.toEqual(refused('badge_unassigned'))
  })

  test('is deleted only when nothing ever referred to it', async () => {
    await inventory.addToPool({ kind: 'visitor', badges: [{ serial: 'BB000001', label: 'V-01' }] }, admin)
    const [fresh] = (await list()).badges
    await inventory.remove(fresh?.id ?? '', admin)
    expect((await list()).total).toBe(0)
    const badgeId = await give(await enlist('Holder'), 'AA000001')
    await inventory.takeBack({ badgeId, returned: true }, admin)
    await expect(inventory.remove(badgeId, admin)).rejects.toEqual(refused('badge_has_history'))
    await expect(inventory.remove(newId(), admin)).rejects.toEqual(refused('badge_unknown'))
  })

  test.each([
    ['badge_unknown', () => inventory.setStatus({ badgeId: newId(), status: 'lost' }, admin)],
    ['badge_unknown', () => inventory.get(newId())],
    ['badge_unknown', () => inventory.bySerial('AB123456')],
    ['serial_invalid', () => inventory.bySerial('!')],
  ])('%s', async (code, run) => {
    await expect(run()).rejects.toEqual(refused(code))
  })
})

describe('replace in one act', () => {
  test('by number: the old one is lost and opens nothing, the new one is theirs', async () => {
    const id = await enlist('Loser')
    const old = await give(id, 'AA000001')
    const { badgeId } = await badges.replace({ memberId: id, serial: 'AA000002', old: 'lost' }, admin)
    expect(await inventory.get(old)).toMatchObject({ status: 'lost', holder: null })
    expect(await inventory.get(badgeId)).toMatchObject({ status: 'active', holder: { id } })
    expect(await history(old)).toEqual([['S1 Loser, T', 'lost', false]])
  })

  test('by scan: nothing happens before the new one is held up, then both at once', async () => {
    const id = await enlist('Loser')
    const old = await give(id, 'AA000001')
    await expect(badges.startEnrolment({ memberId: id, stationId: null }, admin)).rejects.toEqual(refused('member_has_badge'))
    await badges.startEnrolment({ memberId: id, stationId: null, replaces: 'damaged' }, admin)
    expect(await inventory.get(old)).toMatchObject({ status: 'active', holder: { id } })
    const taken = await database.transaction((tx) => badges.take(tx, { serial: 'AA000002', stationId: 'desk', at: clock.now(), actor: admin }))
    taken?.afterCommit()
    expect(await inventory.get(old)).toMatchObject({ status: 'damaged', holder: null })
    expect(await inventory.bySerial('AA000002')).toMatchObject({ holder: { id } })
  })

  test('refuses what cannot be given, and then the old one is still theirs', async () => {
    const id = await enlist('Loser')
    const old = await give(id, 'AA000001')
    await give(await enlist('Other'), 'AA000002')
    await inventory.addToPool({ kind: 'visitor', badges: [{ serial: 'BB000001', label: 'V-01' }] }, admin)
    await expect(badges.replace({ memberId: id, serial: 'AA000002', old: 'lost' }, admin)).rejects.toEqual(refused('badge_taken'))
    await expect(badges.replace({ memberId: id, serial: 'BB000001', old: 'lost' }, admin)).rejects.toEqual(refused('badge_of_pool'))
    await expect(badges.replace({ memberId: await enlist('Empty'), serial: 'AA000009', old: 'lost' }, admin)).rejects.toEqual(refused('member_without_badge'))
    expect(await inventory.get(old)).toMatchObject({ status: 'active', holder: { id } })
  })

  test('two desks at one instant: one replacement, one badge a person', async () => {
    const id = await enlist('Loser')
    await give(id, 'AA000001')
    await Promise.allSettled(['AA000002', 'AA000003'].map((serial) => badges.replace({ memberId: id, serial, old: 'lost' }, admin)))
    expect(await database.read((tx) => tx.$count(badge, eq(badge.memberId, id)))).toBe(1)
    expect(await database.read((tx) => tx.$count(badgeAssignment))).toBe(3)
  })

  test('one badge for two people at one instant: one of them has it, and the database would refuse a second badge', async () => {
    const [a, b] = [await enlist('One'), await enlist('Two')]
    const answers = await Promise.allSettled([give(a, 'AA000001'), give(b, 'AA000001')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const holder = (await inventory.bySerial('AA000001')).holder?.id ?? ''
    const at = clock.now()
    await expect(database.transaction((tx) => tx.insert(badge).values({ id: newId(), serial: 'AA000002', status: 'active', memberId: holder, createdAt: at, updatedAt: at }))).rejects.toThrow(/Failed query/)
  })
})

describe('the last administrator’s badge', () => {
  test('is not reported lost or taken away, but may be replaced in the same act', async () => {
    const id = await enlist('Admin')
    const badgeId = await give(id, 'AA000001')
    const at = clock.now()
    await database.transaction((tx) => tx.insert(account).values({ memberId: id, level: 5, pinHash: 'x', createdAt: at, updatedAt: at }))
    for (const run of [() => inventory.setStatus({ badgeId, status: 'lost' }, admin), () => inventory.takeBack({ badgeId, returned: true }, admin)]) await expect(run()).rejects.toEqual(refused('last_administrator'))
    await badges.replace({ memberId: id, serial: 'AA000002', old: 'lost' }, admin)
    expect(await inventory.bySerial('AA000002')).toMatchObject({ holder: { id } })
  })
})

describe('the pool that is lent out', () => {
  test('is added all or none, each badge and each label once', async () => {
    const pool = (rows: [string, string][]) => inventory.addToPool({ kind: 'visitor', badges: rows.map(([serial, label]) => ({ serial, label })) }, admin)
    expect(await pool([['BB000001', 'V-01'], ['BB000002', 'V-02']])).toEqual({ added: 2 })
    await expect(pool([['BB000003', 'V-03'], ['BB000001', 'V-04']])).rejects.toEqual(refused('serial_exists'))
    await expect(pool([['BB000004', 'v-01']])).rejects.toEqual(refused('label_taken'))
    expect((await list({ kinds: ['visitor'] })).badges.map(({ label }) => label)).toEqual(['V-01', 'V-02'])
  })
})

test('a serial tells whose badge it is and how they last came or went; nobody’s badge tells of nobody (domain.md 4.5, 4.6.1)', async () => {
  const id = await enlist('Holder')
  const badgeId = await give(id, 'AA000001')
  expect(await inventory.bySerial('AA000001')).toMatchObject({ id: badgeId, holder: { id }, lastMovement: null })
  await database.transaction(async (tx) => {
    const at = clock.now()
    const move = { id: newId(), memberId: id, badgeId, direction: 'in' as const, at, recordedAt: at, stationId: 'desk', method: 'badge' as const }
    await tx.insert(station).values({ id: 'desk', name: 'Desk', createdAt: at }).onConflictDoNothing()
    await tx.insert(movement).values(move)
    await tx.insert(memberPresence).values({ memberId: id, direction: 'in', at, recordedAt: at, movementId: move.id, stationId: 'desk' })
  })
  expect(await inventory.bySerial('aa 00 00 01')).toMatchObject({ lastMovement: { direction: 'in', at: clock.now().toISOString(), stationId: 'desk' } })
  await inventory.takeBack({ badgeId, returned: true }, admin)
  expect(await inventory.bySerial('AA000001')).toMatchObject({ holder: null, lastMovement: null })
})

describe('the list (domain.md 1.4)', () => {
  test('is searched, narrowed and paged; no serial crosses but its end', async () => {
    await give(await enlist('Zulu'), 'AA00000Z')
    const lost = await give(await enlist('Alpha'), 'AA00000A')
    await inventory.setStatus({ badgeId: lost, status: 'lost' }, admin)
    await inventory.addToPool({ kind: 'event', badges: [{ serial: 'EE000001', label: 'E-01' }] }, admin)
    expect(await tails()).toEqual(['000A', '000Z', '0001'])
    expect(await tails({ search: 'alpha' })).toEqual(['000A'])
    expect(await tails({ search: 'e 01' })).toEqual(['0001'])
    expect(await tails({ search: '0000z' })).toEqual(['000Z'])
    expect(await tails({ statuses: ['lost'] })).toEqual(['000A'])
    expect(await tails({ kinds: ['event'] })).toEqual(['0001'])
    expect(await tails({ assigned: false })).toEqual(['0001'])
    expect([...(await tails({ limit: 2 })), ...(await tails({ limit: 2, page: 2 }))]).toEqual(['000A', '000Z', '0001'])
    expect(JSON.stringify(await list())).not.toContain('AA0000')
    expect(await inventory.inventory()).toMatchObject({ total: 3, assigned: 2, byStatus: [{ status: 'active', count: 2 }, { status: 'lost', count: 1 }], byKind: [{ kind: 'event', count: 1 }, { kind: 'member', count: 2 }] })
  })
  test('is exported with whole serials, audited', async () => {
    await give(await enlist('Zulu'), 'AA00000Z')
    const file = await inventory.export({ format: 'csv', language: 'en' }, admin)
    expect(Buffer.from(file.content, 'base64').toString('utf8')).toContain('AA00000Z,,Member,active,"S1 Zulu, T"')
    expect(await database.read((tx) => tx.$count(audit, eq(audit.action, 'export')))).toBe(1)
  })
})
