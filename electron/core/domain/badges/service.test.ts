import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import { audit, badge, division, member, rank } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub, type Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { createBadgesService, type BadgesService } from './service.ts'

let database: Database
let clock: FakeClock
let hub: Hub<SentinelEvents>
let badges: BadgesService
let events: string[]

const actor: Actor = { kind: 'device', id: 'desk', name: 'desk front-door' }
const serial = 'em4100:0059C217'

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-23T18:00:00.000Z')
  hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.on('badges.enrolmentChanged', ({ state, enrolment, reason }) => events.push(`${state} ${enrolment.displayName}${reason === null ? '' : ` ${reason}`}`))
  hub.on('members.changed', () => events.push('members.changed'))
  badges = createBadgesService({ database, clock, hub, log: silentLog })
})
afterEach(() => database.close())

async function enlist(lastName: string, status = 'active'): Promise<string> {
  const id = newId()
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [rankRow] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    const [divisionRow] = await tx.select().from(division).where(eq(division.code, 'DECK'))
    const name = { lastName, firstName: 'Alex', displayName: `S1 ${lastName}, A`, searchName: lastName.toLowerCase() }
    const columns = { rankId: rankRow?.id ?? '', divisionId: divisionRow?.id ?? null, memberType: 'class_a', source: 'nominal_roll' } as const
    await tx.insert(member).values({ ...columns, ...name, id, serviceNumber: `V${id.slice(0, 8)}`, status, createdAt: at, updatedAt: at })
  })
  return id
}
async function addBadge(text: string, memberId: string | null = null, status = 'active'): Promise<void> {
  const at = clock.now()
  await database.transaction((tx) => tx.insert(badge).values({ id: newId(), serial: text, status, memberId, createdAt: at, updatedAt: at }))
}
const allBadges = () => database.read((tx) => tx.select({ serial: badge.serial, memberId: badge.memberId, status: badge.status }).from(badge).orderBy(asc(badge.serial)))
const audits = () => database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))
const refusalOf = async (act: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}
/** A scan as the presence service does it: take inside the transaction, afterCommit after it. */
async function scan(text: string, stationId = 'front-door'): Promise<string | undefined> {
  const taken = await database.transaction((tx) => badges.take(tx, { serial: text, stationId, at: clock.now(), actor }))
  taken?.afterCommit()
  return taken?.person.displayName
}
const start = (memberId: string, stationId: string | null = null) => badges.startEnrolment({ memberId, stationId }, actor)

describe('giving a badge by its number (domain.md 4.5)', () => {
  test('a new badge is made, in its canonical form, and audited without the whole serial', async () => {
    const memberId = await enlist('Roy')
    expect(await badges.enrol({ memberId, serial: ' EM4100:0059c217 ' }, actor)).toMatchObject({ memberId, displayName: 'S1 Roy, A', serialTail: 'C217' })
    expect(await allBadges()).toEqual([{ serial, memberId, status: 'active' }])
    const [entry, ...others] = await audits()
    expect(entry).toMatchObject({ action: 'badge_assign', entityType: 'badge', actorId: 'desk', details: { memberId, serialTail: 'C217', created: true } })
    expect(others).toEqual([])
    expect(JSON.stringify(entry)).not.toContain('0059C217')
    expect(events).toEqual(['members.changed'])
  })

  test('an unassigned badge is taken over', async () => {
    await addBadge(serial)
    const memberId = await enlist('Roy')
    await badges.enrol({ memberId, serial }, actor)
    expect(await allBadges()).toEqual([{ serial, memberId, status: 'active' }])
  })

  test('every refusal leaves things as they are', async () => {
    const [roy, cote, gone] = [await enlist('Roy'), await enlist('Côté'), await enlist('Gone', 'archived')]
    await addBadge('em4100:00000001', cote)
    await addBadge('em4100:00000002', null, 'lost')
    await addBadge('em4100:00000003', null, 'decommissioned')
    const before = await allBadges()
    const enrol = (memberId: string, text: string) => refusalOf(badges.enrol({ memberId, serial: text }, actor))
    expect(await enrol(roy, '?')).toEqual(['serial_invalid', undefined])
    expect(await enrol(roy, 'em4100:00000000')).toEqual(['serial_invalid', undefined])
    expect(await enrol(newId(), serial)).toEqual(['member_unknown', undefined])
    expect(await enrol(gone, serial)).toEqual(['member_archived', { name: 'S1 Gone, A' }])
    expect(await enrol(cote, serial)).toEqual(['member_has_badge', { name: 'S1 Côté, A' }])
    expect(await enrol(roy, 'em4100:00000001')).toEqual(['badge_taken', { name: 'S1 Côté, A' }])
    expect(await enrol(roy, 'em4100:00000002')).toEqual(['badge_not_usable', { status: 'lost' }])
    expect(await enrol(roy, 'em4100:00000003')).toEqual(['badge_not_usable', { status: 'decommissioned' }])
    expect(await allBadges()).toEqual(before)
    expect(await audits()).toEqual([])
    expect(events).toEqual([])
  })

  test('one badge for two people at once: one gets it, the other is told whose it is', async () => {
    const [roy, cote] = [await enlist('Roy'), await enlist('Côté')]
    const answers = await Promise.all([roy, cote].map((memberId) => refusalOf(badges.enrol({ memberId, serial }, actor))))
    expect(answers).toEqual(['no refusal', ['badge_taken', { name: 'S1 Roy, A' }]])
  })
})

describe('giving a badge by a scan (domain.md 4.5)', () => {
  test('the next unknown badge becomes the member’s, told after the commit', async () => {
    const memberId = await enlist('Roy')
    const enrolment = await start(memberId)
    expect(enrolment).toEqual({ memberId, displayName: 'S1 Roy, A', stationId: null, expiresAt: '2026-11-23T18:01:00.000Z' })
    expect(badges.current()).toEqual(enrolment)
    expect(await scan(serial)).toBe('S1 Roy, A')
    expect(await allBadges()).toEqual([{ serial, memberId, status: 'active' }])
    expect(badges.current()).toBeUndefined()
    expect(events).toEqual(['waiting S1 Roy, A', 'enrolled S1 Roy, A', 'members.changed'])
    expect(await audits()).toMatchObject([{ action: 'badge_assign', details: { memberId, by: 'scan', stationId: 'front-door' } }])
    clock.advance(120_000)
    expect(events).toHaveLength(3)
  })

  test('an unassigned active badge is taken over; the person comes with division', async () => {
    await addBadge(serial)
    const memberId = await enlist('Roy')
    await start(memberId)
    const taken = await database.transaction((tx) => badges.take(tx, { serial, stationId: 'x', at: clock.now(), actor }))
    expect(taken?.person).toEqual({ id: memberId, rank: 'S1', firstName: 'Alex', lastName: 'Roy', displayName: 'S1 Roy, A', division: { code: 'DECK', name: 'Deck' } })
  })

  test('nobody’s scan is swallowed: a badge that is somebody’s, or not active, is left alone', async () => {
    await addBadge('em4100:00000001', await enlist('Côté'))
    await addBadge('em4100:00000002', null, 'lost')
    await start(await enlist('Roy'))
    const before = await allBadges()
    expect(await scan('em4100:00000001')).toBeUndefined()
    expect(await scan('em4100:00000002')).toBeUndefined()
    expect(await allBadges()).toEqual(before)
    expect(badges.current()).toBeDefined()
  })

  test('where a station is named, scans at others pass by, and leave no badge behind', async () => {
    await start(await enlist('Roy'), 'rear-door')
    expect(await scan(serial, 'front-door')).toBeUndefined()
    expect(await allBadges()).toEqual([])
    expect(await scan(serial, 'rear-door')).toBe('S1 Roy, A')
  })

  test('after a minute nobody waits any more', async () => {
    await start(await enlist('Roy'))
    clock.advance(59_999)
    expect(badges.current()).toBeDefined()
    clock.advance(1)
    expect(badges.current()).toBeUndefined()
    expect(await scan(serial)).toBeUndefined()
    expect(events).toEqual(['waiting S1 Roy, A', 'expired S1 Roy, A'])
  })

  test('setting the wall clock changes nothing about the minute', async () => {
    await start(await enlist('Roy'))
    clock.set(new Date('2026-11-24T18:00:00Z'))
    expect(await scan(serial)).toBe('S1 Roy, A')
  })

  test('a newer enrolment replaces the one that waits, and has its own minute', async () => {
    const [roy, cote] = [await enlist('Roy'), await enlist('Côté')]
    await start(roy)
    clock.advance(40_000)
    await start(cote)
    clock.advance(40_000)
    expect(await scan(serial)).toBe('S1 Côté, A')
    expect(events).toEqual(['waiting S1 Roy, A', 'cancelled S1 Roy, A replaced', 'waiting S1 Côté, A', 'enrolled S1 Côté, A', 'members.changed'])
  })

  test('cancelled is cancelled, and nobody waits twice for the word', async () => {
    await start(await enlist('Roy'))
    badges.cancelEnrolment()
    badges.cancelEnrolment()
    expect(await scan(serial)).toBeUndefined()
    expect(events).toEqual(['waiting S1 Roy, A', 'cancelled S1 Roy, A'])
  })

  test('who cannot be given a badge is refused at once', async () => {
    const holder = await enlist('Côté')
    await addBadge(serial, holder)
    expect(await refusalOf(start(holder))).toEqual(['member_has_badge', { name: 'S1 Côté, A' }])
    expect(await refusalOf(start(newId()))).toEqual(['member_unknown', undefined])
    expect(await refusalOf(start(await enlist('Gone', 'archived')))).toEqual(['member_archived', { name: 'S1 Gone, A' }])
    expect(badges.current()).toBeUndefined()
  })

  test('two scans race for one enrolment: exactly one wins, the other leaves nothing', async () => {
    const memberId = await enlist('Roy')
    await start(memberId)
    const winners = await Promise.all(['em4100:0000AAA1', 'em4100:0000AAA2', 'em4100:0000AAA3'].map((text) => scan(text)))
    expect(winners.filter((winner) => winner !== undefined)).toEqual(['S1 Roy, A'])
    expect(await allBadges()).toMatchObject([{ memberId }])
    expect(events.filter((event) => event.startsWith('enrolled'))).toHaveLength(1)
  })

  test('both decided before either is told: the second finds the badge given', async () => {
    const memberId = await enlist('Roy')
    await start(memberId)
    const take = (text: string) => database.transaction((tx) => badges.take(tx, { serial: text, stationId: 'front-door', at: clock.now(), actor }))
    const first = await take('em4100:0000AAA1')
    expect(await take('em4100:0000AAA2')).toBeUndefined()
    first?.afterCommit()
    expect(await allBadges()).toMatchObject([{ serial: 'em4100:0000AAA1', memberId }])
  })

  test('a scan that fails after the badge was given changes nothing: the desk still waits', async () => {
    await start(await enlist('Roy'))
    const failing = database.transaction(async (tx) => {
      await badges.take(tx, { serial, stationId: 'front-door', at: clock.now(), actor })
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await allBadges()).toEqual([])
    expect(events).toEqual(['waiting S1 Roy, A'])
    expect(await scan(serial)).toBe('S1 Roy, A')
  })

  test('a badge given by number meanwhile ends the waiting', async () => {
    const memberId = await enlist('Roy')
    await start(memberId)
    await badges.enrol({ memberId, serial }, actor)
    expect(badges.current()).toBeUndefined()
    expect(events).toEqual(['waiting S1 Roy, A', 'members.changed', 'cancelled S1 Roy, A member_has_badge'])
  })

  test.each([
    ['member_in', 'front-door', 'refused S1 Roy, A badge_taken'],
    ['duplicate', 'front-door', 'refused S1 Roy, A badge_taken'],
    ['inactive_badge', 'front-door', 'refused S1 Roy, A badge_not_usable'],
    ['unassigned_badge', 'front-door', 'refused S1 Roy, A badge_not_usable'],
    ['member_in', 'rear-door', undefined],
  ] as const)('the desk that waits at a door hears why nothing came of a scan: %s at %s', async (outcome, stationId, told) => {
    await start(await enlist('Roy'), 'front-door')
    events.length = 0
    const fields = { scanId: newId(), message: '', person: null, direction: null, at: clock.now().toISOString(), stationName: '', serialTail: 'C217', notes: [], contractEnd: null, messages: [], options: [], prompt: null, nextDuties: [], movementId: null }
    hub.emit('presence.scanned', { ...fields, outcome, stationId })
    expect(events).toEqual(told === undefined ? [] : [told])
    expect(badges.current()).toBeDefined()
  })
})

test('the simulator is offered held badges and two of those that sign nobody in, each of another kind, no more than asked', async () => {
  await addBadge('em4100:00000001', await enlist('Roy'))
  await addBadge('em4100:00000002', await enlist('Abel'))
  await addBadge('em4100:00000003')
  await addBadge('em4100:00000004', null, 'lost')
  await addBadge('em4100:00000005')
  expect(await badges.listForSimulation(12)).toEqual([
    { serial: 'em4100:00000002', label: 'S1 Abel, A' },
    { serial: 'em4100:00000001', label: 'S1 Roy, A' },
    { serial: 'em4100:00000003', label: 'Unassigned badge' },
    { serial: 'em4100:00000004', label: 'Badge marked lost' },
  ])
  expect(await badges.listForSimulation(3)).toHaveLength(3)
})
