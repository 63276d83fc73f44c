/** The simulation on a real database (domain.md 4.24). */
import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { audit, badge, division, member, memberPresence, missedCheckout, movement, rank, revision } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import { systemActor } from '../audit/write.ts'
import { createPresenceService } from '../presence/service.ts'
import { planDay } from './plan.ts'
import { playScans, simulatedDevice, simulatedReader } from './play.ts'
import { readPeople } from './queries.ts'
import { defaultRates } from './rates.ts'
import { createSimulation, type SimulateRequest, type SimulationService } from './service.ts'

const unitTime = () => defaultUnitTime
const people = 40
/** Monday, 18:30 in the unit. */
const now = '2026-11-24T00:30:00.000Z'

let open: Database[] = []
afterEach(async () => {
  await Promise.all(open.map((database) => database.close()))
  open = []
})

interface Desk {
  readonly database: Database
  readonly clock: FakeClock
  readonly simulation: SimulationService
  readonly events: [string, unknown][]
  simulate(request?: Omit<SimulateRequest, 'actor'>): ReturnType<SimulationService['simulate']>
}

/** Two desks of this have the same people: the ids of their rows too. */
async function openDesk(): Promise<Desk> {
  const database = await createTestDatabase()
  open.push(database)
  const clock = createFakeClock(now)
  await database.transaction(async (tx) => {
    const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    const divisions = await tx.select().from(division)
    const divisionOf = (code: string) => divisions.find((row) => row.code === code)?.id ?? null
    const ids = Array.from({ length: people }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
    const at = clock.now()
    await tx.insert(member).values(
      ids.map((id, index) => ({
        id,
        serviceNumber: `V${String(100_000 + index)}`,
        rankId: s1?.id ?? '',
        firstName: 'Alex',
        lastName: `Person${index}`,
        displayName: `S1 Person${index}, A`,
        searchName: `person${index}`,
        divisionId: divisionOf(index % 4 === 0 ? 'BMQ' : 'DECK'),
        memberType: index % 4 === 1 ? 'class_b' : 'class_a',
        notes: index % 4 === 1 ? 'CHW' : null,
        // One may not come in, one is deployed, and one below holds a lost badge.
        status: index === 2 ? 'suspended' : index === 3 ? 'deployed' : 'active',
        source: 'nominal_roll' as const,
        createdAt: at,
        updatedAt: at,
      })),
    )
    await tx.insert(badge).values(ids.map((id, index) => ({ id, serial: `em4100:${String(index).padStart(8, '0')}`, status: index === 6 ? 'lost' : 'active', memberId: id, createdAt: at, updatedAt: at })))
  })
  const hub = createHub<SentinelEvents>(silentLog)
  const events: [string, unknown][] = []
  hub.onAny((name, payload) => events.push([name, payload]))
  const simulation = createSimulation({ database, clock, hub, unitTime })
  return { database, clock, simulation, events, simulate: (request = {}) => simulation.simulate({ ...request, actor: systemActor }) }
}

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const moves = (database: Database) => database.read((tx) => tx.select().from(movement).orderBy(asc(movement.seq)))

/** Everything a fill leaves, but for the moment in which somebody asked for it. */
async function hashOf(database: Database): Promise<string> {
  const tables = await database.read(async (tx) => ({
    moves: await tx.select().from(movement).orderBy(asc(movement.seq)),
    missed: await tx.select().from(missedCheckout).orderBy(asc(missedCheckout.id)),
    presence: await tx.select().from(memberPresence).orderBy(asc(memberPresence.memberId)),
    badges: await tx.select({ id: badge.id, lastUsedAt: badge.lastUsedAt }).from(badge).orderBy(asc(badge.id)),
    counts: await tx.select({ id: member.id, count: member.missedCheckoutCount, last: member.lastMissedCheckout }).from(member).orderBy(asc(member.id)),
    trail: await tx.select({ at: audit.at, action: audit.action, entityId: audit.entityId, details: audit.details }).from(audit).where(sql`${audit.action} like 'checkin%'`).orderBy(asc(audit.seq)),
  }))
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex')
}

async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(() => 'no refusal', (thrown: unknown) => thrown)
  return error instanceof Refusal ? error.code : error
}

describe('filling the past', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
  })

  test('the same seed on the same roll gives the same rows, in one go or in two; another seed gives others (4.24 ▶)', async () => {
    const [first, second] = [desk, await openDesk()]
    const result = await first.simulate({ days: 14, seed: 5 })
    await second.simulate({ range: { from: '2026-11-09', to: '2026-11-15' }, seed: 5 })
    await second.simulate({ range: { from: '2026-11-16', to: '2026-11-22' }, seed: 5 })
    expect(result).toMatchObject({ from: '2026-11-09', to: '2026-11-22', daysFilled: 14, daysTaken: 0, seed: 5 })
    expect(result.movements).toBeGreaterThan(200)
    expect(await hashOf(first.database)).toBe(await hashOf(second.database))
    const third = await openDesk()
    await third.simulate({ days: 14, seed: 6 })
    expect(await hashOf(third.database)).not.toBe(await hashOf(first.database))
  })

  test('leaves rows that a desk could have made: alternating, everybody out in the end, counts that agree', async () => {
    const { database, events } = desk
    const result = await desk.simulate({ days: 30, rates: { edgeCases: 60 } })
    const rows = await moves(database)
    expect(rows).toHaveLength(result.movements)
    expect(rows.filter(({ flagged }) => flagged)).toHaveLength(result.flagged)
    expect(result.late > 0 && result.early > 0 && result.flagged > 0).toBe(true)
    const last = new Map<string, (typeof rows)[number]>()
    for (const row of rows) {
      expect(row.direction).toBe(last.get(row.memberId)?.direction === 'in' ? 'out' : 'in')
      expect(row.at.getTime()).toBeGreaterThan(last.get(row.memberId)?.at.getTime() ?? 0)
      last.set(row.memberId, row)
    }
    expect([...last.values()].every(({ direction }) => direction === 'out')).toBe(true)
    const presence = await database.read((tx) => tx.select().from(memberPresence))
    expect(new Map(presence.map((row) => [row.memberId, row.movementId]))).toEqual(new Map([...last].map(([id, { id: movementId }]) => [id, movementId])))
    const lines = await database.read((tx) => tx.select().from(audit).where(sql`${audit.action} in ('checkin_scan', 'checkin_missed_checkout')`))
    expect(lines.map(({ entityId }) => entityId).sort()).toEqual(rows.map(({ id }) => id).sort())
    expect(events.filter(([name]) => name === 'dev.simulating')).toHaveLength(30)
    expect(events.at(-1)).toEqual(['presence.changed', { revision: (await database.read((tx) => tx.select().from(revision).where(eq(revision.topic, 'presence'))))[0]?.value }])
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'dev_tools_simulate')))).toMatchObject([{ details: { movements: result.movements, scenario: null } }])
  })

  test('who forgot is closed at 03:00 by the daily reset, under the day they came on, and it is counted (4.16 ▶)', async () => {
    const { database } = desk
    const result = await desk.simulate({ range: { from: '2026-11-10', to: '2026-11-10' }, rates: { edgeCases: 100 } })
    const closed = await database.read((tx) => tx.select().from(missedCheckout))
    expect(closed).toHaveLength(result.forgotten)
    expect(closed.length).toBeGreaterThan(3)
    for (const row of closed) {
      // A training night that ends at 03:00 of the next morning: 09:00 UTC in winter.
      expect(row).toMatchObject({ operationalDate: '2026-11-10', resolvedBy: 'daily_reset', forcedCheckoutAt: new Date('2026-11-11T09:00:00.000Z') })
      const [out] = await database.read((tx) => tx.select().from(movement).where(eq(movement.id, row.movementId ?? '')))
      expect(out).toMatchObject({ direction: 'out', method: 'system', badgeId: null, at: row.forcedCheckoutAt, stationId: 'system' })
      const [person] = await database.read((tx) => tx.select().from(member).where(eq(member.id, row.memberId)))
      expect(person).toMatchObject({ missedCheckoutCount: 1, lastMissedCheckout: row.forcedCheckoutAt })
    }
  })

  test('nobody comes whom the door would not let in without a word: suspended, deployed, badge lost', async () => {
    await desk.simulate({ days: 30, rates: { reserveTrainingNight: 100 } })
    const there = new Set((await moves(desk.database)).map(({ memberId }) => memberId))
    expect([2, 3, 6].map((index) => there.has(idOf(index)))).toEqual([false, false, false])
    expect(there.size).toBe(people - 3)
  })

  test('days that hold movements are left as they are, and the pre-check says so', async () => {
    await desk.simulate({ range: { from: '2026-11-16', to: '2026-11-18' } })
    const before = await moves(desk.database)
    expect(await desk.simulation.precheck({ days: 7 })).toEqual({ from: '2026-11-16', to: '2026-11-22', days: 7, daysTaken: 3, movementsThere: before.length, people: { fts: 10, ftsEdt: 0, reserve: 17, reserveEdt: 0, bmqStudent: 10 } })
    const present = await desk.database.read((tx) => tx.select().from(memberPresence).orderBy(asc(memberPresence.memberId)))
    // Earlier days are put before what is there: who is where now stays as it is.
    const earlier = await desk.simulate({ range: { from: '2026-11-09', to: '2026-11-18' } })
    expect(earlier).toMatchObject({ daysFilled: 7, daysTaken: 3 })
    const rows = await moves(desk.database)
    expect(rows.slice(0, before.length)).toEqual(before)
    expect(rows.some(({ flagReason }) => flagReason === 'clock_set_back')).toBe(false)
    const known = new Set(present.map(({ memberId }) => memberId))
    expect((await desk.database.read((tx) => tx.select().from(memberPresence).orderBy(asc(memberPresence.memberId)))).filter(({ memberId }) => known.has(memberId))).toEqual(present)
  })

  test('whoever is inside since before is not moved by it', async () => {
    const presence = createPresenceService({ database: desk.database, clock: desk.clock, hub: createHub<SentinelEvents>(silentLog), unitTime, enrolment: { take: async () => undefined } })
    desk.clock.set(new Date('2026-11-10T15:00:00Z'))
    await presence.scan({ serial: 'em4100:00000001', stationId: 'front-door', actor: systemActor })
    desk.clock.set(new Date(now))
    await desk.simulate({ days: 7 })
    expect((await moves(desk.database)).filter(({ memberId }) => memberId === idOf(1))).toHaveLength(1)
    expect(await desk.database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.memberId, idOf(1))))).toMatchObject([{ direction: 'in' }])
  })

  test('only days of the past, 365 at most, and one simulation at a time', async () => {
    expect(await refusalOf(desk.simulate({ range: { from: '2026-11-20', to: '2026-11-23' } }))).toBe('simulation_range')
    expect(await refusalOf(desk.simulate({ range: { from: '2026-11-20', to: '2026-11-19' } }))).toBe('simulation_range')
    expect(await refusalOf(desk.simulate({ range: { from: '2025-11-19', to: '2026-11-20' } }))).toBe('simulation_range')
    const first = desk.simulate({ days: 2 })
    expect(await refusalOf(desk.simulate({ days: 2 }))).toBe('simulation_running')
    await first
    expect(await refusalOf(desk.simulate({ days: 3 }))).toBe('no refusal')
  })
})

test('played at once or scanned one by one at the door, a day leaves the same rows (4.24: the same rules)', async () => {
  const [atOnce, atTheDoor] = [await openDesk(), await openDesk()]
  const roll = await atOnce.database.read(readPeople)
  const plan = planDay({ date: '2026-11-24', seed: 3, unitTime: defaultUnitTime, rates: { ...defaultRates, edgeCases: 50 }, people: roll, stations: ['front-door', 'rear-door'] })
  const acts = plan.acts.map((act) => ({ ...act, flagged: false }))
  expect(acts.length).toBeGreaterThan(30)
  await atOnce.database.transaction((tx) => playScans(tx, acts, { people: new Map(roll.map((person) => [person.memberId, person])), last: new Map() }, plan.date))

  const { database, clock } = atTheDoor
  const presence = createPresenceService({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime, enrolment: { take: async () => undefined } })
  const serials = new Map((await database.read((tx) => tx.select().from(badge))).map((row) => [row.memberId, row.serial]))
  for (const { memberId, at, stationId, scanId } of acts) {
    clock.set(at)
    await presence.scan({ serial: serials.get(memberId) ?? '', stationId, scanId, reader: simulatedReader, actor: simulatedDevice })
  }

  // Ids of rows are the door's own; everything hangs together by the scan.
  const rowsOf = (of: Database) =>
    of.read(async (tx) => {
      const movements = await tx.select().from(movement).orderBy(asc(movement.seq))
      const scanOf = new Map(movements.map(({ id, scanId }) => [id, scanId]))
      return {
        movements: movements.map(({ id: _id, ...row }) => row),
        presence: (await tx.select().from(memberPresence).orderBy(asc(memberPresence.memberId))).map(({ movementId, ...row }) => ({ ...row, scan: scanOf.get(movementId) })),
        badges: await tx.select({ id: badge.id, lastUsedAt: badge.lastUsedAt }).from(badge).orderBy(asc(badge.id)),
        trail: (await tx.select().from(audit).orderBy(asc(audit.seq))).map(({ entityId, ...row }) => ({ ...row, scan: scanOf.get(entityId ?? '') })),
      }
    })
  expect(await rowsOf(atOnce.database)).toEqual(await rowsOf(database))
})

describe('scenarios', () => {
  test('busy-day brings everybody in, empty sends everybody home, in order and without a flag', async () => {
    const desk = await openDesk()
    expect(await desk.simulate({ scenario: 'busy-day' })).toMatchObject({ movements: people - 3, daysFilled: 0 })
    const inside = () => desk.database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.direction, 'in')))
    expect(await inside()).toHaveLength(people - 3)
    expect(await desk.simulate({ scenario: 'busy-day' })).toMatchObject({ movements: 0 })
    desk.clock.advance(60_000)
    expect(await desk.simulate({ scenario: 'empty' })).toMatchObject({ movements: people - 3 })
    expect(await inside()).toEqual([])
    for (const { at, flagged } of await moves(desk.database)) {
      expect(at <= desk.clock.now()).toBe(true)
      expect(flagged).toBe(false)
    }
  })

  test('realistic-week and edge-cases take the newest week that is free, again and again', async () => {
    const desk = await openDesk()
    expect(await desk.simulate({ scenario: 'realistic-week' })).toMatchObject({ from: '2026-11-16', to: '2026-11-22', daysTaken: 0 })
    const odd = await desk.simulate({ scenario: 'edge-cases' })
    expect(odd).toMatchObject({ to: '2026-11-15', daysTaken: 0 })
    expect(odd.late + odd.early + odd.forgotten).toBeGreaterThan(10)
    const ordinary = (await desk.database.read((tx) => tx.select().from(missedCheckout))).length
    expect(ordinary).toBeGreaterThan(0)
  })
})

test('members are backdated, so that nobody counts as new (4.24); who joined earlier stays', async () => {
  const desk = await openDesk()
  const early = '2020-01-01'
  await desk.database.transaction(async (tx) => {
    await tx.update(member).set({ joinedOn: '2026-11-20' })
    await tx.update(member).set({ joinedOn: early }).where(eq(member.id, idOf(0)))
  })
  expect(await desk.simulation.backdateMembers(60, systemActor)).toBe(people - 1)
  const rows = await desk.database.read((tx) => tx.select().from(member).orderBy(asc(member.id)))
  expect(rows[0]?.joinedOn).toBe(early)
  expect(rows[1]?.joinedOn).toBe('2026-09-24')
})
