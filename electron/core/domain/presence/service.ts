/** Presence: who is inside, who came and went, and the one way to move (domain.md 4.1, 4.3). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { presence } from '../../../../shared/contract/presence.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { personOf } from '../events/badge-scan.ts'
import { countAttendeeMoves, readAttendeeMoves, readAttendeesInside } from '../events/presence.ts'
import { readVisitsInside } from '../visitors/queries.ts'
import { countVisitMoves, readVisitMoves, toPersonInside } from '../visitors/presence.ts'
import type { MusterRoll } from './muster-roll.ts'
import { toDivision, toPerson, type ScanOutcome } from './outcome.ts'
import { countMovements, readDivisionCounts, readInside, readMovements, readRefusedScans, readRevision } from './queries.ts'
import { createScan, type BadgeWitness, type EnrolmentTaker, type ScanRequest, type ScanWatcher, type SignInTaker } from './scan.ts'

type Activity = OutputOf<typeof presence.activity>
type Snapshot = OutputOf<typeof presence.now>

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
  readonly enrolment: EnrolmentTaker
  readonly signIn?: SignInTaker
  readonly witness?: BadgeWitness
  readonly watcher?: ScanWatcher
  readonly isTesting?: (stationId: string) => boolean
  readonly startOfDay?: StartOfDayReader
  readonly roster?: RosterReader
  readonly muster?: MusterRoll
}

/** Knows what an arriving member may take on (domain.md 4.12.5). Never rejects: the arrival stands whatever it finds. */
export interface StartOfDayReader {
  promptFor(memberId: string): Promise<ScanOutcome['prompt']>
}

/** Knows what an arriving member is rostered for (domain.md 4.13). */
export interface RosterReader {
  nextDuties(memberId: string): Promise<ScanOutcome['nextDuties']>
}

export interface PresenceService {
  /** Records a scan and tells every window, in that order. Refuses `serial_invalid`. */
  scan(request: ScanRequest): Promise<ScanOutcome>
  now(): Promise<Snapshot>
  /** The newest `limit` movements and refused scans of the operational day. */
  activity(limit: number): Promise<Activity>
}

export function createPresenceService({ database, clock, hub, unitTime, enrolment, signIn, witness, watcher, startOfDay, roster, isTesting, muster }: Dependencies): PresenceService {
  const recordScan = createScan({ database, clock, unitTime, enrolment, signIn, witness, watcher, isTesting, muster })
  /** The arrival is committed before anything is offered; a bounce must not take the offer off the screen again. */
  const withPrompt = async (outcome: ScanOutcome): Promise<ScanOutcome> => {
    const { person, direction } = outcome
    const arrived = direction === 'in' && (outcome.outcome === 'member_in' || outcome.outcome === 'duplicate')
    if (!arrived || person === null) return outcome
    const prompt = (await startOfDay?.promptFor(person.id)) ?? null
    // Whoever has arrived has arrived: a card without its chip is better than none.
    const nextDuties = (await roster?.nextDuties(person.id).catch(() => [])) ?? []
    return { ...outcome, prompt, nextDuties }
  }
  return {
    async scan(request) {
      const { outcome: recorded, revision, alerted = false, visited = false, attended = false, dutyEnded = false, musterId } = await recordScan(request)
      const outcome = await withPrompt(recorded)
      hub.emit('presence.scanned', outcome)
      if (revision !== null) hub.emit('presence.changed', { revision })
      if (visited) hub.emit('visitors.changed', {})
      if (attended) hub.emit('events.changed', {})
      if (alerted) hub.emit('alerts.changed', {})
      if (dutyEnded) hub.emit('dds.changed', {})
      if (musterId !== undefined) hub.emit('muster.changed', { musterId })
      return outcome
    },

    async now() {
      const at = clock.now()
      return database.read(async (tx) => {
        const revision = await readRevision(tx)
        const inside = await readInside(tx)
        const visits = await readVisitsInside(tx)
        const attendees = await readAttendeesInside(tx)
        const divisions = await readDivisionCounts(tx)
        return {
          revision,
          at: at.toISOString(),
          operationalDate: operationalDate(at, unitTime()),
          people: [...inside.map((row) => ({ ...row, kind: 'member' as const, division: toDivision(row), since: row.since.toISOString(), guest: null })), ...visits.map(toPersonInside), ...attendees],
          counts: {
            members: inside.length,
            visitors: visits.length,
            attendees: attendees.length,
            onRoll: divisions.reduce((sum, row) => sum + row.onRoll, 0),
            byDivision: divisions.flatMap(({ code, name, present, onRoll }) => (code === null ? [] : [{ code, name: name ?? code, present, onRoll }])),
          },
        }
      })
    },

    async activity(limit) {
      const { start, end } = operationalDayWindow(operationalDate(clock.now(), unitTime()), unitTime())
      return database.read(async (tx) => {
        const moves = await readMovements(tx, start, end, limit)
        const visits = await readVisitMoves(tx, start, end, limit)
        const attended = await readAttendeeMoves(tx, start, end, limit)
        const refused = await readRefusedScans(tx, start, end, limit)
        const items: Activity['items'] = [
          ...moves.map((row) => ({
            id: row.movementId,
            at: row.at.toISOString(),
            kind: row.direction,
            outcome: `member_${row.direction}` as const,
            person: toPerson(row),
            serialTail: null,
            stationId: row.stationId,
            stationName: row.stationName,
            flagged: row.flagged,
          })),
          ...visits,
          ...attended,
          ...refused.map((row) => ({
            id: row.refusedId,
            at: row.at.toISOString(),
            kind: 'refused' as const,
            outcome: row.outcome as ScanOutcome['outcome'],
            person: toPerson(row) ?? (row.attendee === null ? null : personOf(row.attendee)),
            serialTail: serialTail(row.serial),
            stationId: row.stationId,
            stationName: row.stationName,
            flagged: false,
          })),
        ]
        // Each list is newest first and at most `limit` long; a stable sort keeps the order of recording within one instant.
        items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
        return { items: items.slice(0, limit), today: (await countMovements(tx, start, end)) + (await countVisitMoves(tx, start, end)) + (await countAttendeeMoves(tx, start, end)) }
      })
    },
  }
}
