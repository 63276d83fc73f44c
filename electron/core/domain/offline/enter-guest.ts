/** Late scans of passes and of badges of events: visitors leave, attendees come and go, where nothing later is in the record already (domain.md 4.1 ▶, 4.4 ▶). */
import type { Tx } from '../../db/database.ts'
import { takeEventScan, findEventScan } from '../events/badge-scan.ts'
import { lockBearer as lockAttendee } from '../events/queries.ts'
import { takePassScan, findPassScan } from '../visitors/pass-scan.ts'
import { lockBearer as lockVisitor } from '../visitors/queries.ts'
import type { EnterDoing, Result } from './enter.ts'
import { keptBounceMs } from './derive.ts'
import type { TimedScan } from './timing.ts'

/** @returns undefined = nobody has it: it is refused as it would have been at the door */
export async function enterGuest(tx: Tx, { scan, at }: TimedScan, badge: { readonly id: string; readonly kind: string }, { unit }: EnterDoing): Promise<Result | undefined> {
  const { id: scanId, stationId, reader, actor } = scan
  if (badge.kind === 'visitor') {
    if ((await findPassScan(tx, scanId)) !== undefined) return { outcome: 'visitor_out', direction: 'out', reasons: [] }
    const bearer = await lockVisitor(tx, badge.id)
    // The pass is with somebody who came later: whoever held it up then is not them.
    if (bearer !== undefined && bearer.since > at) return { outcome: 'not_fitted', reasons: ['not_fitted'] }
    const taken = await takePassScan(tx, { badgeId: badge.id, scanId, stationId, now: at, actor, bounceMs: keptBounceMs })
    return taken && { outcome: taken.outcome, direction: 'out', reasons: [] }
  }
  if (badge.kind !== 'event') return undefined
  const before = await findEventScan(tx, scanId)
  if (before !== undefined) return { outcome: before.outcome, direction: before.direction, reasons: [] }
  const bearer = await lockAttendee(tx, badge.id)
  if (bearer === undefined) return undefined
  if (bearer.movedAt !== null && bearer.movedAt > at) return { outcome: 'not_fitted', reasons: ['not_fitted'] }
  const taken = await takeEventScan(tx, { badgeId: badge.id, scanId, stationId, reader, actor, clock: { now: () => at }, unitTime: unit, bounceMs: keptBounceMs })
  if (taken === undefined) return undefined
  const isRefused = taken.outcome === 'event_closed' || taken.outcome === 'attendee_outside_window'
  return { outcome: taken.outcome, direction: taken.direction, reasons: isRefused ? ['refused'] : [] }
}
