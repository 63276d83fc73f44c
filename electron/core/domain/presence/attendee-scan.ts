/** What a scan answers an attendee, and what it leaves behind where they may not come in (domain.md 4.1 ▶, scenario 28). */
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../kit/id.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import type { EventTaken } from '../events/badge-scan.ts'
import { toOutcome } from './outcome.ts'
import { bumpRevision, insertRefusedScan } from './queries.ts'
import type { ScanResult, ScanWatcher } from './scan.ts'
import { auditOfScan } from './scan-record.ts'

interface Seen {
  readonly scanId: string
  readonly serial: string
  readonly stationId: string
  readonly stationName: string
  readonly badgeId: string
  readonly reader: string | null
  readonly actor: Actor
  readonly watcher: ScanWatcher | undefined
}

/** In the scan's transaction. Their coming or going is written already; a refusal is written here, with its alert. */
export async function answerAttendee(tx: Tx, { outcome, person, direction, at, isSetBack }: EventTaken, { badgeId, reader, actor, watcher, ...seen }: Seen): Promise<ScanResult> {
  const answer = toOutcome({ ...seen, outcome, at, direction, person, notes: isSetBack ? ['clock_set_back'] : [] })
  if (outcome === 'attendee_in' || outcome === 'attendee_out') return { outcome: answer, revision: await bumpRevision(tx), attended: true }
  if (outcome === 'duplicate') return { outcome: answer, revision: null }
  const { serial, scanId, stationId, stationName } = seen
  const id = newId()
  const added = await insertRefusedScan(tx, { id, at, outcome, serial, badgeId, attendeeId: person.id, scanId, stationId, reader })
  if (!added) return { outcome: answer, revision: null }
  await writeAudit(tx, auditOfScan({ id, now: at, memberId: null, name: person.displayName, serialTail: serialTail(serial), actor, stationId, reader }, outcome, 'checkin_scan_refused', 'refused_scan'))
  const alerted = await watcher?.refused(tx, { outcome, serial, memberId: null, name: person.displayName, stationId, stationName, at })
  return { outcome: answer, revision: null, alerted: alerted === true }
}
