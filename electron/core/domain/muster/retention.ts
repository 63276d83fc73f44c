/** Guests on old musters lose their names when their visits do (trust.md 4.4; decision 015): a muster names more of them than the visit does. */
import { and, asc, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Database, Tx } from '../../db/database.ts'
import { muster, musterEntry, musterMark } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import type { MusterFiles } from './files.ts'
import type { MusterReport } from './report.ts'

const guests = ['visitor', 'attendee', 'unlisted'] as const
const hasName = and(inArray(musterEntry.kind, [...guests]), ne(musterEntry.lastName, ''))

const readDue = (tx: Tx, before: Date) =>
  tx
    .select({ id: muster.id, fileStem: muster.fileStem })
    .from(muster)
    .where(and(lt(muster.endedAt, before), sql`exists ${tx.select({ one: sql`1` }).from(musterEntry).where(and(eq(musterEntry.musterId, muster.id), hasName))}`))
    .orderBy(asc(muster.seq))

const nobody = { rank: '', lastName: '', firstName: '', displayName: '', organization: null, phone: null }

/** The report without them: how many there were, and what became of each, stays. */
function withoutGuests(report: MusterReport): MusterReport {
  const named = new Set(report.entries.flatMap(({ kind, displayName }) => (kind === 'member' ? [] : [displayName])))
  return {
    ...report,
    entries: report.entries.map((entry) => (entry.kind === 'member' ? entry : { ...entry, ...nobody, personId: null, host: null, note: null })),
    marks: report.marks.map((mark) => (named.has(mark.name) ? { ...mark, name: '', note: null } : mark)),
  }
}

async function disposeOf(tx: Tx, id: string, at: Date): Promise<void> {
  const [row] = await tx.select().from(muster).where(eq(muster.id, id)).for('update')
  if (row?.report == null) return
  const entries = await tx
    .update(musterEntry)
    .set({ ...nobody, hostName: null, hostPhone: null })
    .where(and(eq(musterEntry.musterId, id), hasName))
    .returning({ id: musterEntry.id })
  if (entries.length === 0) return
  await tx.update(musterMark).set({ note: null }).where(inArray(musterMark.entryId, entries.map((entry) => entry.id)))
  await tx.update(muster).set({ report: withoutGuests(row.report as MusterReport) }).where(eq(muster.id, id))
  await writeAudit(tx, { at, actor: systemActor, action: 'visitor_dispose', entityType: 'muster', entityId: id, details: { people: entries.length } })
}

/** @param files of musters: their lists and papers name guests too */
export const createMusterRetention = ({ database, clock, files }: { database: Database; clock: Clock; files: Pick<MusterFiles, 'remove'> }) => ({
  /** Files of those musters that are at this station, wherever their names were taken out of the record. */
  async removeFiles(before: Date): Promise<void> {
    const ended = await database.read((tx) => tx.select({ fileStem: muster.fileStem }).from(muster).where(lt(muster.endedAt, before)))
    for (const { fileStem } of ended) files.remove(fileStem)
  },
  /** Of musters that ended before that instant, one an act. @returns how many there were */
  async disposeGuests(before: Date): Promise<number> {
    const due = await database.read((tx) => readDue(tx, before))
    for (const { id, fileStem } of due) {
      // First: what was interrupted is found again by the names that are still in the record.
      files.remove(fileStem)
      await database.transaction((tx) => disposeOf(tx, id, clock.now()))
    }
    return due.length
  },
})
