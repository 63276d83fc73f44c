/** What a decided scan leaves behind, as rows: the same for one at the door and for many at once. Pure. */
import type { AuditEntry, Actor } from '../audit/write.ts'
import type { HolderRow, NewMovement } from './queries.ts'
import type { BadgeFacts, ScanDecision } from './rules.ts'

export interface DecidedScan {
  /** Of the row to be written. */
  readonly id: string
  readonly scanId: string
  /** The wall clock. */
  readonly now: Date
  readonly memberId: string
  /** As they are called now. */
  readonly name: string
  readonly badgeId: string
  readonly stationId: string
  readonly reader: string | null
  readonly actor: Actor
}

/** The movement of a scan that moved somebody, and its line in the trail. */
export function recordOfMove({ direction, at, notes }: Extract<ScanDecision, { kind: 'moved' }>, scan: DecidedScan): { movement: NewMovement; audit: AuditEntry } {
  const { id, scanId, now, memberId, badgeId, stationId, reader } = scan
  const flagReason = notes.includes('clock_set_back') ? 'clock_set_back' : null
  return { movement: { id, memberId, badgeId, direction, at, recordedAt: now, stationId, reader, scanId, flagReason }, audit: auditOfScan(scan, `member_${direction}`, 'checkin_scan', 'movement') }
}

/** The line of a scan in the trail. */
export const auditOfScan = (
  { id, now, memberId, name, stationId, reader, actor, serialTail }: Omit<DecidedScan, 'memberId' | 'name' | 'badgeId' | 'scanId'> & { memberId: string | null; name: string | null; serialTail?: string },
  outcome: string,
  action: 'checkin_scan' | 'checkin_scan_refused',
  entityType: 'movement' | 'refused_scan',
): AuditEntry => ({ at: now, actor: { stationId, ...actor }, action, entityType, entityId: id, details: { outcome, memberId, name, stationId, reader, ...(serialTail !== undefined && { serialTail }) } })

/** What the decision asks of the badge's holder. */
export const factsOf = (holder: HolderRow | undefined): BadgeFacts['holder'] => {
  if (holder === undefined) return null
  const { status, admission, contractEnd, direction, at, recordedAt } = holder
  return { status, admission, contractEnd, last: direction === null || at === null || recordedAt === null ? null : { direction, at, recordedAt } }
}
