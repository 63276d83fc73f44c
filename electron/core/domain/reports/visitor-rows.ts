/** Visitors in the day report (domain.md 4.3 ▶, 4.20): whoever counts as inside stands on paper too. */
import { and, asc, eq, gt, gte, isNull, lt, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/database.ts'
import { station, visit } from '../../db/schema/index.ts'

const endStation = alias(station, 'end_station')

const select = (tx: Tx) => tx.select({ visit, stationName: station.name, endStationName: endStation.name }).from(visit).innerJoin(station, eq(station.id, visit.stationId)).leftJoin(endStation, eq(endStation.id, visit.endedAtStation))

type Row = Awaited<ReturnType<typeof select>>[number]

export interface VisitorRow {
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
  readonly organization: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly station: string
  readonly method: NonNullable<Row['visit']['endedBy']>
}

const toRow = ({ visit: { rank, lastName, firstName, organization, since, method }, stationName }: Row): VisitorRow => ({ rank: rank ?? '', lastName, firstName: firstName ?? '', organization: organization ?? '', direction: 'in', at: since, station: stationName, method })

/** Arrivals and departures of `[start, end)`, in the order of time. */
export async function readVisitorMoves(tx: Tx, start: Date, end: Date): Promise<VisitorRow[]> {
  const during = (at: Date | null): boolean => at !== null && at >= start && at < end
  const rows = await select(tx).where(and(eq(visit.voided, false), lt(visit.since, end), or(gte(visit.since, start), gte(visit.until, start)))).orderBy(asc(visit.since), asc(visit.seq))
  return rows
    .flatMap((row): VisitorRow[] => {
      const { until, endedBy, since } = row.visit
      const came = during(since) ? [toRow(row)] : []
      return until !== null && endedBy !== null && during(until) ? [...came, { ...toRow(row), direction: 'out', at: until, station: row.endStationName ?? '', method: endedBy }] : came
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** Who was inside at `end`; null = who is now. In the order in which they came. */
export const readVisitorsAt = async (tx: Tx, end: Date | null): Promise<VisitorRow[]> =>
  (await select(tx).where(and(eq(visit.voided, false), end === null ? isNull(visit.until) : and(lt(visit.since, end), or(isNull(visit.until), gt(visit.until, end))))).orderBy(asc(visit.since), asc(visit.seq))).map(toRow)
