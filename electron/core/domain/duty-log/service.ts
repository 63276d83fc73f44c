/** The duty log: ticks, calls, rounds, temperatures, notes; an entry is never rewritten (domain.md 4.12.6 ▶, W-9, W-18). */
import { and, eq } from 'drizzle-orm'
import type { dutyLog } from '../../../../shared/contract/duty-log.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { checklistTick, dutyLogEntry } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type Actor } from '../audit/write.ts'
import { checklistOf } from './checklist.ts'
import { readPage, updatePage } from './page.ts'
import { foldEntries, lockEntry, readEntries, readTicks, readTimesOfDay, searchEntries } from './queries.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}
type NewEntry = InputOf<typeof dutyLog.add>
type LogRow = typeof dutyLogEntry.$inferInsert

export type DutyLogService = ReturnType<typeof createDutyLogService>

export function createDutyLogService({ database, clock, hub, unitTime }: Dependencies) {
  const today = (): string => operationalDate(clock.now(), unitTime())

  /** One act on the log of a day; windows hear of it after the commit. */
  async function act<T>(run: (tx: Tx, at: Date) => Promise<{ date: string; value: T }>): Promise<T> {
    const { date, value } = await database.transaction((tx) => run(tx, clock.now()))
    hub.emit('dutyLog.changed', { date })
    return value
  }

  async function write(tx: Tx, row: Omit<LogRow, 'id' | 'actorId' | 'actorName'>, actor: Actor, action: AuditAction): Promise<string> {
    const id = newId()
    await tx.insert(dutyLogEntry).values({ id, ...row, actorId: actor.id, actorName: actor.name })
    await writeAudit(tx, { at: row.recordedAt, actor, action, entityType: 'duty_log_entry', entityId: id, details: { kind: row.kind, text: row.text, ...(row.replacesId !== undefined && { replacesId: row.replacesId, reason: row.replaceReason }) } })
    return id
  }

  /** When it counts and on which day: since yesterday began, and not before it has happened. */
  function placed(given: string | null | undefined, now: Date): { at: Date; operationalDate: string } {
    const at = given == null ? now : new Date(given)
    const yesterday = operationalDate(new Date(operationalDayWindow(today(), unitTime()).start.getTime() - 1), unitTime())
    if (at.getTime() > now.getTime() || at.getTime() < operationalDayWindow(yesterday, unitTime()).start.getTime()) throw refuse('log_time_out_of_reach')
    return { at, operationalDate: operationalDate(at, unitTime()) }
  }

  function checked({ kind, text, details }: Pick<NewEntry, 'kind' | 'text' | 'details'>) {
    if (kind === 'phone_call' && (details.caller ?? '') === '') throw refuse('caller_needed')
    if (kind === 'temperature' && details.degrees === undefined) throw refuse('temperature_needed')
    return { kind, text, details }
  }

  /** Locks the entry that is to be replaced, for its writer, an administrator or the DDS. */
  async function lockOwn(tx: Tx, entryId: string, caller: Caller) {
    const entry = await lockEntry(tx, entryId)
    if (entry === undefined || entry.kind === 'checklist' || entry.kind === 'responsibility') throw refuse('log_entry_unknown')
    if (entry.isReplaced) throw refuse('log_entry_replaced')
    if (caller.level < levels.admin && !caller.liveDds && caller.person?.memberId !== entry.actorId) throw refuse('log_entry_not_yours')
    return entry
  }

  return {
    page: () => database.read(readPage),

    async updatePage({ page, basedOn }: InputOf<typeof dutyLog.updatePage>, actor: Actor): Promise<{ version: number }> {
      return { version: await act(async (tx, at) => ({ date: today(), value: await updatePage(tx, page, basedOn, at, actor) })) }
    },

    async day(given: string | null): Promise<OutputOf<typeof dutyLog.day>> {
      const date = given ?? today()
      return database.read(async (tx) => {
        const { page } = await readPage(tx)
        const isToday = date === today()
        const blocks = checklistOf({ page, date, times: await readTimesOfDay(tx, date), ticks: await readTicks(tx, date) })
        const items = blocks.flatMap((block) => block.items)
        return { date, isToday, blocks, done: items.filter(({ ticked }) => ticked !== null).length, total: items.length, entries: foldEntries(await readEntries(tx, date)) }
      })
    },

    tick: ({ key, remark, degrees }: InputOf<typeof dutyLog.tick>, caller: Caller): Promise<void> =>
      act(async (tx, at) => {
        const actor = actorOf(caller)
        const date = operationalDate(at, unitTime())
        const { page } = await readPage(tx)
        const blocks = checklistOf({ page, date, times: await readTimesOfDay(tx, date), ticks: [] })
        const block = blocks.find(({ items }) => items.some((one) => one.key === key))
        const item = block?.items.find((one) => one.key === key)
        if (block === undefined || item === undefined) throw refuse('checklist_item_unknown')
        if (item.asksTemperature && degrees === null) throw refuse('temperature_needed')
        const entryId = newId()
        const details = degrees === null ? {} : { degrees }
        const added = await tx
          .insert(checklistTick)
          .values({ id: newId(), operationalDate: date, itemKey: key, itemText: item.text, blockLabel: block.heading, tickedAt: at, tickedBy: actor.id, tickedByName: actor.name, remark: remark === '' ? null : remark, details: { ...details, entryId } })
          .onConflictDoNothing()
          .returning({ id: checklistTick.id })
        if (added.length === 0) throw refuse('checklist_item_ticked')
        await tx.insert(dutyLogEntry).values({ id: entryId, operationalDate: date, at, recordedAt: at, kind: 'checklist', text: remark === '' ? item.text : `${item.text} – ${remark}`, details, actorId: actor.id, actorName: actor.name })
        await writeAudit(tx, { at, actor, action: 'checklist_tick', entityType: 'checklist_item', entityId: key, details: { date, text: item.text, remark, ...details } })
        return { date, value: undefined }
      }),

    untick: ({ key, reason }: InputOf<typeof dutyLog.untick>, caller: Caller): Promise<void> =>
      act(async (tx, at) => {
        const actor = actorOf(caller)
        const date = operationalDate(at, unitTime())
        const [tick] = await tx.delete(checklistTick).where(and(eq(checklistTick.operationalDate, date), eq(checklistTick.itemKey, key))).returning()
        if (tick === undefined) throw refuse('checklist_item_not_ticked')
        const { entryId } = tick.details as { entryId: string }
        await write(tx, { operationalDate: date, at: tick.tickedAt, recordedAt: at, kind: 'checklist', text: tick.itemText, replacesId: entryId, replaceReason: reason, isRemoval: true }, actor, 'checklist_untick')
        return { date, value: undefined }
      }),

    add: (input: NewEntry, caller: Caller): Promise<{ entryId: string }> =>
      act(async (tx, now) => {
        const { at, operationalDate: date } = placed(input.at, now)
        const entryId = await write(tx, { ...checked(input), at, operationalDate: date, recordedAt: now }, actorOf(caller), 'duty_log_add')
        return { date, value: { entryId } }
      }),

    correct: (input: InputOf<typeof dutyLog.correct>, caller: Caller): Promise<{ entryId: string }> =>
      act(async (tx, now) => {
        const before = await lockOwn(tx, input.entryId, caller)
        // It stays on its day, whatever the hour it is given: a sheet that was printed keeps its entries.
        const { start, end } = operationalDayWindow(before.operationalDate, unitTime())
        const at = input.at === null || input.at === undefined ? before.at : new Date(input.at)
        if (at.getTime() > now.getTime() || at.getTime() < start.getTime() || at.getTime() >= end.getTime()) throw refuse('log_time_out_of_reach')
        const entryId = await write(tx, { ...checked(input), at, operationalDate: before.operationalDate, recordedAt: now, replacesId: before.id, replaceReason: input.reason }, actorOf(caller), 'duty_log_correct')
        return { date: before.operationalDate, value: { entryId } }
      }),

    remove: ({ entryId, reason }: InputOf<typeof dutyLog.remove>, caller: Caller): Promise<void> =>
      act(async (tx, now) => {
        const before = await lockOwn(tx, entryId, caller)
        await write(tx, { operationalDate: before.operationalDate, at: before.at, recordedAt: now, kind: before.kind, text: before.text, details: before.details, replacesId: before.id, replaceReason: reason, isRemoval: true }, actorOf(caller), 'duty_log_remove')
        return { date: before.operationalDate, value: undefined }
      }),

    async search(input: InputOf<typeof dutyLog.search>): Promise<OutputOf<typeof dutyLog.search>> {
      const rows = await database.read((tx) => searchEntries(tx, input))
      const page = rows.slice(0, input.limit)
      // A page holds what stands, without its past: that is read with the day.
      const entries = page.map((row) => ({ ...foldEntries([{ ...row, replacesId: null }])[0], date: row.operationalDate }) as OutputOf<typeof dutyLog.search>['entries'][number])
      return { entries, next: rows.length > input.limit ? (page.at(-1)?.seq ?? null) : null }
    },
  }
}
