/** The statements of the day report (domain.md 4.3, 4.20). */
import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { division, member, memberPresence, movement, rank, station } from '../../db/schema/index.ts'

const columns = {
  serviceNumber: member.serviceNumber,
  rank: rank.code,
  lastName: member.lastName,
  firstName: member.firstName,
  division: division.code,
  direction: movement.direction,
  at: movement.at,
  station: station.name,
  reader: movement.reader,
  method: movement.method,
  flagReason: movement.flagReason,
}

/** Every movement in effect of `[start, end)`, in the order of time, then of recording. Refused scans are no movements. */
export const readDayMovements = (tx: Tx, start: Date, end: Date) =>
  tx
    .select(columns)
    .from(movement)
    .innerJoin(member, eq(member.id, movement.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(gte(movement.at, start), lt(movement.at, end), eq(movement.voided, false)))
    .orderBy(asc(movement.at), asc(movement.seq))

export type ReportRow = Awaited<ReturnType<typeof readDayMovements>>[number]

const bySeniority = [desc(rank.displayOrder), asc(member.searchName), asc(member.id)]

/** Everyone inside now, by their current state, senior first. */
export const readInsideNow = (tx: Tx): Promise<ReportRow[]> =>
  tx
    .select(columns)
    .from(memberPresence)
    .innerJoin(movement, eq(movement.id, memberPresence.movementId))
    .innerJoin(member, eq(member.id, memberPresence.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(eq(memberPresence.direction, 'in'))
    .orderBy(...bySeniority)

/**
 * Everyone whose latest movement before `end` is in, senior first. One step of the index (member, time) for each member:
 * the history is never read as a whole (design.md F13).
 */
export function readInsideAt(tx: Tx, end: Date): Promise<ReportRow[]> {
  const latest = tx
    .select({ id: movement.id })
    .from(movement)
    .where(and(eq(movement.memberId, member.id), eq(movement.voided, false), lt(movement.at, end)))
    .orderBy(desc(movement.at), desc(movement.seq))
    .limit(1)
    .as('latest')
  return tx
    .select(columns)
    .from(member)
    .innerJoinLateral(latest, sql`true`)
    .innerJoin(movement, eq(movement.id, latest.id))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(eq(movement.direction, 'in'))
    .orderBy(...bySeniority)
}
