/** A desk with its training and its attendance, for tests. */
import { and, eq } from 'drizzle-orm'
import { parse, type BaseIssue, type BaseSchema } from 'valibot'
import { attendance as attendanceCalls } from '../../../../../shared/contract/attendance.ts'
import type { SentinelEvents } from '../../../../../shared/contract/index.ts'
import { training as trainingCalls } from '../../../../../shared/contract/training.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { defaultReportSettings, type ReportGroup, type ReportSettings } from '../../../../../shared/domain/report-settings.ts'
import { audit, division, member, movement, rank, statHoliday, station } from '../../../db/schema/index.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { createHub } from '../../../kit/hub.ts'
import { newId } from '../../../kit/id.ts'
import { silentLog } from '../../../kit/log.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { Actor } from '../../audit/write.ts'
import { putDocument } from '../../settings/document.ts'
import { reportDocuments } from '../../settings/report-settings.ts'
import { createTrainingService } from '../../training/service.ts'
import { createAttendanceService } from '../service.ts'

export const admin: Actor = { kind: 'admin', id: '00000000-0000-4000-8000-00000000000a', name: 'PO1 Boss, A', stationId: 'desk' }

/** Code and details of the refusal that `act` ends with. */
export async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}

/** A moment on Winnipeg's wall, as `2026-11-24 19:00`, in winter; `-05:00` behind it says that it is summer. */
export const wall = (text: string, offset = '-06:00'): Date => new Date(`${text.replace(' ', 'T')}:00${offset}`)

export interface Move {
  readonly memberId: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly voided?: boolean
}

type Known<I> = { readonly input: BaseSchema<unknown, I, BaseIssue<unknown>> }

export type AttendanceDesk = Awaited<ReturnType<typeof openAttendanceDesk>>

/** It stands at Thursday, 26 November 2026, noon. */
export async function openAttendanceDesk() {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-26T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  const events: string[] = []
  hub.onAny((name) => events.push(name))
  const training = createTrainingService({ database, clock, hub })
  const attendance = createAttendanceService({ database, clock, unitTime: () => defaultUnitTime })
  await database.transaction((tx) => tx.insert(station).values({ id: 'desk', name: 'Desk', createdAt: clock.now() }).onConflictDoNothing())
  /** An input as it would come over the wire, with its defaults. */
  const asked = <O>(call: Known<O>, input: unknown): O => parse(call.input, input)
  const record = (moves: readonly Move[]) =>
    database.transaction(async (tx) => {
      if (moves.length > 0) await tx.insert(movement).values(moves.map((move) => ({ id: newId(), stationId: 'desk', method: 'badge' as const, recordedAt: move.at, ...move })))
    })

  return {
    database,
    clock,
    events,
    training,
    attendance,
    trainingCalls,
    asked,
    record,
    /** In and out by the wall's clock; null = never signed out. */
    stay: (memberId: string, from: string, to: string | null) => record([{ memberId, direction: 'in', at: wall(from) }, ...(to === null ? [] : [{ memberId, direction: 'out' as const, at: wall(to) }])]),
    async enlist(lastName: string, { type = 'class_a', divisionCode = 'OPS', rankCode = 'S1', ...columns }: Partial<typeof member.$inferInsert> & { type?: string; divisionCode?: string; rankCode?: string } = {}): Promise<string> {
      const id = newId()
      const at = clock.now()
      await database.transaction(async (tx) => {
        const [held] = await tx.select().from(rank).where(and(eq(rank.code, rankCode), eq(rank.isActive, true)))
        const [of] = await tx.select().from(division).where(eq(division.code, divisionCode))
        await tx.insert(member).values({ id, serviceNumber: `V${id.slice(24)}`, rankId: held?.id ?? '', divisionId: of?.id ?? null, lastName, firstName: 'Test', displayName: `${rankCode} ${lastName}, T`, searchName: `${lastName.toLowerCase()} test`, memberType: type, status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at, ...columns })
      })
      return id
    },
    year: (fields: object = {}): Promise<string> => training.createYear(asked(trainingCalls.createYear, { name: '2026–2027', startDate: '2026-09-01', endDate: '2027-05-31', isCurrent: true, ...fields }), admin).then(({ yearId }) => yearId),
    course: (fields: object = {}): Promise<string> => training.createCourse(asked(trainingCalls.createCourse, { name: 'BMQ 1', startDate: '2026-10-03', endDate: '2026-12-13', trainingDays: [6, 7], startTime: '08:00', endTime: '16:00', ...fields }), admin).then(({ courseId }) => courseId),
    holiday: (date: string, name: string) => database.transaction((tx) => tx.insert(statHoliday).values({ id: newId(), date, name, createdAt: clock.now(), updatedAt: clock.now() })),
    setReports: <G extends ReportGroup>(group: G, values: Partial<ReportSettings[G]>) => database.transaction((tx) => putDocument(tx, { ...reportDocuments[group], value: { ...defaultReportSettings[group], ...values }, at: clock.now() })),
    unit: (input: object = {}) => attendance.unit(asked(attendanceCalls.unit, { period: { kind: 'current_year' }, ...input })),
    explain: (memberId: string, period: object = { kind: 'current_year' }) => attendance.explain(asked(attendanceCalls.explain, { memberId, period })),
    trail: (action: string) => database.read((tx) => tx.select({ details: audit.details }).from(audit).where(eq(audit.action, action)).orderBy(audit.seq)),
    close: () => database.close(),
  }
}
