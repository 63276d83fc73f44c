/** The log of a day as it reads now: corrections in place, what was there before beside them. */
import { and, asc, desc, eq, gte, ilike, inArray, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { InferOutput } from 'valibot'
import type { dutyLog, LogEntry } from '../../../../shared/contract/duty-log.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import { isSummer } from '../../../../shared/domain/working-hours.ts'
import type { Tx } from '../../db/database.ts'
import { checklistTick, dutyLogEntry } from '../../db/schema/index.ts'
import { readTimings } from '../settings/timings.ts'
import type { TimesOfDay } from './checklist.ts'

type Row = typeof dutyLogEntry.$inferSelect
type Entry = InferOutput<typeof LogEntry>

/** Folds chains of corrections: what stands is shown where it counts, with its past. */
export function foldEntries(rows: readonly Row[]): Entry[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const replaced = new Set(rows.map(({ replacesId }) => replacesId))
  return rows
    .filter(({ id }) => !replaced.has(id))
    .map((last) => {
      const removal = last.isRemoval ? last : undefined
      const shown = removal === undefined ? last : byId.get(last.replacesId ?? '')
      if (shown === undefined) throw new Error(`duty log entry ${last.id} removes nothing`)
      const earlier: Entry['earlier'] = []
      for (let later = shown, row = byId.get(shown.replacesId ?? ''); row !== undefined; later = row, row = byId.get(row.replacesId ?? '')) {
        earlier.push({ at: row.at.toISOString(), text: row.text, recordedAt: row.recordedAt.toISOString(), actorName: row.actorName, reason: later.replaceReason ?? '' })
      }
      return {
        id: shown.id,
        seq: shown.seq,
        at: shown.at.toISOString(),
        recordedAt: shown.recordedAt.toISOString(),
        kind: shown.kind,
        text: shown.text,
        details: shown.details as Entry['details'],
        actorName: shown.actorName,
        earlier,
        removed: removal === undefined ? null : { at: removal.recordedAt.toISOString(), actorName: removal.actorName, reason: removal.replaceReason ?? '' },
      }
    })
    .toSorted((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1))
}

export const readEntries = (tx: Tx, date: string): Promise<Row[]> => tx.select().from(dutyLogEntry).where(eq(dutyLogEntry.operationalDate, date)).orderBy(asc(dutyLogEntry.seq))

export const readTicks = (tx: Tx, date: string) => tx.select().from(checklistTick).where(eq(checklistTick.operationalDate, date))

/** When work begins and ends on a date, for the blocks that go by it; on a day of rest, as on the days around it. */
export async function readTimesOfDay(tx: Tx, date: string): Promise<TimesOfDay> {
  const { workingHours: hours } = (await readTimings(tx)).timings
  return isSummer(date, hours) ? { start: hours.summerWeekdayStart, end: hours.summerWeekdayEnd } : { start: hours.regularWeekdayStart, end: hours.regularWeekdayEnd }
}

/** Locks an entry; undefined = none. `isReplaced` = another stands in its place already. */
export async function lockEntry(tx: Tx, id: string): Promise<(Row & { isReplaced: boolean }) | undefined> {
  const [row] = await tx.select().from(dutyLogEntry).where(eq(dutyLogEntry.id, id)).for('update')
  if (row === undefined) return undefined
  const [later] = await tx.select({ id: dutyLogEntry.id }).from(dutyLogEntry).where(eq(dutyLogEntry.replacesId, id))
  return { ...row, isReplaced: row.isRemoval || later !== undefined }
}

/** What stands of many days, latest first; one more than `limit` where there are more. */
export async function searchEntries(tx: Tx, { text, kinds, from, to, before, limit }: InputOf<typeof dutyLog.search>): Promise<Row[]> {
  const later = alias(dutyLogEntry, 'later')
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/)
  const where: (SQL | undefined)[] = [
    isNull(later.id),
    eq(dutyLogEntry.isRemoval, false),
    kinds.length === 0 ? undefined : inArray(dutyLogEntry.kind, kinds),
    from === null ? undefined : gte(dutyLogEntry.operationalDate, from),
    to === null ? undefined : lte(dutyLogEntry.operationalDate, to),
    before === null ? undefined : lt(dutyLogEntry.seq, before),
    ...words.map((word) => ilike(sql`${dutyLogEntry.text} || ' ' || ${dutyLogEntry.details}::text || ' ' || ${dutyLogEntry.actorName}`, `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)),
  ]
  const rows = await tx.select({ entry: dutyLogEntry }).from(dutyLogEntry).leftJoin(later, eq(later.replacesId, dutyLogEntry.id)).where(and(...where)).orderBy(desc(dutyLogEntry.seq)).limit(limit + 1)
  return rows.map(({ entry }) => entry)
}
