import * as v from 'valibot'
import { PersonalMessage } from './alerts.ts'
import { call, event } from './kit.ts'
import { BadgeSerialText, CivilDate, Count, Direction, DivisionRef, Empty, Instant, Revision, ScanId, StationId, Uuid } from './fields.ts'
import { StartOfDay } from './start-of-day.ts'

/**
 * The closed set of answers to a scan (domain.md 4.1 ▶). Events fill theirs in as they land. What an arriving
 * member may take on is no answer of its own but the `prompt` of `member_in` (decision 010).
 */
export const scanOutcomes = [
  'member_in',
  'member_out',
  'visitor_out',
  'attendee_in',
  'attendee_out',
  'duplicate',
  'unknown_badge',
  /** The reader shortens card numbers, and several badges have this one (hardware.md 3.1). */
  'shared_number',
  'unassigned_badge',
  'inactive_badge',
  'member_not_allowed',
  'attendee_outside_window',
  'event_closed',
  'lockup_held',
  'badge_enrolled',
  /** Held up to sign in at the desk: nobody moved. */
  'sign_in_badge',
  /** Held up to agree to an act, such as taking over lockup: nobody moved. */
  'badge_proof',
  /** Held up while the station’s readers are being tested: nobody moved. */
  'reader_test',
  /** Held up at a muster point while a muster is open: accounted for, and nobody moved. */
  'muster_safe',
  /** The same in a drill. */
  'drill_safe',
  /** The server is away: kept on this station, foretold from what it last knew, and entered later. */
  'kept_in',
  'kept_out',
  /** The same of a badge that this station does not know, and of one that was not valid. */
  'kept_unknown',
  'kept_refused',
  /** The scan could not be written: the person must be told in red and put on paper. */
  'not_recorded',
] as const

/** Why an accepted scan wants a second look; shown in amber, never a refusal. */
export const scanNotes = ['member_inactive', 'member_deployed', 'member_status', 'contract_ended', 'clock_set_back'] as const

export const ScanPerson = v.object({
  id: Uuid,
  rank: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  displayName: v.string(),
  division: v.nullable(DivisionRef),
})

export const ScanOutcome = v.object({
  scanId: ScanId,
  outcome: v.picklist(scanOutcomes),
  /** A plain English sentence; windows say it in their own language from `outcome`. */
  message: v.string(),
  person: v.nullable(ScanPerson),
  direction: v.nullable(Direction),
  /** Of the movement that this scan made: what `history.undo` takes back. Null when it moved nobody. */
  movementId: v.nullable(Uuid),
  /** When the movement counts; for a duplicate, when the first one did. */
  at: Instant,
  stationId: StationId,
  stationName: v.string(),
  /** The last four characters: enough to tell two badges apart, too few to copy one. */
  serialTail: v.string(),
  notes: v.array(v.picklist(scanNotes)),
  /** Notes that wait for this person. */
  messages: v.array(PersonalMessage),
  /** The one the badge's holder differs from whom the scan would admit, the date a contract ended and the like. */
  contractEnd: v.nullable(CivilDate),
  /** Of `lockup_held`: what the holder may do instead of leaving. */
  options: v.array(v.picklist(['lock_up', 'hand_over'])),
  /** Of an arrival, which is recorded already: what this member may take on now, or who is needed. Null = nothing is open. */
  prompt: v.nullable(StartOfDay),
  /** Of an arrival: the next published duty of each role within six weeks, the nearest first. */
  nextDuties: v.array(v.object({ role: v.string(), date: CivilDate })),
})

export const PersonInside = v.object({
  id: Uuid,
  kind: v.picklist(['member', 'visitor', 'attendee']),
  rank: v.string(),
  /** Seniority, greater is senior; sort by it, never by the rank's letters. */
  rankOrder: v.number(),
  firstName: v.string(),
  lastName: v.string(),
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  status: v.string(),
  since: Instant,
  stationId: StationId,
  stationName: v.string(),
  /** Of a visitor or an attendee: for whom they work, the pass or badge they were lent, and the event they take part in. */
  guest: v.nullable(v.object({ organization: v.nullable(v.string()), pass: v.nullable(v.string()), event: v.nullable(v.string()) })),
})

export const PresenceSnapshot = v.object({
  revision: Revision,
  at: Instant,
  operationalDate: CivilDate,
  people: v.array(PersonInside),
  counts: v.object({
    members: Count,
    visitors: Count,
    /** Of events; members who take part are among the members. */
    attendees: Count,
    /** Everyone on the roll who is not archived. */
    onRoll: Count,
    byDivision: v.array(v.object({ code: v.string(), name: v.string(), present: Count, onRoll: Count })),
  }),
})

export const ActivityItem = v.object({
  /** Of the movement, the refused scan, or the visit with its direction. */
  id: v.string(),
  at: Instant,
  kind: v.picklist(['in', 'out', 'refused']),
  /** `visitor_in` is no answer to a scan: the desk or the visitor does it. */
  outcome: v.picklist([...scanOutcomes, 'visitor_in']),
  person: v.nullable(ScanPerson),
  serialTail: v.nullable(v.string()),
  stationId: StationId,
  stationName: v.string(),
  flagged: v.boolean(),
})

export const presence = {
  scan: call({
    needs: 'device',
    summary: 'Records one badge scan: decides, writes and audits in one transaction. Repeat it with the same scanId as often as you like.',
    input: v.object({
      serial: BadgeSerialText,
      stationId: v.optional(StationId),
      /** Made by the one who scans, so that a retry after a lost answer cannot count twice. */
      scanId: v.optional(ScanId),
      /** The reader's name, kept on the movement. */
      reader: v.optional(v.pipe(v.string(), v.maxLength(100))),
    }),
    output: ScanOutcome,
    errors: ['serial_invalid'],
  }),
  now: call({
    needs: 'display',
    summary: 'Everyone in the building at this moment, with counts.',
    input: Empty,
    output: PresenceSnapshot,
    errors: [],
  }),
  activity: call({
    needs: 'display',
    summary: 'The latest movements and refused scans of this operational day, newest first.',
    input: v.object({ limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 20) }),
    output: v.object({ items: v.array(ActivityItem), today: Count }),
    errors: [],
  }),
  changed: event({ needs: 'display', summary: 'Someone came or went.', payload: v.object({ revision: Revision }) }),
  scanned: event({ needs: 'display', summary: 'A badge was read and answered, at whichever of this Sentinel’s stations.', payload: ScanOutcome }),
}
