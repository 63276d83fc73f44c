/** Scans that this station keeps while its server is away, and what became of them (domain.md 4.4 ▶, 4.25 ▶). */
import * as v from 'valibot'
import { offlineReasons } from '../domain/offline.ts'
import { Count, Direction, Empty, Instant, StationId, Uuid } from './fields.ts'
import { call, event } from './kit.ts'
import { ScanPerson, scanOutcomes } from './presence.ts'

export const OfflineStatus = v.object({
  /** The server does not answer; scans are kept. */
  away: v.boolean(),
  /** Since when; null = it is there. */
  since: v.nullable(Instant),
  /** Kept, and not yet entered. */
  kept: Count,
  /** When the first of those was kept, by this station's clock. */
  oldestAt: v.nullable(Instant),
  /** They are being entered. */
  entering: v.nullable(v.object({ done: Count, total: Count })),
  /** Of those kept: could not be entered though the server answers, and stay. */
  failed: Count,
  /** Of the stations together: scans that somebody should look at. */
  toSee: Count,
  /** How many can be kept, and for how long. */
  limits: v.object({ scans: Count, days: Count }),
})

export const OfflineItem = v.object({
  id: Uuid,
  seq: Count,
  stationId: StationId,
  stationName: v.string(),
  /** When it counts; what the station's clock said, null where that cannot be read. */
  at: Instant,
  scannedAt: v.nullable(Instant),
  enteredAt: Instant,
  serialTail: v.nullable(v.string()),
  person: v.nullable(ScanPerson),
  /** What the person was told at the door, and who was greeted where it was somebody else. */
  told: v.nullable(v.picklist(['kept_in', 'kept_out', 'kept_again', 'kept_unknown', 'kept_refused'])),
  greeted: v.nullable(v.string()),
  /** What the record says. */
  outcome: v.picklist([...scanOutcomes, 'not_fitted', 'too_old', 'unreadable', 'failed']),
  direction: v.nullable(Direction),
  movementId: v.nullable(Uuid),
  reasons: v.array(v.picklist(offlineReasons)),
  /** Movements of the same person that it turned round; to nothing where Sentinel had signed them out by itself. */
  turned: v.array(v.object({ at: Instant, from: Direction, to: v.nullable(Direction) })),
  seen: v.nullable(v.object({ at: Instant, name: v.string() })),
})

export const offline = {
  status: call({ needs: 'display', summary: 'Whether the server is away, and how many scans this station keeps. Answers without the server.', input: Empty, output: OfflineStatus, errors: [] }),
  disagreements: call({
    needs: 'quartermasterOrDds',
    summary: 'Scans that were kept and that somebody should look at: what the person was told and what the record says differ, or others were turned round. Latest first.',
    input: v.object({ includeSeen: v.optional(v.boolean(), false), before: v.optional(v.nullable(Count), null), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50) }),
    output: v.object({ items: v.array(OfflineItem), total: Count, next: v.nullable(Count) }),
    errors: [],
  }),
  markSeen: call({
    needs: 'quartermasterOrDds',
    summary: 'Says that a person has looked at these; they stay on the list of what was seen.',
    input: v.object({ ids: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(200)) }),
    output: v.object({ seen: Count }),
    errors: [],
  }),
  changed: event({ needs: 'display', summary: 'The server went away or came back, a scan was kept, or some were entered.', payload: OfflineStatus }),
}
