/** The statements of a muster. Inside an act each takes the act's `tx`. */
import { and, asc, count, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { attendee, memberPresence, muster, musterEntry, musterMark, musterPoint, station, visit } from '../../db/schema/index.ts'
import { isAccounted, type MusterKind, type MusterList, type MusterState } from '../../../../shared/domain/muster.ts'
import { newId } from '../../kit/id.ts'
import { alias } from 'drizzle-orm/pg-core'
import type { MusterPerson } from './inside.ts'

export type MusterRow = typeof muster.$inferSelect
export type EntryRow = typeof musterEntry.$inferSelect
export type MarkRow = typeof musterMark.$inferSelect

/** The one that is open, its row locked. */
export async function lockOpenMuster(tx: Tx): Promise<MusterRow | undefined> {
  const [row] = await tx.select().from(muster).where(isNull(muster.endedAt)).for('update')
  return row
}

export async function readOpenMuster(tx: Tx): Promise<MusterRow | undefined> {
  const [row] = await tx.select().from(muster).where(isNull(muster.endedAt))
  return row
}

export async function lockMuster(tx: Tx, id: string): Promise<MusterRow | undefined> {
  const [row] = await tx.select().from(muster).where(eq(muster.id, id)).for('update')
  return row
}

export async function readMuster(tx: Tx, id: string): Promise<MusterRow | undefined> {
  const [row] = await tx.select().from(muster).where(eq(muster.id, id))
  return row
}

export async function readMusterOfRequest(tx: Tx, requestId: string): Promise<MusterRow | undefined> {
  const [row] = await tx.select().from(muster).where(eq(muster.requestId, requestId))
  return row
}

export const rowOfPerson = (musterId: string, list: MusterList, { division, ...person }: MusterPerson & { readonly due?: EntryRow['due'] }) => ({ id: newId(), musterId, list, ...person, due: person.due ?? null, divisionCode: division?.code ?? null, divisionName: division?.name ?? null })

export const insertEntries = (tx: Tx, rows: readonly (typeof musterEntry.$inferInsert)[]): Promise<void> => insertMany(tx, musterEntry, rows)

export const readEntries = (tx: Tx, musterId: string): Promise<EntryRow[]> => tx.select().from(musterEntry).where(eq(musterEntry.musterId, musterId)).orderBy(asc(musterEntry.seq))

/** In the order in which they were made, which the clock cannot change. */
export const readMarks = (tx: Tx, musterId: string): Promise<MarkRow[]> => tx.select().from(musterMark).where(eq(musterMark.musterId, musterId)).orderBy(asc(musterMark.seq))

export const readPoints = async (tx: Tx, musterId: string): Promise<string[]> => (await tx.select({ id: musterPoint.stationId }).from(musterPoint).where(eq(musterPoint.musterId, musterId)).orderBy(asc(musterPoint.stationId))).map(({ id }) => id)

export interface Counts {
  readonly total: number
  readonly accounted: number
  readonly missing: number
  readonly needsAssistance: number
}

export const countsOf = (states: readonly MusterState[]): Counts => {
  const accounted = states.filter(isAccounted).length
  return { total: states.length, accounted, missing: states.length - accounted, needsAssistance: states.filter((state) => state === 'needs_assistance').length }
}

/** How it stands, in figures. Those who are due only do not count. */
export async function readCounts(tx: Tx, musterId: string): Promise<Counts> {
  const { rows } = (await tx.execute(sql`
    select coalesce(m.state, 'missing') as state, count(*)::int as people
    from muster_entry e left join lateral (select state from muster_mark where entry_id = e.id order by seq desc limit 1) m on true
    where e.muster_id = ${musterId} and e.list <> 'due' group by 1`)) as unknown as { rows: { state: MusterState; people: number }[] }
  const sum = (fits: (state: MusterState) => boolean): number => rows.reduce((total, { state, people }) => total + (fits(state) ? people : 0), 0)
  const [total, accounted] = [sum(() => true), sum(isAccounted)]
  return { total, accounted, missing: total - accounted, needsAssistance: sum((state) => state === 'needs_assistance') }
}

/** What became of each person at the doors: by entry, where they are not as they were when the list was frozen. */
export interface Change {
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly stationName: string
}

const endStation = alias(station, 'end_station')

export async function readChanges(tx: Tx, musterId: string): Promise<Map<string, Change>> {
  const of = (kind: EntryRow['kind']) => and(eq(musterEntry.musterId, musterId), eq(musterEntry.kind, kind))
  const members = await tx
    .select({ id: musterEntry.id, direction: memberPresence.direction, at: memberPresence.at, stationName: station.name })
    .from(musterEntry)
    .innerJoin(memberPresence, eq(memberPresence.memberId, musterEntry.personId))
    .innerJoin(station, eq(station.id, memberPresence.stationId))
    .where(and(of('member'), sql`${memberPresence.movementId}::text is distinct from ${musterEntry.presenceRef}`))
  const visits = await tx
    .select({ id: musterEntry.id, ref: musterEntry.presenceRef, since: visit.since, until: visit.until, came: station.name, went: endStation.name })
    .from(musterEntry)
    .innerJoin(visit, eq(visit.id, musterEntry.personId))
    .innerJoin(station, eq(station.id, visit.stationId))
    .leftJoin(endStation, eq(endStation.id, visit.endedAtStation))
    .where(of('visitor'))
  const attendees = await tx
    .select({ id: musterEntry.id, ref: musterEntry.presenceRef, direction: attendee.direction, at: attendee.movedAt, stationName: station.name })
    .from(musterEntry)
    .innerJoin(attendee, eq(attendee.id, musterEntry.personId))
    .innerJoin(station, eq(station.id, attendee.stationId))
    .where(of('attendee'))
  const changes = new Map<string, Change>(members.map(({ id, ...change }) => [id, change]))
  for (const { id, ref, since, until, came, went } of visits) {
    if (until !== null) changes.set(id, { direction: 'out', at: until, stationName: went ?? came })
    else if (ref === null) changes.set(id, { direction: 'in', at: since, stationName: came })
  }
  for (const { id, ref, direction, at, stationName } of attendees) if (direction !== null && at !== null && at.toISOString() !== ref) changes.set(id, { direction, at, stationName })
  return changes
}

/** The latest first. */
export async function readMusters(tx: Tx, limit: number, page: number) {
  const { report, ...told } = getTableColumns(muster)
  // The whole report of each would be as long as all their lists.
  const rows = await tx.select({ ...told, counts: sql<Counts | null>`${report} -> 'counts'` }).from(muster).orderBy(desc(muster.seq)).limit(limit).offset((page - 1) * limit)
  const [counted] = await tx.select({ total: count() }).from(muster)
  return { rows, total: counted?.total ?? 0 }
}

/** When the last of this kind was. */
export async function readLastStart(tx: Tx, kind: MusterKind): Promise<Date | null> {
  const [row] = await tx.select({ at: muster.startedAt }).from(muster).where(eq(muster.kind, kind)).orderBy(desc(muster.seq)).limit(1)
  return row?.at ?? null
}
