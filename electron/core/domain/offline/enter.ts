/** Late scans of one batch, entered in one act (domain.md 4.4 ▶): every one gets an answer, and entering it again writes nothing. */
import { inArray } from 'drizzle-orm'
import type { OfflineReason } from '../../../../shared/domain/offline.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { movement, offlineScan, refusedScan, type TurnedMovement } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { scanAlerts } from '../alerts/scan-alerts.ts'
import { writeAuditLines, type AuditEntry } from '../audit/write.ts'
import { readStandingCycle } from '../lockup/custody.ts'
import { bumpRevision, lockBadges, lockHolders, type HolderRow, type LockedBadge as Badge } from '../presence/queries.ts'
import { auditOfScan } from '../presence/scan-record.ts'
import { endDutiesOfAbsent } from '../presence/leaving.ts'
import { ensureStation } from '../stations/stations.ts'
import { followRecord, noteUsed, readChains, type Row } from './chain-rows.ts'
import { deriveChain, type Derived } from './derive.ts'
import { enterGuest } from './enter-guest.ts'
import { enterRefused } from './enter-refused.ts'
import { rewriteChain } from './rewrite.ts'
import type { TimedScan } from './timing.ts'

export interface EnterDoing {
  /** The server's clock. */
  readonly now: Date
  readonly unit: UnitTime
  /** The last operational day that was closed; null = none. */
  readonly lastClosed: string | null
  /** Closing somebody out late notes a missed check-out. */
  readonly tracksMissed: boolean
}

/** What windows must be told after the commit. */
export interface Entered {
  /** Those that had been entered before are not among them. */
  readonly entered: number
  readonly revision: number | null
  readonly alerted: boolean
  readonly visited: boolean
  readonly attended: boolean
  readonly dutyEnded: boolean
}

export type OfflineRow = typeof offlineScan.$inferInsert

/** What a scan came to, to be written down beside it. */
export interface Result {
  readonly outcome: string
  readonly direction?: 'in' | 'out' | null
  readonly memberId?: string | null
  readonly movementId?: string | null
  readonly reasons: readonly OfflineReason[]
  readonly turned?: readonly TurnedMovement[]
}

const weekMs = 7 * 86_400_000

/** @param scans at most some hundreds, in the order in which they count, of days before which every day is closed */
export async function enterScans(tx: Tx, scans: readonly TimedScan[], doing: EnterDoing): Promise<Entered> {
  const { now } = doing
  const known = new Set((await tx.select({ id: offlineScan.id }).from(offlineScan).where(inArray(offlineScan.id, scans.map(({ scan }) => scan.id)))).map(({ id }) => id))
  const fresh = scans.filter(({ scan }) => !known.has(scan.id))
  if (fresh.length === 0) return { entered: 0, revision: null, alerted: false, visited: false, attended: false, dutyEnded: false }

  const read = await lockBadges(tx, [...new Set(fresh.map(({ scan }) => scan.serial))])
  const badgeOf = ({ scan }: TimedScan): Badge | undefined => {
    const found = read.get(scan.serial)
    return found === 'shared' ? undefined : found
  }
  const memberOf = (one: TimedScan): string | null => badgeOf(one)?.memberId ?? null
  const holders = new Map((await lockHolders(tx, [...new Set(fresh.flatMap((one) => memberOf(one) ?? []))])).map((holder) => [holder.id, holder]))
  const stations = new Map<string, string>()
  for (const id of new Set(fresh.map(({ scan }) => scan.stationId))) stations.set(id, await ensureStation(tx, id, now))

  const results = await readAnswered(tx, fresh)
  const members = new Map<string, { badge: Badge; one: TimedScan }[]>()
  let [alerted, visited, attended] = [false, false, false]
  for (const one of fresh.filter(({ scan }) => !results.has(scan.id))) {
    const badge = badgeOf(one)
    const holder = holders.get(badge?.memberId ?? '')
    const station = { id: one.scan.stationId, name: stations.get(one.scan.stationId) ?? one.scan.stationId }
    if (now.getTime() - one.at.getTime() > weekMs) results.set(one.scan.id, { outcome: 'too_old', memberId: holder?.id ?? null, reasons: ['too_old'] })
    else if (badge !== undefined && badge.isUsable && holder !== undefined && holder.admission !== 'refuse') members.set(holder.id, [...(members.get(holder.id) ?? []), { badge, one }])
    else {
      const guest = badge !== undefined && badge.isUsable && badge.kind !== 'member' ? await enterGuest(tx, one, { ...badge, kind: badge.kind }, doing) : undefined
      if (guest === undefined) alerted = (await enterRefused(tx, one, { badge, isShared: read.get(one.scan.serial) === 'shared', holder, station, now, results })) || alerted
      else results.set(one.scan.id, guest)
      visited ||= guest?.outcome === 'visitor_out'
      attended ||= guest?.outcome.startsWith('attendee_') === true
    }
  }

  const moved = await enterMembers(tx, members, { ...doing, holders, stations, results })
  await insertMany(tx, offlineScan, fresh.map((one) => rowOf(one, results.get(one.scan.id), now)))
  const revision = moved.any || visited || attended ? await bumpRevision(tx) : null
  return { entered: fresh.length, revision, alerted: alerted || moved.alerted, visited, attended, dutyEnded: moved.any && (await endDutiesOfAbsent(tx, now)) > 0 }
}

/** Those whose answer was lost: the server had entered them before it went away. */
async function readAnswered(tx: Tx, scans: readonly TimedScan[]): Promise<Map<string, Result>> {
  const ids = scans.map(({ scan }) => scan.id)
  const moves = await tx.select({ scanId: movement.scanId, id: movement.id, direction: movement.direction, memberId: movement.memberId }).from(movement).where(inArray(movement.scanId, ids))
  const refused = await tx.select({ scanId: refusedScan.scanId, outcome: refusedScan.outcome, memberId: refusedScan.memberId }).from(refusedScan).where(inArray(refusedScan.scanId, ids))
  const predicted = new Map(scans.map(({ scan }) => [scan.id, scan.predicted]))
  return new Map<string, Result>([
    ...refused.map(({ scanId, outcome, memberId }) => [scanId ?? '', { outcome, memberId, reasons: [] }] as const),
    ...moves.map(({ scanId, id, direction, memberId }) => [scanId ?? '', { outcome: `member_${direction}`, direction, memberId, movementId: id, reasons: compare(predicted.get(scanId ?? ''), direction, memberId) }] as const),
  ])
}

/** What the person was told, beside what the record says. */
function compare(predicted: TimedScan['scan']['predicted'] | undefined, direction: 'in' | 'out', memberId: string): OfflineReason[] {
  if (predicted === undefined) return []
  if (predicted.memberId === null) return ['accepted']
  if (predicted.memberId !== memberId) return ['person_differs']
  return predicted.direction !== null && predicted.direction !== direction ? ['direction_differs'] : []
}

interface MembersDoing extends EnterDoing {
  readonly holders: ReadonlyMap<string, HolderRow>
  readonly stations: ReadonlyMap<string, string>
  readonly results: Map<string, Result>
}

async function enterMembers(tx: Tx, members: ReadonlyMap<string, readonly { badge: Badge; one: TimedScan }[]>, { holders, stations, results, ...doing }: MembersDoing): Promise<{ any: boolean; alerted: boolean }> {
  if (members.size === 0) return { any: false, alerted: false }
  const { now, unit, lastClosed } = doing
  const memberIds = [...members.keys()]
  const since = new Date(Math.min(...[...members.values()].flat().map(({ one }) => one.at.getTime())))
  const chains = await readChains(tx, memberIds, since)
  const cycle = await readStandingCycle(tx)
  const dayOf = (at: Date): string => operationalDate(at, unit)
  const closingOf = (at: Date): Date | null => (lastClosed !== null && dayOf(at) <= lastClosed ? operationalDayWindow(dayOf(at), unit).end : null)

  const rows: (typeof movement.$inferInsert)[] = []
  const audits: AuditEntry[] = []
  const used: { id: string; at: string }[] = []
  const changed: { memberId: string; derived: Derived<Row> }[] = []
  const noted: { memberId: string; stationId: string; at: Date }[] = []
  let alerted = false
  for (const [memberId, list] of members) {
    const isHolder = cycle?.holderId === memberId
    const derived = deriveChain<Row>({ rows: chains.get(memberId) ?? [], scans: list.map(({ one: { scan, at } }) => ({ id: scan.id, at, stationId: scan.stationId, isAgain: scan.predicted.outcome === 'kept_again' })), isHolder, closingOf, dayOf })
    const holder = holders.get(memberId)
    const name = holder?.displayName ?? null
    if (derived.turned.length + derived.needless.length + derived.closings.length > 0) changed.push({ memberId, derived })
    for (const { badge, one } of list) {
      const { scan, at, isDrifted, isJumped } = one
      const fitted = derived.scans.get(scan.id) ?? { kind: 'not_fitted' as const }
      used.push({ id: badge.id, at: at.toISOString() })
      const left = isHolder && cycle?.acquiredAt != null && at >= cycle.acquiredAt && (fitted.kind === 'lockup_held' || (fitted.kind === 'moved' && fitted.direction === 'out'))
      if (left) {
        alerted = true
        await raiseAlert(tx, { type: 'lockup_holder_left', severity: 'critical', subject: memberId, at, memberId, stationId: scan.stationId, facts: { name, station: stations.get(scan.stationId) ?? scan.stationId } })
      }
      const jumped: OfflineReason[] = isJumped ? ['clock_jump'] : []
      if (fitted.kind !== 'moved') {
        const isHeld = fitted.kind === 'lockup_held'
        if (isHeld) await tx.insert(refusedScan).values({ id: newId(), at, outcome: 'lockup_held', serial: scan.serial, badgeId: badge.id, memberId, stationId: scan.stationId, reader: scan.reader, scanId: scan.id })
        results.set(scan.id, { outcome: fitted.kind, direction: fitted.kind === 'duplicate' ? fitted.direction : null, memberId, reasons: fitted.kind === 'duplicate' ? [] : [fitted.kind, ...jumped] })
        continue
      }
      const { direction } = fitted
      const id = newId()
      const differs = compare(scan.predicted, direction, memberId)
      const turned = turnedBy(derived, list, one)
      const reasons: OfflineReason[] = [...differs, ...(left ? (['lockup_held'] as const) : []), ...jumped, ...(turned.length > 0 ? (['turned_others'] as const) : [])]
      const flagReason = left ? 'lockup_held' : differs.includes('direction_differs') ? 'direction_differs' : isJumped ? 'clock_jump' : isDrifted ? 'clock_drift' : null
      rows.push({ id, memberId, badgeId: badge.id, direction, at, recordedAt: now, stationId: scan.stationId, reader: scan.reader, method: 'badge', scanId: scan.id, flagged: flagReason !== null, flagReason })
      const line = auditOfScan({ id, now, memberId, name, stationId: scan.stationId, reader: scan.reader, actor: scan.actor }, `member_${direction}`, 'checkin_scan', 'movement')
      audits.push({ ...line, details: { ...line.details, at: at.toISOString(), keptAt: scan.at } })
      if (holder?.admission === 'note' && direction === 'in') noted.push({ memberId, stationId: scan.stationId, at })
      results.set(scan.id, { outcome: `member_${direction}`, direction, memberId, movementId: id, reasons, turned })
    }
  }
  await insertMany(tx, movement, rows)
  await writeAuditLines(tx, audits)
  for (const { memberId, derived } of changed) await rewriteChain(tx, { id: memberId, name: holders.get(memberId)?.displayName ?? '' }, derived, doing)
  await noteUsed(tx, used)
  if (rows.length + changed.length > 0) await followRecord(tx, memberIds)
  for (const { stationId, ...one } of noted) await scanAlerts.noted(tx, { ...one, stationId, stationName: stations.get(stationId) ?? stationId })
  return { any: rows.length + changed.length > 0, alerted: alerted || noted.length > 0 }
}

/** The movements that this scan turned round: those between it and the next of the same person's late scans. */
function turnedBy({ turned, needless }: Derived<Row>, list: readonly { one: TimedScan }[], { scan, at }: TimedScan): TurnedMovement[] {
  const next = list.find(({ one }) => one.at > at && one.scan.id !== scan.id)?.one.at
  const isMine = (row: Row): boolean => row.at >= at && (next === undefined || row.at < next)
  return [
    ...turned.filter(isMine).map((row) => ({ movementId: row.id, at: row.at.toISOString(), from: row.direction, to: row.direction === 'in' ? ('out' as const) : ('in' as const) })),
    ...needless.filter(isMine).map((row) => ({ movementId: row.id, at: row.at.toISOString(), from: row.direction, to: null })),
  ]
}

function rowOf({ scan, at }: TimedScan, result: Result | undefined, now: Date): OfflineRow {
  const { outcome, direction = null, memberId = null, movementId = null, reasons, turned = [] } = result ?? { outcome: 'failed', reasons: ['failed' as const] }
  return {
    id: scan.id,
    stationId: scan.stationId,
    scannedAt: new Date(scan.at),
    at,
    enteredAt: now,
    serialTail: serialTail(scan.serial),
    reader: scan.reader,
    predicted: scan.predicted.outcome,
    predictedMemberId: scan.predicted.memberId,
    outcome,
    direction,
    memberId,
    movementId,
    reasons: [...reasons],
    turned: [...turned],
    toSee: reasons.length > 0,
  }
}
