import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { audit, badge, division, member, memberPresence, movement, rank, refusedScan } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { systemActor } from '../audit/write.ts'
import { createPresenceService, type PresenceService } from './service.ts'

let database: Database
let clock: FakeClock
let presence: PresenceService
let events: [string, unknown][]

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T00:30:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.onAny((name, payload) => events.push([name, payload]))
  presence = createPresenceService({ database, clock, hub, unitTime: () => defaultUnitTime, enrolment: { take: async () => undefined } })
})
afterEach(() => database.close())

/** A member of the roll with a badge; answers the badge's serial. */
async function enlist(lastName: string, options: { rank?: string; division?: string | null; status?: string; contractEnd?: string } = {}): Promise<{ id: string; serial: string }> {
  const id = newId()
  const serial = `em4100:${id.slice(0, 8).toUpperCase()}`
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [rankRow] = await tx.select().from(rank).where(eq(rank.code, options.rank ?? 'S1'))
    const code = options.division === undefined ? 'DECK' : options.division
    const [divisionRow] = code === null ? [] : await tx.select().from(division).where(eq(division.code, code))
    await tx.insert(member).values({
      id,
      serviceNumber: `V${id.slice(0, 6)}`,
      rankId: rankRow?.id ?? '',
      firstName: 'Alex',
      lastName,
      displayName: `${options.rank ?? 'S1'} ${lastName}, A`,
      searchName: lastName.toLowerCase(),
      divisionId: divisionRow?.id ?? null,
      memberType: 'class_a',
      status: options.status ?? 'active',
      source: 'nominal_roll',
      contractEnd: options.contractEnd ?? null,
      createdAt: at,
      updatedAt: at,
    })
    await tx.insert(badge).values({ id: newId(), serial, status: 'active', memberId: id, createdAt: at, updatedAt: at })
  })
  return { id, serial }
}

const scan = (serial: string, stationId = 'front-door', scanId?: string) => presence.scan({ serial, stationId, scanId, reader: 'Front', actor: systemActor })
const movements = () => database.read((tx) => tx.select().from(movement).orderBy(movement.seq))

test('an arrival carries what the member is rostered for next; whoever goes is told nothing, and a roster that cannot be read takes nothing from the arrival (screens.md 1.5)', async () => {
  const roster = { nextDuties: async () => [{ role: 'DDS', date: '2026-12-07' }] }
  const withRoster = createPresenceService({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime: () => defaultUnitTime, enrolment: { take: async () => undefined }, roster })
  const [roy, kim] = [await enlist('Roy'), await enlist('Kim')]
  const held = ({ serial }: { serial: string }) => withRoster.scan({ serial, stationId: 'front-door', actor: systemActor })
  expect(await held(roy)).toMatchObject({ outcome: 'member_in', nextDuties: [{ role: 'DDS', date: '2026-12-07' }] })
  clock.advance(3000)
  expect(await held(roy)).toMatchObject({ outcome: 'member_out', nextDuties: [] })
  roster.nextDuties = () => Promise.reject(new Error('locked'))
  expect(await held(kim)).toMatchObject({ outcome: 'member_in', nextDuties: [] })
})

test('while the readers of a station are tested its badges move nobody, and at another they do (screens.md 5.1)', async () => {
  const tested = createPresenceService({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime: () => defaultUnitTime, enrolment: { take: async () => undefined }, isTesting: (stationId) => stationId === 'front-door' })
  const { serial } = await enlist('Roy')
  expect(await tested.scan({ serial, stationId: 'front-door', actor: systemActor })).toMatchObject({ outcome: 'reader_test', person: null, movementId: null })
  expect(await movements()).toEqual([])
  expect(await tested.scan({ serial, stationId: 'rear-door', actor: systemActor })).toMatchObject({ outcome: 'member_in' })
})

describe('a scan is one act (domain.md 4.1 ▶)', () => {
  test('it writes the movement, the present state, the badge’s last use and the audit line, then tells everyone', async () => {
    const { id, serial } = await enlist('Kowalczyk')
    const outcome = await scan(serial)
    expect(outcome).toMatchObject({ outcome: 'member_in', direction: 'in', stationName: 'Front door', person: { id, lastName: 'Kowalczyk', rank: 'S1', division: { code: 'DECK' } }, at: '2026-11-24T00:30:00.000Z' })

    const [row] = await movements()
    expect(row).toMatchObject({ memberId: id, direction: 'in', method: 'badge', reader: 'Front', scanId: outcome.scanId, flagged: false })
    const rest = await database.read(async (tx) => ({
      state: await tx.select().from(memberPresence),
      badges: await tx.select().from(badge).where(eq(badge.serial, serial)),
      lines: await tx.select().from(audit).where(eq(audit.action, 'checkin_scan')),
    }))
    expect(rest.state).toMatchObject([{ memberId: id, direction: 'in', movementId: row?.id }])
    expect(rest.badges).toMatchObject([{ lastUsedAt: clock.now() }])
    expect(rest.lines).toMatchObject([{ entityId: row?.id, actorKind: 'system', details: { outcome: 'member_in', memberId: id } }])
    expect(JSON.stringify(rest.lines)).not.toContain(serial)
    expect(events.map(([name]) => name)).toEqual(['presence.scanned', 'presence.changed'])
  })

  test('an act that fails leaves nothing behind and tells nobody', async () => {
    const { serial } = await enlist('Kowalczyk')
    await database.transaction((tx) => tx.execute(sql`alter table audit add constraint broken check (action <> 'checkin_scan') not valid`))
    await expect(scan(serial)).rejects.toThrow(/audit/)
    expect(await movements()).toEqual([])
    expect((await presence.now()).people).toEqual([])
    expect(events).toEqual([])
  })

  test('odd characters are refused before the database is touched (scenario 19)', async () => {
    await expect(scan('')).rejects.toMatchObject({ code: 'serial_invalid' })
    await expect(scan('\u0000\u0001')).rejects.toMatchObject({ code: 'serial_invalid' })
  })

  test('a refused scan moves nobody, and is kept for the desk', async () => {
    const suspended = await enlist('Roy', { status: 'suspended' })
    const lost = await enlist('Côté')
    await database.transaction((tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.serial, lost.serial)))
    expect(await scan('DEADBEEF')).toMatchObject({ outcome: 'unknown_badge', person: null, serialTail: 'BEEF' })
    expect(await scan(suspended.serial)).toMatchObject({ outcome: 'member_not_allowed', person: { id: suspended.id } })
    expect(await scan(lost.serial), 'a lost badge must not name its owner to the finder').toMatchObject({ outcome: 'inactive_badge', person: null })

    expect(await movements()).toEqual([])
    const kept = await database.read((tx) => tx.select().from(refusedScan))
    expect(kept.map((row) => row.outcome).sort()).toEqual(['inactive_badge', 'member_not_allowed', 'unknown_badge'])
    const { items, today } = await presence.activity(10)
    expect(today).toBe(0)
    expect(items).toHaveLength(3)
    expect(items.find((item) => item.outcome === 'inactive_badge')?.person).toMatchObject({ lastName: 'Côté' })
  })

  test('the same scan id again answers the same and writes nothing (trust.md F2b)', async () => {
    const { serial } = await enlist('Singh')
    const scanId = newId()
    const first = await scan(serial, 'front-door', scanId)
    clock.advance(60_000)
    expect(await scan(serial, 'front-door', scanId)).toMatchObject({ outcome: 'member_in', at: first.at, movementId: first.movementId })
    expect(await movements()).toHaveLength(1)
    const unknown = newId()
    await scan('DEADBEEF', 'front-door', unknown)
    await scan('DEADBEEF', 'front-door', unknown)
    expect(await database.read((tx) => tx.select().from(refusedScan))).toHaveLength(1)
  })

  test('a station that nobody has named yet loses no scan', async () => {
    const { serial } = await enlist('Leduc')
    expect(await scan(serial, 'drill_deck')).toMatchObject({ outcome: 'member_in', stationName: 'Drill deck' })
  })
})

describe('two doors at the same instant', () => {
  test('ten scans of one badge at once are one movement and nine duplicates', async () => {
    const { serial } = await enlist('Friesen')
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => scan(serial, index % 2 === 0 ? 'front-door' : 'rear-door')))
    expect(answers.map((answer) => answer.outcome).sort()).toEqual([...Array.from({ length: 9 }, () => 'duplicate'), 'member_in'])
    expect(new Set(answers.map((answer) => answer.at)).size).toBe(1)
    expect(await movements()).toHaveLength(1)
  })

  test('1,000 random scans from several stations alternate in and out for every person, and the present state agrees', { timeout: 120_000 }, async () => {
    const people = [await enlist('A'), await enlist('B'), await enlist('C', { division: null }), await enlist('D', { status: 'inactive' })]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(people.length - 1), station: fc.constantFrom('front-door', 'rear-door', 'desk'), pause: fc.oneof(fc.nat(1500), fc.integer({ min: 2000, max: 90_000 }), fc.integer({ min: -7_200_000, max: -1 })) }), { minLength: 250, maxLength: 250 }),
        async (steps) => {
          for (let index = 0; index < steps.length; index += 5) {
            await Promise.all(
              steps.slice(index, index + 5).map(({ who, station, pause }) => {
                if (pause < 0) clock.set(new Date(clock.now().getTime() + pause))
                else clock.advance(pause)
                return scan(people[who]?.serial ?? '', station)
              }),
            )
          }
          const rows = await movements()
          const inside = new Set((await presence.now()).people.map((person) => person.id))
          for (const { id } of people) {
            const own = rows.filter((row) => row.memberId === id)
            own.forEach((row, index) => expect(row.direction).toBe(index % 2 === 0 ? 'in' : 'out'))
            own.slice(1).forEach((row, index) => expect(row.at.getTime()).toBeGreaterThan(own[index]?.at.getTime() ?? 0))
            expect(inside.has(id)).toBe(own.at(-1)?.direction === 'in')
          }
        },
      ),
      { numRuns: 4 },
    )
    expect((await movements()).length).toBeGreaterThan(300)
  })
})

describe('who is inside (domain.md 4.3 ▶)', () => {
  test('whoever’s latest movement is in: without a division, inactive or deployed, nobody is lost', async () => {
    for (const { serial } of [await enlist('Nobody', { division: null }), await enlist('Gone', { status: 'inactive' }), await enlist('Away', { status: 'deployed' }), await enlist('Captain', { rank: 'LCdr', division: 'CMD' })]) await scan(serial)
    const snapshot = await presence.now()
    expect(snapshot.people.map((person) => person.lastName)).toEqual(['Captain', 'Away', 'Gone', 'Nobody'])
    expect(snapshot.counts).toMatchObject({ members: 4, onRoll: 4 })
    expect(snapshot.counts.byDivision).toContainEqual({ code: 'DECK', name: 'Deck', present: 2, onRoll: 2 })
    expect(snapshot.operationalDate).toBe('2026-11-23')
  })

  test('the revision grows by one a movement, and no other scan moves it', async () => {
    const { serial } = await enlist('Singh')
    const { revision } = await presence.now()
    await scan(serial)
    await scan(serial)
    await scan('DEADBEEF')
    expect((await presence.now()).revision).toBe(revision + 1)
    expect(events.filter(([name]) => name === 'presence.changed')).toEqual([['presence.changed', { revision: revision + 1 }]])
  })

  test('activity begins anew at 03:00, newest first (domain.md 4.3)', async () => {
    const { serial } = await enlist('Singh')
    await scan(serial)
    clock.set(new Date('2026-11-24T08:59:00Z'))
    await scan(serial)
    expect((await presence.activity(10)).items.map((item) => item.kind)).toEqual(['out', 'in'])
    clock.set(new Date('2026-11-24T09:00:00Z'))
    expect(await presence.activity(10)).toEqual({ items: [], today: 0 })
  })
})

describe('the audit trail (domain.md 4.23 ▶)', () => {
  test('can only grow, whoever asks', async () => {
    const { serial } = await enlist('Singh')
    await scan(serial)
    for (const statement of [sql`delete from audit`, sql`update audit set action = 'x'`, sql`truncate audit`]) {
      await expect(database.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: expect.objectContaining({ message: expect.stringContaining('append-only') }) })
    }
  })
})
