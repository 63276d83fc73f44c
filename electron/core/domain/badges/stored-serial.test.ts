import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { shortenedSerial } from '../../../../shared/domain/badge-serial.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { alert, badge, member, rank, refusedScan } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { readCredential } from '../accounts/queries.ts'
import { scanAlerts } from '../alerts/scan-alerts.ts'
import type { Actor } from '../audit/write.ts'
import { createPicture } from '../offline/picture.ts'
import { createPresenceService, type PresenceService } from '../presence/service.ts'
import { createInventory } from './inventory.ts'
import { createBadgesService, type BadgesService } from './service.ts'
import { readStoredSerial } from './stored-serial.ts'

let database: Database
let clock: FakeClock
let badges: BadgesService
let presence: PresenceService

const actor: Actor = { kind: 'device', id: 'desk', name: 'desk front-door' }
const whole = 'em4100:0059C217'
const short = 'w26:59C217'
/** Another card whose low 24 bits are the same. */
const twin = 'em4100:7759C217'

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  badges = createBadgesService({ database, clock, hub, log: silentLog })
  presence = createPresenceService({ database, clock, hub, unitTime: () => defaultUnitTime, enrolment: badges, watcher: scanAlerts })
})
afterEach(() => database.close())

async function enlist(lastName: string): Promise<string> {
  const id = newId()
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [row] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    await tx.insert(member).values({ id, serviceNumber: `V${id.slice(-8)}`, rankId: row?.id ?? '', firstName: 'Alex', lastName, displayName: `S1 ${lastName}, A`, searchName: lastName.toLowerCase(), memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
  })
  return id
}
async function scan(serial: string): Promise<string> {
  clock.advance(60_000)
  const { outcome, person } = await presence.scan({ serial, stationId: 'front-door', actor })
  return `${outcome} ${person?.displayName ?? 'nobody'}`
}
const allSerials = async (): Promise<string[]> => (await database.read((tx) => tx.select({ serial: badge.serial }).from(badge))).map(({ serial }) => serial)

describe('one card, whole at one reader and shortened at another (hardware.md 3.1)', () => {
  test.each([
    { enrolled: whole, other: short },
    { enrolled: short, other: whole },
  ])('enrolled as $enrolled it is the same person’s as $other', async ({ enrolled, other }) => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: enrolled }, actor)
    expect([await scan(enrolled), await scan(other), await scan(enrolled)]).toEqual(['member_in S1 Tremblay, A', 'member_out S1 Tremblay, A', 'member_in S1 Tremblay, A'])
  })

  test('a shortened number that two badges share moves nobody, and the desk is told why', async () => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: whole }, actor)
    await badges.enrol({ memberId: await enlist('Roy'), serial: twin }, actor)
    expect([await scan(short), await scan(whole), await scan(twin)]).toEqual(['shared_number nobody', 'member_in S1 Tremblay, A', 'member_in S1 Roy, A'])
    expect(await database.read((tx) => tx.select({ outcome: refusedScan.outcome, serial: refusedScan.serial, badgeId: refusedScan.badgeId }).from(refusedScan))).toEqual([{ outcome: 'shared_number', serial: short, badgeId: null }])
    expect(await database.read((tx) => tx.select({ type: alert.type, details: alert.details }).from(alert))).toEqual([{ type: 'badge_unknown', details: { name: null, serialTail: 'C217', station: 'Front door', isShared: true } }])
  })

  test('it is nobody’s proof at the desk either', async () => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: whole }, actor)
    const credential = (serial: string) => database.read((tx) => readCredential(tx, { serial }, clock.now()))
    expect(await credential(short)).toMatchObject({ displayName: 'S1 Tremblay, A' })
    await badges.enrol({ memberId: await enlist('Roy'), serial: twin }, actor)
    expect(await credential(short)).toBeUndefined()
  })

  test('what somebody has is given to nobody else under its other number', async () => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: whole }, actor)
    const other = await enlist('Roy')
    await expect(badges.enrol({ memberId: other, serial: short }, actor)).rejects.toMatchObject({ code: 'badge_taken', details: { name: 'S1 Tremblay, A' } })
    await badges.startEnrolment({ memberId: other, stationId: null }, actor)
    expect(await scan(short)).toBe('member_in S1 Tremblay, A')
    expect(await allSerials()).toEqual([whole])
  })

  test('a number that several share is made a badge by nobody: neither by number, nor by scan, nor for the pool', async () => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: whole }, actor)
    await badges.enrol({ memberId: await enlist('Roy'), serial: twin }, actor)
    const other = await enlist('Gagnon')
    await expect(badges.enrol({ memberId: other, serial: short }, actor)).rejects.toMatchObject({ code: 'number_shared' })
    await badges.startEnrolment({ memberId: other, stationId: 'front-door' }, actor)
    expect(await scan(short)).toBe('shared_number nobody')
    const inventory = createInventory({ database, clock, hub: createHub<SentinelEvents>(silentLog), unitTime: () => defaultUnitTime })
    await expect(inventory.addToPool({ kind: 'visitor', badges: [{ serial: short, label: 'V-1' }] }, actor)).rejects.toMatchObject({ code: 'number_shared' })
    await expect(inventory.bySerial(short)).rejects.toMatchObject({ code: 'number_shared' })
    expect((await allSerials()).toSorted()).toEqual([whole, twin])
  })

  test('a station on its own knows the card by both numbers, and greets nobody for a shared one', async () => {
    await badges.enrol({ memberId: await enlist('Tremblay'), serial: whole }, actor)
    const picture = createPicture({ folder: null, log: silentLog, unitTime: () => defaultUnitTime })
    const names = () => [whole, short, twin].map((serial) => picture.personOf(serial)?.displayName ?? null)
    await database.read((tx) => picture.refresh(tx, clock.now()))
    expect(names()).toEqual(['S1 Tremblay, A', 'S1 Tremblay, A', null])
    const kept = { serial: short, stationId: 'front-door', at: clock.now().toISOString() }
    picture.note({ ...kept, predicted: picture.foretell(short, 'front-door', clock.now()).predicted })
    expect(picture.foretell(whole, 'rear-door', new Date(clock.now().getTime() + 60_000)).predicted).toMatchObject({ outcome: 'kept_out' })
    await badges.enrol({ memberId: await enlist('Roy'), serial: twin }, actor)
    await database.read((tx) => picture.refresh(tx, clock.now()))
    expect(names()).toEqual(['S1 Tremblay, A', null, 'S1 Roy, A'])
  })

  test('whatever is on file, a number is never taken for a badge that it is not a number of', async () => {
    const byte = fc.constantFrom('00', '77', 'A1')
    const serialOf = fc.oneof(fc.tuple(byte, byte).map(([high, low]) => `em4100:${high}59C2${low}`), byte.map((low) => `w26:59C2${low}`), byte.map((low) => `iso14443:0059C2${low}`))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(serialOf, { maxLength: 8 }), serialOf, async (onFile, read) => {
        const at = clock.now()
        const stored = await database
          .transaction(async (tx) => {
            await tx.delete(badge)
            if (onFile.length > 0) await tx.insert(badge).values(onFile.map((serial) => ({ id: newId(), serial, status: 'active', createdAt: at, updatedAt: at })))
            return readStoredSerial(tx, read)
          })
        const meant = onFile.filter((serial) => serial === read || (shortenedSerial(read) !== undefined && shortenedSerial(serial) === shortenedSerial(read) && [serial, read].includes(shortenedSerial(read) ?? '')))
        expect(stored).toBe(onFile.includes(read) ? read : meant.length > 1 ? null : (meant[0] ?? read))
      }),
      { numRuns: 60 },
    )
  })
})
