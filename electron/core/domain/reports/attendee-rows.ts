/** Attendees of events in the day report (domain.md 4.3 ▶, 4.20): whoever counts as inside stands on paper too. */
import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { attendee, attendeeMovement, station } from '../../db/schema/index.ts'

const select = (tx: Tx) => tx.select({ attendee, move: attendeeMovement, stationName: station.name }).from(attendeeMovement).innerJoin(attendee, eq(attendee.id, attendeeMovement.attendeeId)).innerJoin(station, eq(station.id, attendeeMovement.stationId))

type Row = Awaited<ReturnType<typeof select>>[number]

export interface AttendeeRow {
  readonly rank: string
  /** The whole name, as the list of the event has it. */
  readonly name: string
  readonly organization: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly station: string
  readonly reader: string
  readonly method: Row['move']['method']
}

const toRow = ({ attendee: { rank, name, organization }, move: { direction, at, reader, method }, stationName }: Row): AttendeeRow => ({ rank: rank ?? '', name, organization, direction, at, station: stationName, reader: reader ?? '', method })

/** Arrivals and departures of `[start, end)`, in the order of time. */
export const readAttendeeMoves = async (tx: Tx, start: Date, end: Date): Promise<AttendeeRow[]> =>
  (await select(tx).where(and(eq(attendeeMovement.voided, false), gte(attendeeMovement.at, start), lt(attendeeMovement.at, end))).orderBy(asc(attendeeMovement.at), asc(attendeeMovement.seq))).map(toRow)

/** Who was inside at `end`; null = who is now. In the order in which they came. */
export async function readAttendeesAt(tx: Tx, end: Date | null): Promise<AttendeeRow[]> {
  const latest = tx
    .selectDistinctOn([attendeeMovement.attendeeId], { id: attendeeMovement.id })
    .from(attendeeMovement)
    .where(and(eq(attendeeMovement.voided, false), end === null ? undefined : lt(attendeeMovement.at, end)))
    .orderBy(attendeeMovement.attendeeId, desc(attendeeMovement.at), desc(attendeeMovement.seq))
    .as('latest')
  const rows = await select(tx).innerJoin(latest, eq(latest.id, attendeeMovement.id)).where(eq(attendeeMovement.direction, 'in')).orderBy(asc(attendeeMovement.at), asc(attendeeMovement.seq))
  return rows.map(toRow)
}
