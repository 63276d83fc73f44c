/** Visitors among everybody: in the list of who is inside, and among the comings and goings of a day (domain.md 4.3 ▶). */
import { and, count, desc, eq, gte, lt, type AnyColumn } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type * as v from 'valibot'
import type { ActivityItem, PersonInside } from '../../../../shared/contract/presence.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { station, visit } from '../../db/schema/index.ts'
import type { VisitRow } from './queries.ts'

type Move = v.InferOutput<typeof ActivityItem>

/** A visitor as one of those inside. Visitors come after the members: they have no seniority. */
export const toPersonInside = ({ visit: { id, rank, firstName, lastName, displayName, organization, visitType, since, stationId, returnedAt }, stationName, passLabel, passSerial, eventName }: VisitRow): v.InferOutput<typeof PersonInside> => ({
  id,
  kind: 'visitor',
  rank: rank ?? '',
  rankOrder: -1,
  firstName: firstName ?? '',
  lastName,
  displayName,
  division: null,
  status: visitType,
  since: since.toISOString(),
  stationId,
  stationName,
  guest: { organization, pass: passSerial === null || returnedAt !== null ? null : badgeName({ label: passLabel, serial: passSerial }), event: eventName },
})

const endStation = alias(station, 'end_station')
const during = (column: AnyColumn, start: Date, end: Date) => and(eq(visit.voided, false), gte(column, start), lt(column, end))

/** The newest arrivals and departures in `[start, end)`, at most `limit` of each. */
export async function readVisitMoves(tx: Tx, start: Date, end: Date, limit: number): Promise<Move[]> {
  const came = await tx.select({ visit, stationName: station.name }).from(visit).innerJoin(station, eq(station.id, visit.stationId)).where(during(visit.since, start, end)).orderBy(desc(visit.since), desc(visit.seq)).limit(limit)
  const went = await tx.select({ visit, stationName: endStation.name }).from(visit).innerJoin(endStation, eq(endStation.id, visit.endedAtStation)).where(during(visit.until, start, end)).orderBy(desc(visit.until), desc(visit.seq)).limit(limit)
  const toMove = ({ visit: { id, rank, firstName, lastName, displayName }, stationName }: (typeof came)[number], kind: 'in' | 'out', at: Date, stationId: string): Move => ({
    id: `${id}-${kind}`,
    at: at.toISOString(),
    kind,
    outcome: `visitor_${kind}`,
    person: { id, rank: rank ?? '', firstName: firstName ?? '', lastName, displayName, division: null },
    serialTail: null,
    stationId,
    stationName,
    flagged: false,
  })
  return [...went.flatMap((row) => (row.visit.until === null || row.visit.endedAtStation === null ? [] : [toMove(row, 'out', row.visit.until, row.visit.endedAtStation)])), ...came.map((row) => toMove(row, 'in', row.visit.since, row.visit.stationId))]
}

/** How many arrivals and departures in `[start, end)`. */
export async function countVisitMoves(tx: Tx, start: Date, end: Date): Promise<number> {
  const [came] = await tx.select({ total: count() }).from(visit).where(during(visit.since, start, end))
  const [went] = await tx.select({ total: count() }).from(visit).where(during(visit.until, start, end))
  return (came?.total ?? 0) + (went?.total ?? 0)
}
