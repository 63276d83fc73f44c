/** A desk with an invented unit, its rosters and its calendar, for tests. Monday 2026-11-23 is this week. */
import { asc, eq } from 'drizzle-orm'
import { parse, type BaseIssue, type BaseSchema } from 'valibot'
import { calendar as calendarContract } from '../../../../../shared/contract/calendar.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { schedule as contract } from '../../../../../shared/contract/schedule.ts'
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { audit, liveDuty, member, memberPresence, movement, qualificationGrant, qualificationType, rank, station } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { createCalendarService } from '../../calendar/service.ts'
import { createScheduleService } from '../service.ts'

export const planner: Actor = { kind: 'member', id: '00000000-0000-4000-8000-00000000000b', name: 'LCdr Planner, A', stationId: 'desk' }

/** Code and details of the refusal that `act` ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

export type DutyDesk = Awaited<ReturnType<typeof openDutyDesk>>

export async function openDutyDesk(now = '2026-11-23T18:00:00.000Z') {
  const database = await createTestDatabase()
  const clock = createFakeClock(now)
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name) => events.push(name))
  const schedule = createScheduleService({ database, clock, hub, unitTime: () => defaultUnitTime })
  const calendar = createCalendarService({ database, clock, hub })
  const { roles } = await schedule.roles()
  const ranks = new Map((await database.read((tx) => tx.select().from(rank))).map(({ code, id }) => [code, id]))
  const types = new Map((await database.read((tx) => tx.select().from(qualificationType))).map(({ code, id }) => [code, id]))
  /** An input as it would come over the wire, with its defaults. */
  const asked = <O>(call: { readonly input: BaseSchema<unknown, O, BaseIssue<unknown>> }, input: unknown): O => parse(call.input, input)
  let number = 100_000

  const desk = {
    database,
    clock,
    hub,
    events,
    schedule,
    calendar,
    contract,
    calendarContract,
    asked,
    /** The id of a watch seat. */
    seat: (code: string): string => roles.flatMap(({ positions }) => positions).find((position) => position.code === code)?.id ?? '',

    async enlist(lastName: string, { qualified = [], rankCode = 'PO2', ...values }: { qualified?: readonly string[]; rankCode?: string } & Partial<typeof member.$inferInsert> = {}): Promise<string> {
      const id = newId()
      const at = clock.now()
      number += 1
      await database.transaction(async (tx) => {
        const name = { lastName, firstName: 'Test', displayName: `${rankCode} ${lastName}, T`, searchName: `${foldText(lastName)} test` }
        await tx.insert(member).values({ id, serviceNumber: `V${number}`, rankId: ranks.get(rankCode) ?? '', memberType: 'class_a', status: 'active', source: 'nominal_roll', ...name, createdAt: at, updatedAt: at, ...values })
        for (const code of qualified) await tx.insert(qualificationGrant).values({ id: newId(), memberId: id, typeId: types.get(code) ?? '', source: 'manual', grantedAt: at, grantedBy: 'test' })
      })
      return id
    },
    async expire(memberId: string, expiresAt: string): Promise<void> {
      await database.transaction((tx) => tx.update(qualificationGrant).set({ expiresAt: new Date(expiresAt) }).where(eq(qualificationGrant.memberId, memberId)))
    },
    async setStatus(memberId: string, status: string): Promise<void> {
      await database.transaction((tx) => tx.update(member).set({ status }).where(eq(member.id, memberId)))
    },
    async comeIn(memberId: string): Promise<void> {
      const at = clock.now()
      const movementId = newId()
      await database.transaction(async (tx) => {
        await tx.insert(station).values({ id: 'front-door', name: 'Front door', createdAt: at }).onConflictDoNothing()
        await tx.insert(movement).values({ id: movementId, memberId, direction: 'in', at, recordedAt: at, stationId: 'front-door', method: 'badge' })
        await tx.insert(memberPresence).values({ memberId, direction: 'in', at, recordedAt: at, movementId, stationId: 'front-door' })
      })
    },
    async fillLive(memberId: string, positionId: string): Promise<void> {
      await database.transaction((tx) => tx.insert(liveDuty).values({ id: newId(), memberId, positionId, startedAt: clock.now(), startedBy: 'test' }))
    },

    create: (role: 'DDS' | 'DUTY_WATCH', date: string) => schedule.createRoster({ role, date, notes: null }, planner).then(({ scheduleId }) => scheduleId),
    assign: (scheduleId: string, seat: string | null, memberId: string) => schedule.assign({ scheduleId, positionId: seat === null ? null : desk.seat(seat), memberId, notes: null }, planner),
    publish: (scheduleId: string) => schedule.publish({ scheduleId, acceptMissing: true }, planner),
    async week(date = '2026-11-23') {
      const { weeks } = await schedule.weeks({ date, count: 1 })
      const [week] = weeks
      if (week === undefined) throw new Error('no week')
      return week
    },
    async roster(role: 'DDS' | 'DUTY_WATCH', date = '2026-11-23') {
      const roster = (await desk.week(date)).rosters.find((entry) => entry.role === role)
      if (roster === undefined) throw new Error(`no roster of ${role}`)
      return roster
    },
    trail: async (action: string): Promise<{ actorName: string; entityId: string | null; details: unknown }[]> => database.read((tx) => tx.select({ actorName: audit.actorName, entityId: audit.entityId, details: audit.details }).from(audit).where(eq(audit.action, action)).orderBy(asc(audit.seq))),
    event: (fields: object) => calendar.createEvent(asked(calendarContract.createEvent, { title: 'Parade', typeId: null, eventDate: '2026-11-25', startTime: null, endTime: null, location: null, organizer: null, ...fields }), planner).then(({ eventId }) => eventId),
    close: () => database.close(),
  }
  return desk
}
