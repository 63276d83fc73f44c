/** Fills an empty roll with an invented unit, so that a first look shows a living building. */
import { count, eq, sql } from 'drizzle-orm'
import { demoMembers, demoSpareBadges, demoStations, demoUnitName, demoUnknownBadge } from '../../../../resources/seed/demo-unit.ts'
import { levels } from '../../../../shared/domain/access.ts'
import { displayNames, searchNameOf } from '../../../../shared/domain/names.ts'
import { defaultUnitTime, operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import type { Database, Tx } from '../../db/database.ts'
import { account, badge, division, member, memberPresence, movement, rank, refusedScan, station } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import { writeUnitProfile } from '../settings/unit-profile.ts'
import { demoDay, type DemoMove } from './demo-day.ts'

const day = 24 * 60 * 60_000

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  /** Plays the days before today (simulation); absent = the unit's record begins today. */
  readonly fillPast?: ((tx: Tx, past: { today: string; days: number; unitTime: UnitTime }) => Promise<void>) | undefined
  /** Plans who has which duty (schedule); absent = nobody has any. */
  readonly fillDuties?: ((tx: Tx, now: { today: string; at: Date; unitTime: UnitTime }) => Promise<void>) | undefined
  /** Says from when to when the unit trains (training); absent = no training year is kept. */
  readonly fillTraining?: ((tx: Tx, now: { today: string; at: Date }) => Promise<void>) | undefined
  /** Takes the duty of today and opens the building (dds); absent = it is secured. */
  readonly duty?: { opener(tx: Tx, day: DemoNow): Promise<string | null>; take(tx: Tx, day: DemoNow): Promise<void> } | undefined
}
interface DemoNow {
  readonly at: Date
  readonly unitTime: UnitTime
}

/** How far back the record of the invented unit goes. */
const pastDays = 60

/**
 * One act: members with badges, two doors, today's movements before the clock's now, and who is inside. Does nothing when
 * anybody is on the roll already. @returns whether it filled the roll
 */
export async function fillDemoUnit({ database, clock, fillPast, fillDuties, fillTraining, duty }: Dependencies): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [onRoll] = await tx.select({ members: count() }).from(member)
    if ((onRoll?.members ?? 0) > 0) return false
    const now = clock.now()
    await writeUnitProfile(tx, { name: demoUnitName, ...defaultUnitTime }, now)
    await tx.insert(station).values(demoStations.map((entry) => ({ ...entry, createdAt: now }))).onConflictDoNothing()
    const people = await addPeople(tx, now)
    const today = operationalDate(now, defaultUnitTime)
    await fillPast?.(tx, { today, days: pastDays, unitTime: defaultUnitTime })
    await fillDuties?.(tx, { today, at: now, unitTime: defaultUnitTime })
    await fillTraining?.(tx, { today, at: now })
    const { start } = operationalDayWindow(today, defaultUnitTime)
    const moment: DemoNow = { at: now, unitTime: defaultUnitTime }
    const opener = (await duty?.opener(tx, moment)) ?? null
    const active = people.filter(({ status }) => status === 'active').map(({ id }) => id)
    // Whoever stands first on the list comes early and stays.
    await addMoves(tx, demoDay(opener === null ? active : [opener, ...active.filter((id) => id !== opener)], start, now), people)
    await duty?.take(tx, moment)
    await addRefusedScans(tx, people, start, now)
    await bumpPresenceRevision(tx)
    await writeAudit(tx, { at: now, actor: systemActor, action: 'demo_fill', entityType: 'roll', entityId: null, details: { members: people.length } })
    return true
  })
}

type Person = Awaited<ReturnType<typeof addPeople>>[number]

async function addPeople(tx: Tx, now: Date) {
  const rankIds = new Map((await tx.select().from(rank)).map(({ code, id }) => [code, id]))
  const divisionIds = new Map((await tx.select().from(division)).map(({ code, id }) => [code, id]))
  const people = demoMembers.map((entry) => ({ ...entry, id: newId(), badgeId: newId() }))
  const names = displayNames(people)
  // So that nobody counts as new (domain.md 4.24).
  const joined = new Date(now.getTime() - pastDays * day)
  await tx.insert(member).values(
    people.map(({ id, rank: code, division: divisionCode, badge: _badge, badgeId: _badgeId, contractEndsIn, ...columns }) => {
      const rankId = rankIds.get(code)
      if (rankId === undefined) throw new Error(`the rank ${code} is not in the database`)
      const contractEnd = contractEndsIn === null ? null : operationalDate(new Date(now.getTime() + contractEndsIn * day), defaultUnitTime)
      return { ...columns, id, rankId, divisionId: divisionIds.get(divisionCode) ?? null, contractEnd, displayName: names.get(id) ?? columns.lastName, searchName: searchNameOf(columns), joinedOn: operationalDate(joined, defaultUnitTime), createdAt: joined, updatedAt: now }
    }),
  )
  const held = people.map(({ badgeId, badge: serial, id }) => ({ id: badgeId, serial, status: 'active' as const, memberId: id }))
  const spare = demoSpareBadges.map((entry) => ({ ...entry, id: newId(), memberId: null }))
  await tx.insert(badge).values([...held, ...spare].map((entry) => ({ ...entry, createdAt: now, updatedAt: now })))
  // Somebody of each level to sign in as; none has a PIN, so that only a development build lets them in (dev.signInAs).
  const staff = people.filter(({ status }) => status === 'active')
  const rights = [levels.developer, levels.admin, levels.command, levels.lockup, levels.quartermaster].flatMap((level, index) => (staff[index] === undefined ? [] : [{ memberId: staff[index].id, level }]))
  await tx.insert(account).values(rights.map((row) => ({ ...row, createdAt: now, updatedAt: now })))
  return people
}

async function addMoves(tx: Tx, moves: readonly DemoMove[], people: readonly Person[]): Promise<void> {
  const badgeIds = new Map(people.map(({ id, badgeId }) => [id, badgeId]))
  const rows = moves.map(({ memberId, direction, at, stationId }) => ({
    id: newId(),
    memberId,
    badgeId: badgeIds.get(memberId) ?? null,
    direction,
    at,
    recordedAt: at,
    stationId,
    reader: 'Simulated reader',
    method: 'badge' as const,
    scanId: newId(),
  }))
  if (rows.length === 0) return
  await tx.insert(movement).values(rows)
  // In the order of time, so the last one of a person is their present state.
  const latest = new Map(rows.map((row) => [row.memberId, row]))
  await tx
    .insert(memberPresence)
    .values([...latest.values()].map(({ id, memberId, direction, at, recordedAt, stationId }) => ({ memberId, direction, at, recordedAt, movementId: id, stationId })))
    // Those who came on a day before have a state already.
    .onConflictDoUpdate({ target: memberPresence.memberId, set: { direction: sql`excluded.direction`, at: sql`excluded.at`, recordedAt: sql`excluded.recorded_at`, movementId: sql`excluded.movement_id`, stationId: sql`excluded.station_id` } })
  for (const { badgeId, at } of latest.values()) if (badgeId !== null) await tx.update(badge).set({ lastUsedAt: at }).where(eq(badge.id, badgeId))
}

/** An unknown card, and the one who is suspended: both were told to see the duty desk. */
async function addRefusedScans(tx: Tx, people: readonly Person[], start: Date, now: Date): Promise<void> {
  const suspended = people.find(({ status }) => status === 'suspended')
  const at = (share: number): Date => new Date(start.getTime() + Math.floor((now.getTime() - start.getTime()) * share))
  const shared = { stationId: 'front-door', reader: 'Simulated reader' }
  await tx.insert(refusedScan).values([
    { id: newId(), at: at(0.8), outcome: 'unknown_badge', serial: demoUnknownBadge, badgeId: null, memberId: null, scanId: newId(), ...shared },
    { id: newId(), at: at(0.95), outcome: 'member_not_allowed', serial: suspended?.badge ?? '', badgeId: suspended?.badgeId ?? null, memberId: suspended?.id ?? null, scanId: newId(), ...shared },
  ])
}
