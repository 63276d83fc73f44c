/** Who has promised to secure the building, and its securing (domain.md 4.15). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { CivilDate, Count, DivisionRef, Empty, Instant, PersonName, SearchDate, Uuid } from './fields.ts'
import { BadgeStation, MeantDoer } from './proofs.ts'

export const buildingStates = ['secured', 'open', 'locking_up'] as const
export const transferReasons = ['manual', 'dds_handoff', 'duty_watch_takeover', 'checkout_transfer'] as const
export const confirmations = ['both_badges', 'override', 'dds_alignment'] as const

export const Note = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), '')
/** Without the badges: an administrator or the DDS, who says why. */
export const Override = v.optional(v.object({ reason: v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(500)) }))

const Cycle = v.object({ id: Uuid, operationalDate: CivilDate, openedAt: Instant, openedBy: PersonName, securedAt: v.nullable(Instant), /** Null while it is not secured, or by Sentinel at the daily reset. */ securedBy: v.nullable(PersonName), executionId: v.nullable(Uuid) })

export const LockupStatus = v.object({
  status: v.picklist(buildingStates),
  operationalDate: CivilDate,
  /** Grows with each change of this cycle; 0 where the building was never opened. */
  version: Count,
  /** When this state began; null = the building was never opened. */
  since: v.nullable(Instant),
  /** Null exactly when the building is secured. */
  holder: v.nullable(PersonName),
  holderSince: v.nullable(Instant),
  opened: v.nullable(v.object({ at: Instant, by: PersonName, note: v.nullable(v.string()) })),
  locking: v.nullable(v.object({ since: Instant, by: PersonName, /** For longer than a quarter of an hour: somebody should look. */ isStuck: v.boolean() })),
  /** The latest securing, whenever it was. */
  secured: v.nullable(v.object({ at: Instant, by: v.nullable(PersonName), executionId: v.nullable(Uuid) })),
  /** Openings and securings of this operational day, oldest first, with one that began before and is not secured yet. */
  cycles: v.array(Cycle),
  inside: v.object({ members: Count, visitors: Count, attendees: Count }),
})

export const LockupCandidate = v.object({
  id: Uuid,
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  /** The last three signs of the service number: tells two of one name apart. */
  numberTail: v.string(),
  grounds: v.array(v.picklist(['holder', 'qualification', 'dds', 'scheduled_dds'])),
  qualifications: v.array(v.string()),
  /** Code of the seat in tonight’s Duty Watch: the SWK, or else the DSWK, takes lockup by the time it begins. */
  tonight: v.nullable(v.string()),
})
const Candidates = v.object({ people: v.array(LockupCandidate) })

const PersonToLeave = v.object({
  kind: v.picklist(['member', 'visitor', 'attendee']),
  id: Uuid,
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  /** When and where they came in. */
  since: Instant,
  stationName: v.string(),
  isHolder: v.boolean(),
})

export const LockupList = v.object({
  /** What `execute` must be given: it changes whenever anybody comes or goes. */
  version: v.string(),
  status: v.picklist(buildingStates),
  /** Senior first; empty when the building is secured. */
  people: v.array(PersonToLeave),
  locking: LockupStatus.entries.locking,
})

export const LockupExecution = v.object({
  id: Uuid,
  cycleId: Uuid,
  operationalDate: CivilDate,
  openedAt: Instant,
  openedBy: PersonName,
  executedAt: Instant,
  executedBy: PersonName,
  stationName: v.string(),
  /** As they were called then. */
  people: v.array(v.object({ kind: v.picklist(['member', 'visitor', 'attendee']), id: Uuid, name: v.string(), division: v.nullable(v.string()), since: Instant, /** Counted as a missed check-out. */ missed: v.boolean() })),
  total: Count,
  missed: Count,
  notes: v.nullable(v.string()),
})

const Cursor = v.object({ at: Instant, id: Uuid })

const HistoryEntry = v.object({
  id: Uuid,
  at: Instant,
  operationalDate: CivilDate,
  kind: v.picklist(['opened', 'handed_over', 'secured', 'reset']),
  /** Who opened, received or secured; null = Sentinel. */
  person: v.nullable(PersonName),
  /** Who gave it. */
  from: v.nullable(PersonName),
  reason: v.nullable(v.picklist(transferReasons)),
  confirmedBy: v.nullable(v.picklist(confirmations)),
  actorName: v.nullable(v.string()),
  total: v.nullable(Count),
  executionId: v.nullable(Uuid),
  notes: v.nullable(v.string()),
})

const identity = ['badge_needed', 'badge_proof_needed', 'forbidden'] as const
const receiving = ['member_unknown', 'not_inside', 'lockup_no_authority'] as const

export const lockup = {
  status: call({ needs: 'display', summary: 'Whether the building is secured, open or being locked up, who holds lockup, and what was opened and secured today.', input: Empty, output: LockupStatus, errors: [] }),
  openers: call({ needs: 'device', summary: 'Members inside who may open the building, senior first.', input: Empty, output: Candidates, errors: [] }),
  recipients: call({ needs: 'device', summary: 'Members inside to whom lockup may be handed, senior first.', input: Empty, output: Candidates, errors: [] }),
  open: call({
    needs: 'device',
    summary: 'Opens the secured building: a new cycle begins, and who opens it holds lockup. By one’s own badge or session; for somebody else with that person’s badge, or by override.',
    input: v.object({ memberId: v.optional(Uuid), stationId: BadgeStation, note: Note, override: Override }),
    output: LockupStatus,
    errors: [...identity, ...receiving, 'building_open'],
  }),
  handOver: call({
    needs: 'device',
    summary: 'Hands lockup to somebody inside who may hold it, with the badges of giver and receiver, or by override with a reason. To the SWK or DSWK of tonight it is a takeover by the Duty Watch, whether said or not.',
    input: v.object({ toMemberId: Uuid, reason: v.optional(v.picklist(['manual', 'duty_watch_takeover', 'checkout_transfer']), 'manual'), stationId: BadgeStation, note: Note, override: Override }),
    output: LockupStatus,
    errors: [...identity, ...receiving, 'building_secured', 'lockup_same_person'],
  }),
  list: call({ needs: 'device', summary: 'Everybody who would be signed out by securing the building now, with the version of that list.', input: Empty, output: LockupList, errors: [] }),
  start: call({
    needs: 'device',
    summary: 'Begins to lock up and answers everybody who is still inside. Badges go on counting.',
    input: v.object({ meant: MeantDoer, stationId: BadgeStation, note: Note }),
    output: LockupList,
    errors: [...identity, 'building_secured', 'lockup_not_yours'],
  }),
  cancel: call({
    needs: 'device',
    summary: 'Stops locking up: the building is open again, with the same holder.',
    input: v.object({ meant: MeantDoer, stationId: BadgeStation, note: Note }),
    output: LockupStatus,
    errors: [...identity, 'building_secured', 'lockup_not_yours', 'lockup_not_started'],
  }),
  execute: call({
    needs: 'device',
    summary: 'Secures the building in one act: everybody on the confirmed list is signed out, and who forgot to is noted. Refused when somebody came or went since the list was confirmed. Asked again with the same requestId it answers the same.',
    input: v.object({
      /** Made by the one who asks. */
      requestId: Uuid,
      /** Of the list that was confirmed. */
      version: v.string(),
      meant: MeantDoer,
      stationId: BadgeStation,
      note: Note,
    }),
    output: LockupExecution,
    errors: [...identity, 'building_secured', 'lockup_not_yours', 'lockup_not_started', 'lockup_list_changed'],
  }),
  execution: call({ needs: 'quartermaster', summary: 'One securing with everybody it signed out, to be read or printed.', input: v.object({ executionId: Uuid }), output: LockupExecution, errors: ['lockup_execution_unknown'] }),
  history: call({
    needs: 'quartermaster',
    summary: 'Openings, hand-overs and securings, newest first; a page follows on the one before it by its cursor.',
    input: v.object({
      /** Operational dates, both included. */
      from: v.optional(v.nullable(SearchDate), null),
      to: v.optional(v.nullable(SearchDate), null),
      cursor: v.optional(v.nullable(Cursor), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 50),
    }),
    output: v.object({ entries: v.array(HistoryEntry), next: v.nullable(Cursor) }),
    errors: [],
  }),
  changed: event({ needs: 'display', summary: 'The building was opened, handed over, is being locked up, or was secured.', payload: Empty }),
}
