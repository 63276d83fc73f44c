/** A desk with people, badges, rosters and everything that duty and lockup ask for, for tests. Week of Monday 2026-11-23. */
import { eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../../../shared/domain/access.ts'
import { displayNames, searchNameOf } from '../../../../../shared/domain/names.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import type { Database } from '../../../db/database.ts'
import { badge, division, member, memberPresence, qualificationGrant, qualificationType, rank, scheduleAssignment, statHoliday, weeklySchedule } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { createHistoryService } from '../../history/service.ts'
import { createLockupService } from '../../lockup/service.ts'
import { createPresenceService } from '../../presence/service.ts'
import { createProofs } from '../../proofs/service.ts'
import { createLiveDds } from '../live-dds.ts'
import { createDdsService } from '../service.ts'

export const door = 'front-door'

export interface Somebody {
  readonly id: string
  readonly name: string
  readonly serial: string | null
}

interface Options {
  readonly start?: string
  readonly database?: Database
  readonly clock?: FakeClock
}

/** Tuesday 24 November 2026, 07:30 in Winnipeg, unless it is said otherwise. */
export async function createDutyDesk({ start = '2026-11-24T13:30:00.000Z', database: given, clock: givenClock }: Options = {}) {
  const database = given ?? (await createTestDatabase())
  const clock = givenClock ?? createFakeClock(start)
  const hub = createHub<SentinelEvents>(silentLog)
  const events: [string, unknown][] = []
  hub.onAny((name, payload) => events.push([name, payload]))
  const unitTime = () => defaultUnitTime
  const proofs = createProofs({ database, clock, hub })
  const liveDds = createLiveDds({ database, clock, hub, log: silentLog, unitTime })
  await liveDds.refresh()
  const lockup = createLockupService({ database, clock, hub, unitTime, proofs })
  const dds = createDdsService({ database, clock, hub, log: silentLog, unitTime, proofs, liveDds })
  const presence = createPresenceService({ database, clock, hub, unitTime, enrolment: { take: async () => undefined }, witness: proofs, startOfDay: dds })
  const history = createHistoryService({ database, clock, hub, unitTime })
  const [ranks, types, divisions] = await database.read(async (tx) => [await tx.select().from(rank), await tx.select().from(qualificationType), await tx.select().from(division)] as const)

  let number = 100_000
  const desk = {
    database,
    clock,
    hub,
    events,
    proofs,
    liveDds,
    lockup,
    dds,
    presence,
    history,
    unitTime,
    kiosk: { kind: 'kiosk', id: 'kiosk', stationId: door, scopes: ['display', 'device'], person: null, level: 0, liveDds: false } satisfies Caller as Caller,
    /** The desk with this person signed in. */
    as: (person: Somebody, level: number = levels.basic): Caller => ({ kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['display', 'device'], person: { memberId: person.id, name: person.name }, level, liveDds: liveDds.is(person.id) }),

    async enlist(lastName: string, { rankCode = 'S1', qualifications = [] as string[], hasBadge = true, divisionCode = 'OPS', status = 'active', expiresAt = null as Date | null } = {}): Promise<Somebody> {
      const id = newId()
      const at = clock.now()
      number += 1
      const names = { lastName, firstName: 'Test' }
      const displayName = displayNames([{ id, rank: rankCode, ...names }]).get(id) ?? ''
      const serial = hasBadge ? `em4100:${id.slice(0, 8).toUpperCase()}` : null
      await database.transaction(async (tx) => {
        const rankId = ranks.find(({ code }) => code === rankCode)?.id ?? ''
        await tx.insert(member).values({ id, serviceNumber: `V${number}`, rankId, ...names, displayName, searchName: searchNameOf(names), divisionId: divisions.find(({ code }) => code === divisionCode)?.id ?? null, memberType: 'class_a', status, source: 'nominal_roll', createdAt: at, updatedAt: at })
        if (serial !== null) await tx.insert(badge).values({ id: newId(), serial, status: 'active', memberId: id, createdAt: at, updatedAt: at })
        for (const code of qualifications) await tx.insert(qualificationGrant).values({ id: newId(), memberId: id, typeId: types.find((type) => type.code === code)?.id ?? '', source: 'manual', grantedAt: at, grantedBy: 'Test', expiresAt })
      })
      return { id, name: displayName, serial }
    },
    scan: (person: Somebody, stationId = door) => presence.scan({ serial: person.serial ?? '', stationId, actor: { kind: 'device', id: 'reader', name: 'Reader' } }),
    /** In by badge, or by hand where there is none; then past the time in which a badge that is still at the reader counts once. */
    async arrive(...people: Somebody[]): Promise<void> {
      for (const person of people) {
        if (person.serial === null) await history.record({ memberId: person.id, entries: [{ direction: 'in', at: null }], reason: '' }, { kind: 'member', id: newId(), name: 'Desk', stationId: 'desk' })
        else await desk.scan(person)
        clock.advance(3000)
      }
    },
    isInside: async (person: Somebody): Promise<boolean> => (await database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.memberId, person.id))))[0]?.direction === 'in',
    /** Both badges held up at the door's reader. */
    async prove(caller: Caller, ...people: Somebody[]): Promise<void> {
      await proofs.awaitBadges({ memberIds: people.map(({ id }) => id), stationId: caller.stationId }, caller)
      for (const person of people) await desk.scan(person, caller.stationId)
    },
    /** The DDS of a week, by its Monday. */
    async roster(monday: string, person: Somebody, { published = true, confirmed = false, released = false } = {}): Promise<void> {
      const at = clock.now()
      const scheduleId = newId()
      await database.transaction(async (tx) => {
        await tx.insert(weeklySchedule).values({ id: scheduleId, roleCode: 'DDS', weekStart: monday, status: published ? 'published' : 'draft', createdBy: 'Test', publishedAt: published ? at : null, publishedBy: published ? 'Test' : null, createdAt: at, updatedAt: at })
        await tx.insert(scheduleAssignment).values({ id: newId(), scheduleId, memberId: person.id, status: released ? 'released' : confirmed ? 'confirmed' : 'assigned', releasedAt: released ? at : null, createdAt: at, updatedAt: at })
      })
    },
    holiday: (date: string, options: { isActive?: boolean; province?: string } = {}) => database.transaction((tx) => tx.insert(statHoliday).values({ id: newId(), date, name: 'Invented Day', ...options, createdAt: clock.now(), updatedAt: clock.now() })),
    /** Names of the events told since the last time. */
    told(): string[] {
      return events.splice(0).map(([name]) => name)
    },
    close: () => database.close(),
  }
  return desk
}

export type DutyDesk = Awaited<ReturnType<typeof createDutyDesk>>
