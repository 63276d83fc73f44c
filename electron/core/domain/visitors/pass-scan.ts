/** A visitor's pass at the door: out, and the pass is free again (domain.md 4.1, scenario 27). Passes sign nobody in: the desk does. */
import { and, desc, eq } from 'drizzle-orm'
import type * as v from 'valibot'
import type { ScanPerson } from '../../../../shared/contract/presence.ts'
import type { Tx } from '../../db/database.ts'
import { badge, station, visit } from '../../db/schema/index.ts'
import type { Actor } from '../audit/write.ts'
import { endVisit } from './acts.ts'
import { lockBearer } from './queries.ts'

export interface PassScan {
  readonly badgeId: string
  readonly scanId: string
  readonly stationId: string
  readonly now: Date
  readonly actor: Actor
  /** A second scan this soon after the visitor went is a bounce. Milliseconds. */
  readonly bounceMs: number
}

export interface PassTaken {
  readonly outcome: 'visitor_out' | 'duplicate'
  readonly person: v.InferOutput<typeof ScanPerson>
  readonly at: Date
}

const personOf = ({ id, rank, firstName, lastName, displayName }: typeof visit.$inferSelect): PassTaken['person'] => ({ id, rank: rank ?? '', firstName: firstName ?? '', lastName, displayName, division: null })

/** In the scan's transaction, with the badge locked. Undefined = nobody has this pass. The caller bumps the revision when somebody left. */
export async function takePassScan(tx: Tx, { badgeId, scanId, stationId, now, actor, bounceMs }: PassScan): Promise<PassTaken | undefined> {
  const bearer = await lockBearer(tx, badgeId)
  if (bearer !== undefined) {
    const at = await endVisit(tx, bearer, { at: now, endedBy: 'badge', stationId, actor, passReturned: true, scanId })
    await tx.update(badge).set({ lastUsedAt: now }).where(eq(badge.id, badgeId))
    return { outcome: 'visitor_out', person: personOf(bearer), at }
  }
  const [last] = await tx.select().from(visit).where(and(eq(visit.badgeId, badgeId), eq(visit.endedBy, 'badge'), eq(visit.voided, false))).orderBy(desc(visit.until)).limit(1)
  const gone = last?.until
  return last != null && gone != null && Math.abs(now.getTime() - gone.getTime()) < bounceMs ? { outcome: 'duplicate', person: personOf(last), at: gone } : undefined
}

/** What an earlier scan with this id did, if it signed a visitor out. */
export async function findPassScan(tx: Tx, scanId: string) {
  const [row] = await tx.select({ visit, stationName: station.name }).from(visit).innerJoin(station, eq(station.id, visit.endedAtStation)).where(eq(visit.endScanId, scanId))
  const { visit: gone, stationName } = row ?? {}
  return gone?.until == null || gone.endedAtStation === null || stationName === undefined ? undefined : { person: personOf(gone), at: gone.until, stationId: gone.endedAtStation, stationName }
}
