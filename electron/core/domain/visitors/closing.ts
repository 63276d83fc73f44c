/** Visitors who forgot to sign out: closed at lockup and at the daily reset, and named (domain.md 4.8 ▶, 4.15, 4.16). */
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { station, visit } from '../../db/schema/index.ts'
import { writeAuditLines, type Actor } from '../audit/write.ts'
import { isInside } from './queries.ts'

/** One visitor who is inside, as lists of everybody need them. */
export interface VisitInside {
  readonly id: string
  readonly displayName: string
  readonly since: Date
  readonly stationName: string
}

const columns = { id: visit.id, displayName: visit.displayName, since: visit.since, stationName: station.name }

/** Who is inside, the latest last. @param before only who came before this instant */
export const readStillVisiting = (tx: Tx, before?: Date): Promise<VisitInside[]> =>
  tx.select(columns).from(visit).innerJoin(station, eq(station.id, visit.stationId)).where(and(isInside, before === undefined ? undefined : lt(visit.since, before))).orderBy(asc(visit.since), asc(visit.seq))

/** Those inside, each locked: whoever is signed out at this moment was before us, or comes after. */
export const lockVisitsInside = (tx: Tx) => tx.select({ id: visit.id }).from(visit).where(isInside).orderBy(asc(visit.id)).for('update')

interface Closing {
  /** When they count as gone. */
  readonly at: Date
  /** What the wall clock says. */
  readonly recordedAt: Date
  readonly endedBy: 'lockup_sequence' | 'daily_reset'
  readonly stationId: string
  readonly actor: Actor
}

/** Signs visitors out who did not do it themselves; a pass that they have stays outstanding. The caller bumps the revision of presence. */
export async function closeVisits(tx: Tx, people: readonly VisitInside[], { at, recordedAt, endedBy, stationId, actor }: Closing): Promise<void> {
  if (people.length === 0) return
  await tx
    .update(visit)
    .set({ until: sql`greatest(${visit.since}, ${at.toISOString()}::timestamptz)`, endedBy, endedByName: actor.name, endedAtStation: stationId, updatedAt: recordedAt })
    .where(inArray(visit.id, people.map(({ id }) => id)))
  await writeAuditLines(tx, people.map(({ id, displayName, since }) => ({ at: recordedAt, actor, action: 'visitor_overstay', entityType: 'visit', entityId: id, details: { name: displayName, since: since.toISOString(), by: endedBy } })))
}
