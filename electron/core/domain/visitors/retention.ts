/** What visitors told of themselves is kept for as long as the law asks, and no longer than the unit says (trust.md 4.4). */
import { and, asc, count, inArray, isNotNull, isNull, lt, min, or, sql } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { defaultRetention, keptFrom, retentionEntries } from '../../../../shared/domain/retention.ts'
import type { Tx } from '../../db/database.ts'
import { expectedVisit, visit } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { systemActor, writeAudit, type Actor } from '../audit/write.ts'
import { readDocuments, saveDocument } from '../settings/document.ts'
import { changesOf, salvage } from '../settings/salvage.ts'
import type { Dependencies } from './acts.ts'

const document = { key: 'privacy.retention', category: 'app_config' } as const
/** So many rows an act: while one runs, scans wait. */
const batch = 200

async function readRetention(tx: Tx) {
  const { value, version } = (await readDocuments(tx, [document.key]))[document.key]
  return { ...salvage(retentionEntries, value, defaultRetention), version }
}

/** A visit that is over, whose pass came back, and that still has a name. */
const isKept = and(isNotNull(visit.until), isNull(visit.disposedAt), or(isNull(visit.badgeId), isNotNull(visit.returnedAt)))
const isDue = (from: string, unit: UnitTime) => and(isKept, lt(visit.until, operationalDayWindow(from, unit).start))
/** Who was expected and never came, or whose visit is disposed of. */
const isExpectedDue = (from: string) => and(lt(expectedVisit.date, from), or(isNull(expectedVisit.visitId), sql`exists (select 1 from visit where visit.id = ${expectedVisit.visitId} and visit.disposed_at is not null)`))

async function countDue(tx: Tx, today: string, months: number, unit: UnitTime): Promise<{ visits: number; expected: number; keptFrom: string }> {
  const from = keptFrom(today, months)
  return { visits: await tx.$count(visit, isDue(from, unit)), expected: await tx.$count(expectedVisit, isExpectedDue(from)), keptFrom: from }
}

/** Disposes of the oldest that are due, at most a batch, with one line in the trail that names nobody. Nothing while a legal hold stands. */
export async function disposeBatch(tx: Tx, now: Date, unit: UnitTime): Promise<{ visits: number; expected: number }> {
  const { value } = await readRetention(tx)
  if (value.legalHold) return { visits: 0, expected: 0 }
  const from = keptFrom(operationalDate(now, unit), value.visitMonths)
  const due = await tx.select({ id: visit.id }).from(visit).where(isDue(from, unit)).orderBy(asc(visit.until), asc(visit.id)).limit(batch).for('update')
  if (due.length > 0)
    await tx
      .update(visit)
      .set({ firstName: null, lastName: '', displayName: '', searchName: '', rank: null, organization: null, details: null, hostMemberId: null, phone: null, licensePlate: null, notes: null, disposedAt: now, updatedAt: now })
      .where(inArray(visit.id, due.map(({ id }) => id)))
  const old = await tx.select({ id: expectedVisit.id }).from(expectedVisit).where(isExpectedDue(from)).orderBy(asc(expectedVisit.date), asc(expectedVisit.id)).limit(batch)
  if (old.length > 0) await tx.delete(expectedVisit).where(inArray(expectedVisit.id, old.map(({ id }) => id)))
  if (due.length + old.length > 0) await writeAudit(tx, { at: now, actor: systemActor, action: 'visitor_dispose', entityType: 'visit', entityId: null, details: { visits: due.length, expected: old.length, before: { date: from } } })
  return { visits: due.length, expected: old.length }
}

/** Whoever left before this instant is kept no longer; null while a legal hold stands. */
export async function readKeptFrom(tx: Tx, now: Date, unit: UnitTime): Promise<Date | null> {
  const { value } = await readRetention(tx)
  return value.legalHold ? null : operationalDayWindow(keptFrom(operationalDate(now, unit), value.visitMonths), unit).start
}

export function createRetention({ database, clock, hub, unitTime }: Dependencies & { readonly unitTime: () => UnitTime }) {
  const today = (): string => operationalDate(clock.now(), unitTime())
  return {
    retention: (): Promise<OutputOf<typeof visitors.retention>> =>
      database.read(async (tx) => {
        const { value: settings, version, damaged } = await readRetention(tx)
        const { keptFrom: from, ...due } = await countDue(tx, today(), settings.visitMonths, unitTime())
        const [kept] = await tx.select({ oldest: min(visit.until) }).from(visit).where(isKept)
        const [gone] = await tx.select({ total: count() }).from(visit).where(isNotNull(visit.disposedAt))
        return { settings, version, damaged, due, keptFrom: from, oldest: kept?.oldest == null ? null : operationalDate(kept.oldest, unitTime()), disposed: gone?.total ?? 0 }
      }),

    retentionPreview: ({ visitMonths }: InputOf<typeof visitors.retentionPreview>): Promise<OutputOf<typeof visitors.retentionPreview>> => database.read((tx) => countDue(tx, today(), visitMonths, unitTime())),

    /** Refuses `setting_changed`. */
    async updateRetention({ basedOn, settings }: InputOf<typeof visitors.updateRetention>, actor: Actor): Promise<{ version: number }> {
      const version = await database.transaction(async (tx) => {
        const at = clock.now()
        const before = await readRetention(tx)
        if (before.version !== basedOn) throw refuse('setting_changed')
        const saved = await saveDocument(tx, { ...document, value: settings, at }, basedOn)
        await writeAudit(tx, { at, actor, action: 'retention_update', entityType: 'setting', entityId: document.key, details: { ...changesOf(before.value, settings) } })
        return saved
      })
      hub.emit('settings.changed', { keys: [document.key] })
      return { version }
    },
  }
}
