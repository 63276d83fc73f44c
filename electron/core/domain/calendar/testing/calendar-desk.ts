/** A desk with its calendar, for tests. */
import { asc, eq } from 'drizzle-orm'
import { parse, type BaseIssue, type BaseSchema } from 'valibot'
import { calendar as contract } from '../../../../../shared/contract/calendar.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import type { Province } from '../../../../../shared/domain/unit.ts'
import { audit, member, rank } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { putDocument } from '../../settings/document.ts'
import { readUnit, unitDocument } from '../../settings/unit-profile.ts'
import { createCalendarService } from '../service.ts'

export const admin: Actor = { kind: 'admin', id: '00000000-0000-4000-8000-00000000000a', name: 'PO1 Boss, A', stationId: 'desk' }

/** Code and details of the refusal that `act` ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

export type CalendarDesk = Awaited<ReturnType<typeof openCalendarDesk>>

export async function openCalendarDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name) => events.push(name))
  const calendar = createCalendarService({ database, clock, hub })
  /** An input as it would come over the wire, with its defaults. */
  const asked = <O>(call: { readonly input: BaseSchema<unknown, O, BaseIssue<unknown>> }, input: unknown): O => parse(call.input, input)
  return {
    database,
    clock,
    events,
    calendar,
    contract,
    asked,
    setProvince: async (province: Province | null): Promise<void> => {
      await database.transaction(async (tx) => putDocument(tx, { ...unitDocument, value: { ...(await readUnit(tx)).unit, province }, at: clock.now() }))
    },
    async enlist(lastName: string): Promise<string> {
      const id = newId()
      const at = clock.now()
      await database.transaction(async (tx) => {
        const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
        await tx.insert(member).values({ id, serviceNumber: `V${id.slice(0, 8)}`, rankId: s1?.id ?? '', lastName, firstName: 'Test', displayName: `S1 ${lastName}, T`, searchName: `${lastName.toLowerCase()} test`, memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
      })
      return id
    },
    typeId: async (name: string): Promise<string> => (await calendar.eventTypes()).types.find((type) => type.name === name)?.id ?? '',
    create: (fields: object = {}): Promise<string> => calendar.createEvent(asked(contract.createEvent, { title: 'Open house', typeId: null, eventDate: '2026-12-05', startTime: null, endTime: null, location: null, organizer: null, ...fields }), admin).then(({ eventId }) => eventId),
    trail: (action: string): Promise<{ details: unknown }[]> => database.read((tx) => tx.select({ details: audit.details }).from(audit).where(eq(audit.action, action)).orderBy(asc(audit.seq))),
    close: () => database.close(),
  }
}
