/** Late scans of badges that move nobody: kept in the record, with the alert that the door would have raised (domain.md 4.4 ▶ 10). */
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../kit/id.ts'
import { scanAlerts } from '../alerts/scan-alerts.ts'
import { writeAudit } from '../audit/write.ts'
import { insertRefusedScan, readLastHolder, type HolderRow, type LockedBadge } from '../presence/queries.ts'
import { auditOfScan } from '../presence/scan-record.ts'
import { decideScan } from '../presence/rules.ts'
import { factsOf } from '../presence/scan-record.ts'
import type { Result } from './enter.ts'
import type { TimedScan } from './timing.ts'

interface Given {
  readonly badge: LockedBadge | undefined
  /** The reader shortens numbers, and several badges have this one. */
  readonly isShared: boolean
  readonly holder: HolderRow | undefined
  readonly station: { readonly id: string; readonly name: string }
  readonly now: Date
  readonly results: Map<string, Result>
}

/** @returns whether an alert was raised */
export async function enterRefused(tx: Tx, { scan, at }: TimedScan, { badge, isShared, holder, station, now, results }: Given): Promise<boolean> {
  const decision = decideScan(badge && { isUsable: badge.isUsable, holder: factsOf(holder) }, at, '')
  const outcome = isShared ? 'shared_number' : decision.kind === 'refused' ? decision.outcome : 'unknown_badge'
  const whose = holder ?? (badge === undefined ? null : await readLastHolder(tx, badge.id))
  const memberId = whose?.id ?? null
  const id = newId()
  await insertRefusedScan(tx, { id, at, outcome, serial: scan.serial, badgeId: badge?.id ?? null, memberId, scanId: scan.id, stationId: station.id, reader: scan.reader })
  await writeAudit(tx, auditOfScan({ id, now, memberId, name: whose?.displayName ?? null, serialTail: serialTail(scan.serial), actor: scan.actor, stationId: station.id, reader: scan.reader }, outcome, 'checkin_scan_refused', 'refused_scan'))
  // Whoever was greeted believes that they are in.
  results.set(scan.id, { outcome, memberId, reasons: scan.predicted.direction === null ? [] : ['refused'] })
  return scanAlerts.refused(tx, { outcome, serial: scan.serial, memberId, stationId: station.id, stationName: station.name, at })
}
