/** One badge scan, one transaction (domain.md 4.1 ▶). */
import { canonicalSerial, serialTail } from '../../../../shared/domain/badge-serial.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { namesOfStation } from '../../../../shared/domain/station-name.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import { findEventScan, takeEventScan } from '../events/badge-scan.ts'
import { findPassScan, takePassScan } from '../visitors/pass-scan.ts'
import { answerAttendee } from './attendee-scan.ts'
import { endLiveDuties, readHold } from './leaving.ts'
import type { MusterRoll, OpenRoll } from './muster-roll.ts'
import { toOutcome, toPerson, type ScanOutcome, type ScanPerson } from './outcome.ts'
import { bumpRevision, findScan, insertMovement, insertRefusedScan, lockBadges, lockHolder, readLastHolder } from './queries.ts'
import { decideScan, duplicateWindowMs } from './rules.ts'
import { auditOfScan, factsOf, recordOfMove } from './scan-record.ts'

export interface ScanRequest {
  readonly serial: string
  readonly stationId: string
  /** Made by the one who scans; a repeat with the same id answers the same and writes nothing. */
  readonly scanId?: string | undefined
  readonly reader?: string | null | undefined
  readonly actor: Actor
}

/** Takes an unknown or unassigned badge for a member who waits for one (badges, enrolment by scan). */
export interface EnrolmentTaker {
  take(tx: Tx, scan: { serial: string; stationId: string; at: Date; actor: Actor }): Promise<{ readonly person: ScanPerson; afterCommit(): void } | undefined>
}

/** Takes a badge that is held to the reader to sign in at the desk: it names the person, and does not toggle them (domain.md 4.22). */
export interface SignInTaker {
  takeBadge(tx: Tx, scan: { serial: string; stationId: string; isFree: boolean }): Promise<{ afterCommit(): void } | undefined>
}

/** Knows whose badge was held up where: some are held up to agree to an act, and move nobody (domain.md 5.5, screens.md W-7). */
export interface BadgeWitness {
  take(stationId: string, memberId: string): { afterCommit(): void } | undefined
  /** null = a badge that counts for nobody. */
  seen(stationId: string, memberId: string | null): void
}

/** Hears of a scan in its own transaction: raises alerts, and knows what the person is to be told (domain.md 4.11). */
export interface ScanWatcher {
  refused(tx: Tx, scan: { outcome: string; serial: string; memberId: string | null; /** Of who is no member. */ name?: string; stationId: string; stationName: string; at: Date }): Promise<boolean>
  moved(tx: Tx, scan: { memberId: string; direction: 'in' | 'out'; isNoted: boolean; stationId: string; stationName: string; at: Date }): Promise<{ raised: boolean; messages: ScanOutcome['messages'] }>
}

export interface ScanResult {
  readonly outcome: ScanOutcome
  /** The new revision of presence when somebody moved. */
  readonly revision: number | null
  /** An alert was raised. */
  readonly alerted?: boolean
  /** A visitor went. */
  readonly visited?: boolean
  /** An attendee of an event came or went. */
  readonly attended?: boolean
  /** A duty that was stood for the length of the stay ended with it. */
  readonly dutyEnded?: boolean
  /** The muster that it accounted for somebody in. */
  readonly musterId?: string | undefined
  /** Was answered before: it may tell of a time before the muster. */
  readonly isReplay?: boolean
}

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly unitTime: () => UnitTime
  readonly enrolment: EnrolmentTaker
  /** Absent = nobody signs in with a badge here. */
  readonly signIn?: SignInTaker | undefined
  readonly witness?: BadgeWitness | undefined
  readonly watcher?: ScanWatcher | undefined
  /** The readers of a station are being looked at: its badges move nobody. */
  readonly isTesting?: ((stationId: string) => boolean) | undefined
  readonly muster?: MusterRoll | undefined
}

/** @returns a function that records one scan and answers after the commit. Refuses `serial_invalid` before it touches the database. */
export function createScan({ database, clock, unitTime, enrolment, signIn, witness, watcher, isTesting = () => false, muster }: Dependencies) {
  return async (request: ScanRequest): Promise<ScanResult> => {
    const serial = canonicalSerial(request.serial)
    if (serial === undefined) throw refuse('serial_invalid')
    const scanId = request.scanId ?? newId()
    // An emergency goes before the test of a reader.
    if (isTesting(request.stationId) && (muster?.open() ?? null) === null) return { outcome: toOutcome({ scanId, serial, outcome: 'reader_test', at: clock.now(), stationId: request.stationId, stationName: namesOfStation(request.stationId).name }), revision: null }
    let afterCommit = (): void => {}

    const decide = async (tx: Tx, roll: OpenRoll | null): Promise<ScanResult> => {
      const read = (await lockBadges(tx, [serial])).get(serial)
      const found = read === 'shared' ? undefined : read
      const replayed = request.scanId === undefined ? undefined : await replay(tx, scanId, serial)
      if (replayed !== undefined) return { outcome: replayed, revision: null, isReplay: true }

      // The clock is read once the locks are held: the order of scans is the order in which they are decided.
      const holder = found?.memberId == null ? undefined : await lockHolder(tx, found.memberId)
      const now = clock.now()
      const stationName = await ensureStation(tx, request.stationId, now)
      const seen = { scanId, serial, stationId: request.stationId, stationName }
      const point = roll?.isPoint(request.stationId) === true ? roll : null

      // A number that several badges share is given to nobody: from then on it would be theirs alone.
      if (read !== 'shared' && (found === undefined || (found.memberId === null && found.isUsable))) {
        const taken = await enrolment.take(tx, { serial, stationId: request.stationId, at: now, actor: request.actor })
        if (taken !== undefined) {
          afterCommit = () => taken.afterCommit()
          return { outcome: toOutcome({ ...seen, outcome: 'badge_enrolled', at: now, person: taken.person }), revision: null }
        }
      }

      if (found?.kind === 'visitor' && found.isUsable && point === null) {
        const pass = await takePassScan(tx, { badgeId: found.id, scanId, stationId: request.stationId, now, actor: request.actor, bounceMs: duplicateWindowMs })
        if (pass !== undefined) {
          const { outcome, person: visitor, at } = pass
          return { outcome: toOutcome({ ...seen, outcome, at, direction: 'out', person: visitor }), revision: outcome === 'duplicate' ? null : await bumpRevision(tx), visited: outcome === 'visitor_out' }
        }
      }

      if (found?.kind === 'event' && found.isUsable && point === null) {
        const taken = await takeEventScan(tx, { badgeId: found.id, scanId, stationId: request.stationId, reader: request.reader ?? null, actor: request.actor, clock, unitTime: unitTime(), bounceMs: duplicateWindowMs })
        if (taken !== undefined) return answerAttendee(tx, taken, { ...seen, badgeId: found.id, reader: request.reader ?? null, actor: request.actor, watcher })
      }

      const forSignIn = await signIn?.takeBadge(tx, { serial: found?.serial ?? serial, stationId: request.stationId, isFree: found === undefined || found.memberId === null })
      if (forSignIn !== undefined) {
        afterCommit = () => forSignIn.afterCommit()
        return { outcome: toOutcome({ ...seen, outcome: 'sign_in_badge', at: now }), revision: null }
      }

      const decision = decideScan(found && { isUsable: found.isUsable, holder: factsOf(holder) }, now, operationalDate(now, unitTime()))
      const person = holder === undefined ? null : toPerson(holder)
      const isTaken = decision.kind !== 'refused' && person !== null
      const proof = isTaken ? witness?.take(request.stationId, person.id) : undefined
      if (proof !== undefined) {
        afterCommit = () => proof.afterCommit()
        return { outcome: toOutcome({ ...seen, outcome: 'badge_proof', at: now, person }), revision: null }
      }
      afterCommit = () => witness?.seen(request.stationId, isTaken ? person.id : null)
      if (point !== null) {
        const outcome = decision.kind === 'refused' ? decision.outcome : point.safeOutcome
        const marked = await point.mark(tx, { ...seen, outcome, direction: null, at: now, isPoint: true, actorName: request.actor.name })
        if (marked !== undefined) return { outcome: toOutcome({ ...seen, outcome: point.safeOutcome, at: now, person: found?.isUsable === true ? marked : null }), revision: null, musterId: point.musterId }
      }
      if (decision.kind === 'duplicate') {
        return { outcome: toOutcome({ ...seen, outcome: 'duplicate', at: decision.at, direction: decision.direction, person }), revision: null }
      }

      const id = newId()
      const where = { stationId: request.stationId, reader: request.reader ?? null }

      if (decision.kind === 'refused' || found === undefined || person === null) {
        const outcome = read === 'shared' ? 'shared_number' : decision.kind === 'refused' ? decision.outcome : 'unknown_badge'
        // Whoever held a badge last is named at the desk: a lost one that was replaced is nobody's now.
        const whose = person ?? (found === undefined ? null : await readLastHolder(tx, found.id))
        const memberId = whose?.id ?? null
        const added = await insertRefusedScan(tx, { id, at: now, outcome, serial, badgeId: found?.id ?? null, memberId, scanId, ...where })
        if (added) await writeAudit(tx, auditOfScan({ id, now, memberId, name: whose?.displayName ?? null, serialTail: serialTail(serial), actor: request.actor, ...where }, outcome, 'checkin_scan_refused', 'refused_scan'))
        // A lost badge must not tell its finder whose it is; the desk sees it in the activity.
        const alerted = added && (await watcher?.refused(tx, { outcome, serial, memberId, stationId: request.stationId, stationName, at: now }))
        return { outcome: toOutcome({ ...seen, outcome, at: now, person: outcome === 'inactive_badge' ? null : person }), revision: null, alerted: alerted === true }
      }

      const { direction, at, notes } = decision
      const options = direction === 'out' ? await readHold(tx, person.id, scanId, now, unitTime()) : undefined
      if (options !== undefined) {
        const added = await insertRefusedScan(tx, { id, at: now, outcome: 'lockup_held', serial, badgeId: found.id, memberId: person.id, scanId, ...where })
        if (added) await writeAudit(tx, auditOfScan({ id, now, memberId: person.id, name: person.displayName, actor: request.actor, ...where }, 'lockup_held', 'checkin_scan_refused', 'refused_scan'))
        return { outcome: toOutcome({ ...seen, outcome: 'lockup_held', at: now, person, options }), revision: null }
      }
      const record = recordOfMove(decision, { id, scanId, now, memberId: person.id, name: person.displayName, badgeId: found.id, actor: request.actor, ...where })
      await writeAudit(tx, record.audit)
      const revision = await insertMovement(tx, record.movement)
      const ended = direction === 'out' ? await endLiveDuties(tx, [person.id], at, 'member_checkout') : 0
      const watched = await watcher?.moved(tx, { memberId: person.id, direction, isNoted: holder?.admission === 'note', stationId: request.stationId, stationName, at })
      const outcome = toOutcome({ ...seen, outcome: `member_${direction}`, at, direction, movementId: id, person, notes: [...notes], messages: watched?.messages ?? [], contractEnd: holder?.contractEnd ?? null })
      return { outcome, revision, alerted: watched?.raised ?? false, dutyEnded: ended > 0 }
    }

    const result = await database.transaction(async (tx): Promise<ScanResult> => {
      const roll = muster?.open() ?? null
      const decided = await decide(tx, roll)
      if (roll === null || decided.musterId !== undefined || decided.isReplay === true) return decided
      const { outcome, direction, at, stationId, stationName } = decided.outcome
      const marked = await roll.mark(tx, { serial, scanId, outcome, direction: outcome === 'duplicate' ? null : direction, at: new Date(at), stationId, stationName, isPoint: false, actorName: request.actor.name })
      return marked === undefined ? decided : { ...decided, musterId: roll.musterId }
    })
    afterCommit()
    return result
  }
}

/** The first answer to this scan id, when it moved somebody: a lost answer may be asked for again (trust.md F2b). */
async function replay(tx: Tx, scanId: string, serial: string): Promise<ScanOutcome | undefined> {
  const row = await findScan(tx, scanId)
  if (row === undefined) {
    const pass = await findPassScan(tx, scanId)
    if (pass !== undefined) return toOutcome({ scanId, serial, outcome: 'visitor_out', direction: 'out', ...pass })
    const attended = await findEventScan(tx, scanId)
    return attended && toOutcome({ scanId, serial, ...attended })
  }
  const { direction, at, stationId, stationName, movementId, voided } = row
  // Asked again after a lost answer it can still be taken back, once.
  return toOutcome({ scanId, serial, outcome: `member_${direction}`, at, direction, stationId, stationName, movementId: voided ? null : movementId, person: toPerson(row) })
}
