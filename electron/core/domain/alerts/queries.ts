/** Reading alerts and notes. */
import { and, desc, eq, gte, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { alerts } from '../../../../shared/contract/alerts.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { alert, member, personalNote, station } from '../../db/schema/index.ts'

type Alert = OutputOf<typeof alerts.active>['alerts'][number]
type Note = OutputOf<typeof alerts.notes>['notes'][number]
export type ListInput = InputOf<typeof alerts.list>

const severityOrder = sql`array_position(array['critical', 'warning', 'info'], ${alert.severity})`

const selectAlerts = (tx: Tx) =>
  tx.select({ alert, personName: member.displayName, stationName: station.name }).from(alert).leftJoin(member, eq(member.id, alert.memberId)).leftJoin(station, eq(station.id, alert.stationId)).$dynamic()

type Row = Awaited<ReturnType<typeof selectAlerts>>[number]

const toAlert = ({ alert: row, personName, stationName }: Row): Alert => ({
  id: row.id,
  seq: row.seq,
  type: row.type,
  severity: row.severity,
  status: row.status,
  count: row.count,
  firstAt: row.firstAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
  person: row.memberId === null || personName === null ? null : { id: row.memberId, displayName: personName },
  stationName,
  facts: row.details as Alert['facts'],
  acknowledged: row.acknowledgedAt === null ? null : { at: row.acknowledgedAt.toISOString(), name: row.acknowledgedByName ?? '', note: row.acknowledgeNote },
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
})

/** Gravest first, then latest. */
export const readActive = async (tx: Tx): Promise<Alert[]> => (await selectAlerts(tx).where(eq(alert.status, 'active')).orderBy(severityOrder, desc(alert.lastAt), desc(alert.seq)).limit(500)).map(toAlert)

export async function readCounts(tx: Tx): Promise<Record<Alert['severity'], number>> {
  const rows = await tx.select({ severity: alert.severity, total: sql<number>`count(*)`.mapWith(Number) }).from(alert).where(eq(alert.status, 'active')).groupBy(alert.severity)
  const counts = { critical: 0, warning: 0, info: 0 }
  for (const { severity, total } of rows) counts[severity] = total
  return counts
}

/** One more than `limit` where there are more. */
export async function readPage(tx: Tx, { types, severity, status, from, to, memberId, cursor, limit }: ListInput, unit: UnitTime): Promise<Alert[]> {
  const where: (SQL | undefined)[] = [
    types.length === 0 ? undefined : inArray(alert.type, types),
    severity === null ? undefined : eq(alert.severity, severity),
    status === null ? undefined : eq(alert.status, status),
    memberId === null ? undefined : eq(alert.memberId, memberId),
    from === null ? undefined : gte(alert.lastAt, operationalDayWindow(from, unit).start),
    to === null ? undefined : lt(alert.lastAt, operationalDayWindow(to, unit).end),
    cursor === null ? undefined : sql`(${alert.lastAt}, ${alert.seq}) < (${cursor.lastAt}::timestamptz, ${cursor.seq}::bigint)`,
  ]
  return (await selectAlerts(tx).where(and(...where)).orderBy(desc(alert.lastAt), desc(alert.seq)).limit(limit + 1)).map(toAlert)
}

/** Standing notes unless `includeEnded`; those that ran out have ended too. */
export async function readNotes(tx: Tx, { memberId, includeEnded }: { memberId: string | null; includeEnded: boolean }, now: Date): Promise<Note[]> {
  const standing = and(isNull(personalNote.dismissedAt), sql`(${personalNote.expiresAt} is null or ${personalNote.expiresAt} > ${now.toISOString()}::timestamptz)`)
  const rows = await tx
    .select({ note: personalNote, displayName: member.displayName })
    .from(personalNote)
    .innerJoin(member, eq(member.id, personalNote.memberId))
    .where(and(memberId === null ? undefined : eq(personalNote.memberId, memberId), includeEnded ? undefined : standing))
    .orderBy(desc(personalNote.createdAt), personalNote.id)
    .limit(500)
  return rows.map(({ note, displayName }) => ({
    id: note.id,
    severity: note.severity,
    message: note.message,
    person: { id: note.memberId, displayName },
    expiresAt: note.expiresAt?.toISOString() ?? null,
    createdAt: note.createdAt.toISOString(),
    createdBy: note.createdByName,
    shownAt: note.shownAt?.toISOString() ?? null,
    dismissed: note.dismissedAt === null ? null : { at: note.dismissedAt.toISOString(), name: note.dismissedByName ?? '' },
  }))
}
