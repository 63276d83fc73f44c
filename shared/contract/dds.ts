/** Who has the duty today (domain.md 4.12), and who fills a seat of the Duty Watch for the time being (4.14). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { CivilDate, Count, Empty, Instant, PersonName, SearchDate, Uuid } from './fields.ts'
import { Note, Override } from './lockup.ts'
import { BadgeStation, MeantDoer } from './proofs.ts'
import { StartOfDay } from './start-of-day.ts'

export const handoverStates = ['none', 'upcoming', 'pending'] as const
export const responsibilityActs = ['assigned', 'self_accepted', 'confirmed', 'transferred', 'released', 'acquired', 'building_opened', 'lockup_started', 'lockup_cancelled', 'building_lockup'] as const
export const openItemKinds = ['alerts', 'badges'] as const

const Live = v.object({
  ...PersonName.entries,
  /** `pending`: theirs, and not accepted yet. */
  status: v.picklist(['pending', 'active']),
  /** Today’s assignment; the outgoing of a hand-over that waits; or the roster. */
  source: v.picklist(['assignment', 'handover', 'roster']),
  acceptedAt: v.nullable(Instant),
  isInside: v.boolean(),
})

export const DdsToday = v.object({
  operationalDate: CivilDate,
  live: v.nullable(Live),
  /** This week’s and next week’s on the published rosters. */
  scheduled: v.nullable(v.object({ ...PersonName.entries, isConfirmed: v.boolean(), isInside: v.boolean() })),
  next: v.nullable(PersonName),
  handover: v.object({
    state: v.picklist(handoverStates),
    outgoing: v.nullable(PersonName),
    incoming: v.nullable(PersonName),
    /** The first operational day of this week; null = there is none, or nothing to hand over. */
    dueOn: v.nullable(CivilDate),
  }),
})

const Handover = v.object({
  ...DdsToday.entries.handover.entries,
  outgoingIsInside: v.boolean(),
  incomingIsInside: v.boolean(),
  incomingIsQualified: v.boolean(),
  /** What is still open and goes over to the incoming: each kind must be acknowledged. */
  open: v.array(v.object({ kind: v.picklist(openItemKinds), count: Count })),
})

const LogEntry = v.object({
  seq: Count,
  at: Instant,
  operationalDate: CivilDate,
  responsibility: v.picklist(['dds', 'lockup']),
  action: v.picklist(responsibilityActs),
  /** With the names of then. */
  person: v.nullable(PersonName),
  from: v.nullable(PersonName),
  actorName: v.string(),
  actorKind: v.string(),
  notes: v.nullable(v.string()),
})

const Seat = v.object({ id: Uuid, code: v.string(), name: v.string(), nameFr: v.nullable(v.string()), maxSlots: Count })
const LiveDuty = v.object({ id: Uuid, person: PersonName, seatId: Uuid, seatCode: v.string(), startedAt: Instant, startedBy: v.string(), note: v.nullable(v.string()) })
const LiveDuties = v.object({ seats: v.array(Seat), duties: v.array(LiveDuty) })

const taking = ['not_inside', 'dds_not_qualified'] as const
const consent = ['badge_needed', 'badge_proof_needed', 'forbidden'] as const

export const dds = {
  today: call({ needs: 'display', summary: 'Who is DDS, who is rostered this week and next, and whether the weekly hand-over waits.', input: Empty, output: DdsToday, errors: [] }),
  candidates: call({
    needs: 'device',
    summary: 'Members inside who may take the duty, senior first.',
    input: Empty,
    output: v.object({ people: v.array(v.object({ ...PersonName.entries, numberTail: v.string(), /** The roster or the hand-over names them. */ isExpected: v.boolean(), isLive: v.boolean() })) }),
    errors: [],
  }),
  startOfDay: call({
    needs: 'device',
    summary: 'What the person who is signed in, or whose badge was read last at the station, may take on now.',
    input: v.object({ stationId: BadgeStation }),
    output: StartOfDay,
    errors: ['badge_needed', 'member_unknown'],
  }),
  accept: call({
    needs: 'device',
    summary: 'The person who is signed in, or whose badge was read last at the station, takes the duty of today; lockup comes with it, and a secured building is opened.',
    input: v.object({ meant: MeantDoer, stationId: BadgeStation, note: Note }),
    output: DdsToday,
    errors: ['badge_needed', 'member_unknown', ...taking, 'dds_taken', 'dds_handover_pending'],
  }),
  set: call({
    needs: 'admin',
    summary: 'An administrator makes a qualified member who is inside the DDS of today, whoever was; this ends a hand-over that waits.',
    input: v.object({ memberId: Uuid, note: Note }),
    output: DdsToday,
    errors: ['member_unknown', ...taking],
  }),
  transfer: call({
    needs: 'device',
    summary: 'The duty goes from the DDS to a qualified member who is inside, with both badges, or by override with a reason.',
    input: v.object({ toMemberId: Uuid, stationId: BadgeStation, note: Note, override: Override }),
    output: DdsToday,
    errors: ['member_unknown', ...consent, ...taking, 'dds_none', 'dds_same_person'],
  }),
  release: call({ needs: 'adminOrDds', summary: 'Ends the duty of today without giving it to anybody; lockup stays where it is.', input: v.object({ note: Note }), output: DdsToday, errors: ['dds_none'] }),
  handover: call({ needs: 'device', summary: 'The weekly hand-over with what is still open.', input: Empty, output: Handover, errors: [] }),
  completeHandover: call({
    needs: 'device',
    summary: 'The outgoing DDS of last week hands over to this week’s, with both badges, or by override with a reason; lockup follows.',
    input: v.object({ acknowledged: v.array(v.picklist(openItemKinds)), stationId: BadgeStation, note: Note, override: Override }),
    output: DdsToday,
    errors: ['member_unknown', ...consent, ...taking, 'dds_handover_none', 'dds_handover_open'],
  }),
  log: call({
    needs: 'basic',
    summary: 'Every change of hands of DDS and lockup, newest first; a page follows on the one before it by its cursor.',
    input: v.object({
      responsibility: v.optional(v.nullable(v.picklist(['dds', 'lockup'])), null),
      /** Who got it or gave it. */
      member: v.optional(v.nullable(Uuid), null),
      from: v.optional(v.nullable(SearchDate), null),
      to: v.optional(v.nullable(SearchDate), null),
      /** The `seq` that the page before ended with. */
      cursor: v.optional(v.nullable(Count), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 50),
    }),
    output: v.object({ entries: v.array(LogEntry), next: v.nullable(Count) }),
    errors: [],
  }),
  liveDuties: call({ needs: 'display', summary: 'The seats of the Duty Watch, and who fills one for the time being.', input: Empty, output: LiveDuties, errors: [] }),
  setLiveDuty: call({
    needs: 'adminOrDds',
    summary: 'Puts a qualified member who is inside into a seat of the Duty Watch right now; a seat they had before ends.',
    input: v.object({ memberId: Uuid, seatId: Uuid, note: Note }),
    output: LiveDuties,
    errors: ['member_unknown', 'not_inside', 'seat_unknown', 'seat_held', 'seat_full', 'seat_not_qualified'],
  }),
  clearLiveDuty: call({ needs: 'adminOrDds', summary: 'Ends such a cover by hand.', input: v.object({ liveDutyId: Uuid, note: Note }), output: LiveDuties, errors: ['live_duty_unknown'] }),
  changed: event({ needs: 'display', summary: 'The DDS, the hand-over or a cover of the Duty Watch changed.', payload: Empty }),
}
