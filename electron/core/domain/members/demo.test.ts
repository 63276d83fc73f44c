import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoMembers, demoSpareBadges, demoUnknownBadge } from '../../../../resources/seed/demo-unit.ts'
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import type { Database } from '../../db/database.ts'
import { audit, badge, member, memberPresence, movement, refusedScan, revision } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { demoDay } from './demo-day.ts'
import { fillDemoUnit } from './demo.ts'

describe('the invented unit', () => {
  test('has about 150 people, no two with one number, name or badge', () => {
    expect(demoMembers.length).toBeGreaterThan(140)
    const badges = [...demoMembers.map((person) => person.badge), ...demoSpareBadges.map(({ serial }) => serial), demoUnknownBadge]
    expect(new Set(badges).size).toBe(badges.length)
    for (const serial of badges) expect([serial, canonicalSerial(serial)]).toEqual([serial, serial])
    expect(new Set(demoMembers.map(({ serviceNumber }) => serviceNumber)).size).toBe(demoMembers.length)
    expect(new Set(demoMembers.map(({ lastName, firstName }) => `${lastName}|${firstName}`)).size).toBe(demoMembers.length)
    for (const { firstName, lastName } of demoMembers) expect(firstName !== '' && lastName !== '').toBe(true)
  })

  test('shows what a screen must bear: civilians, an inactive, a suspended and a deployed member, an expired contract, long names', () => {
    const having = (check: (person: (typeof demoMembers)[number]) => boolean): number => demoMembers.filter(check).length
    expect(having(({ source }) => source === 'civilian_manual')).toBe(6)
    expect(having(({ status }) => status === 'inactive')).toBe(1)
    expect(having(({ status }) => status === 'suspended')).toBe(1)
    expect(having(({ status }) => status === 'deployed')).toBe(1)
    expect(having(({ contractEndsIn }) => contractEndsIn !== null && contractEndsIn < 0)).toBe(1)
    expect(having(({ lastName }) => lastName.length > 20)).toBeGreaterThan(1)
    expect(having(({ lastName }) => /[À-ž]/.test(lastName))).toBeGreaterThan(20)
  })
})

describe('filling', () => {
  let database: Database
  const clock = createFakeClock('2026-11-24T01:15:00.000Z')
  beforeEach(async () => {
    database = await createTestDatabase()
  })
  afterEach(() => database.close())

  test('puts 47 people inside since earlier today, in agreement with their movements', async () => {
    expect(await fillDemoUnit({ database, clock })).toBe(true)
    const now = clock.now()
    const { members, badges, moves, inside, refused } = await database.read(async (tx) => ({
      members: await tx.select().from(member),
      badges: await tx.select().from(badge),
      moves: await tx.select().from(movement).orderBy(asc(movement.seq)),
      inside: await tx.select().from(memberPresence),
      refused: await tx.select().from(refusedScan),
    }))
    expect(members).toHaveLength(demoMembers.length)
    expect(badges).toHaveLength(demoMembers.length + demoSpareBadges.length)
    expect(inside.filter(({ direction }) => direction === 'in')).toHaveLength(47)

    // Every person's movements alternate from in, the order of recording is that of time, and the state is the last of them.
    const last = new Map<string, (typeof moves)[number]>()
    let before = new Date('2026-11-23T09:00:00Z')
    for (const move of moves) {
      expect(move.direction).toBe(last.get(move.memberId)?.direction === 'in' ? 'out' : 'in')
      expect(move.at.getTime()).toBeGreaterThanOrEqual(before.getTime())
      expect(move.at.getTime()).toBeLessThan(now.getTime())
      before = move.at
      last.set(move.memberId, move)
    }
    expect(new Map(inside.map((row) => [row.memberId, [row.movementId, row.direction, row.at]]))).toEqual(new Map([...last].map(([id, move]) => [id, [move.id, move.direction, move.at]])))
    expect(refused.map(({ outcome }) => outcome).sort()).toEqual(['member_not_allowed', 'unknown_badge'])
    expect(await database.read(readUnitProfile)).toMatchObject({ name: 'HMCS Example', zone: 'America/Winnipeg' })
    expect(await database.read((tx) => tx.select().from(revision).where(eq(revision.topic, 'presence')))).toEqual([{ topic: 'presence', value: 1 }])
    expect(await database.read((tx) => tx.select().from(audit))).toMatchObject([{ action: 'demo_fill' }])
  })

  test('never touches a roll that has anybody on it', async () => {
    await fillDemoUnit({ database, clock })
    await database.transaction((tx) => tx.update(member).set({ lastName: 'Changed' }).where(eq(member.status, 'suspended')))
    const before = await database.read((tx) => tx.select().from(member).orderBy(member.id))
    expect(await fillDemoUnit({ database, clock })).toBe(false)
    expect(await database.read((tx) => tx.select().from(member).orderBy(member.id))).toEqual(before)
  })
})

test.each([0, 1, 5000, 3_600_000, 80_000_000])('%i ms into the day nothing lies before it, in the future or out of order', (into) => {
  const start = new Date('2026-11-23T09:00:00Z')
  const now = new Date(start.getTime() + into)
  const moves = demoDay(
    Array.from({ length: 140 }, (_, index) => String(index)),
    start,
    now,
  )
  expect(moves.length).toBe(into < 2 ? 0 : 67)
  for (const { at } of moves) expect(at >= start && at <= now).toBe(true)
})
