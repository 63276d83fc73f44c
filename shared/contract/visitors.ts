/** Visitors: who came to see whom, with which pass, from when to when (domain.md 2.2, 4.8). */
import * as v from 'valibot'
import { retentionEntries, RetentionSchema } from '../domain/retention.ts'
import { recruitmentSteps, visitEnds, visitLacks, visitMethods, visitPurposes } from '../domain/visits.ts'
import { call, event } from './kit.ts'
import { CivilDate, Code, Count, Empty, Instant, OneLine, OptionalOneLine, OptionalText, PersonName, RealDate, SearchDate, StationId, TimeOfDay, Uuid, Version } from './fields.ts'

/** What a visitor tells of themselves. What is needed besides the name depends on the kind of visit (4.8). */
const Details = {
  visitType: Code,
  firstName: OptionalOneLine(100),
  lastName: OneLine(100),
  /** Of a military visitor, as they write it. */
  rank: OptionalOneLine(50),
  /** A unit or a company. */
  organization: OptionalOneLine(200),
  purpose: v.picklist(visitPurposes),
  details: OptionalOneLine(500),
  recruitmentStep: v.optional(v.nullable(v.picklist(recruitmentSteps)), null),
  hostMemberId: v.optional(v.nullable(Uuid), null),
  phone: OptionalOneLine(25),
  licensePlate: OptionalOneLine(20),
}
export const VisitDetails = v.object(Details)

const Pass = v.object({ badgeId: Uuid, label: v.string(), lentAt: Instant, /** Null = they have it, or it never came back. */ returnedAt: v.nullable(Instant) })

export const Visit = v.object({
  id: Uuid,
  displayName: v.string(),
  firstName: v.nullable(v.string()),
  lastName: v.string(),
  rank: v.nullable(v.string()),
  organization: v.nullable(v.string()),
  visitType: v.object({ code: v.string(), name: v.string(), nameFr: v.nullable(v.string()) }),
  purpose: v.picklist(visitPurposes),
  details: v.nullable(v.string()),
  recruitmentStep: v.nullable(v.picklist(recruitmentSteps)),
  /** Of temporary access, that they came for. */
  event: v.nullable(v.object({ id: Uuid, name: v.string() })),
  host: v.nullable(v.object({ ...PersonName.entries, /** In the building at this moment. */ isInside: v.boolean() })),
  phone: v.nullable(v.string()),
  licensePlate: v.nullable(v.string()),
  notes: v.nullable(v.string()),
  pass: v.nullable(Pass),
  since: Instant,
  stationName: v.string(),
  method: v.picklist(visitMethods),
  actorName: v.string(),
  /** What they told of themselves is kept no longer. */
  isDisposed: v.boolean(),
  /** Null while they are inside. */
  until: v.nullable(Instant),
  endedBy: v.nullable(v.picklist(visitEnds)),
  /** For the next change: it is refused when somebody else was faster. */
  updatedAt: Instant,
})

export const ExpectedVisit = v.object({
  id: Uuid,
  date: CivilDate,
  /** On the unit’s clock; null = any time of that day. */
  time: v.nullable(TimeOfDay),
  displayName: v.string(),
  firstName: v.nullable(v.string()),
  lastName: v.string(),
  rank: v.nullable(v.string()),
  organization: v.nullable(v.string()),
  visitType: Code,
  purpose: v.picklist(visitPurposes),
  details: v.nullable(v.string()),
  recruitmentStep: v.nullable(v.picklist(recruitmentSteps)),
  host: v.nullable(PersonName),
  phone: v.nullable(v.string()),
  licensePlate: v.nullable(v.string()),
  /** They have come: the visit that was made of it. */
  visitId: v.nullable(Uuid),
})

/** Where a page ended. */
const Cursor = v.object({ at: Instant, id: Uuid })
const detailErrors = ['visit_type_unknown', ...visitLacks, 'visit_host_unknown'] as const
const passErrors = ['badge_unknown', 'badge_not_of_visitors', 'badge_not_usable', 'badge_lent'] as const
const Search = v.optional(v.pipe(v.string(), v.maxLength(100)), '')

export const visitors = {
  inside: call({ needs: 'quartermaster', summary: 'Visitors in the building, the latest first.', input: Empty, output: v.object({ visits: v.array(Visit) }), errors: [] }),
  get: call({ needs: 'quartermaster', summary: 'One visit with all that was said.', input: v.object({ visitId: Uuid }), output: Visit, errors: ['visit_unknown'] }),
  signIn: call({
    needs: 'device',
    summary: 'Signs a visitor in, at the desk or by themselves at a kiosk, and lends them a pass. Asked again with the same requestId it answers the same.',
    input: v.object({
      /** Made by the one who asks, so that a retry after a lost answer makes no second visit. */
      requestId: Uuid,
      ...Details,
      /** A badge of the visitors’ pool; null = none is lent. */
      badgeId: v.optional(v.nullable(Uuid), null),
      /** The event of temporary access that they come for, as `events.open` names it. */
      eventId: v.optional(v.nullable(Uuid), null),
      /** Who was expected and has come. */
      expectedId: v.optional(v.nullable(Uuid), null),
      /** Of the desk about the visitor; nobody else may write one. */
      notes: OptionalText(1000),
      stationId: v.optional(StationId),
    }),
    output: Visit,
    errors: [...detailErrors, ...passErrors, 'visit_event_unknown', 'visit_expected_unknown', 'forbidden', 'kiosk_too_often'],
  }),
  signOut: call({
    needs: 'device',
    summary: 'Signs a visitor out; their pass is handed back, or stays outstanding. A kiosk learns no name by it.',
    input: v.object({ visitId: Uuid, passReturned: v.optional(v.boolean(), true), stationId: v.optional(StationId) }),
    output: v.object({ visitId: Uuid, until: Instant, endedBy: v.picklist(visitEnds) }),
    errors: ['visit_unknown', 'visit_ended', 'kiosk_too_often'],
  }),
  leaving: call({
    needs: 'device',
    summary: 'Visitors in the building by their initials, the latest first: enough to find oneself and nobody else.',
    input: Empty,
    output: v.object({ people: v.array(v.object({ visitId: Uuid, initials: v.string(), since: Instant, passLabel: v.nullable(v.string()) })) }),
    errors: ['kiosk_too_often'],
  }),
  undo: call({ needs: 'quartermaster', summary: 'Takes back a visitor’s latest sign-in or sign-out within a minute.', input: v.object({ visitId: Uuid }), output: v.object({ displayName: v.string() }), errors: ['visit_unknown', 'visit_ended', 'undo_too_late', 'badge_lent'] }),
  update: call({
    needs: 'adminOrDds',
    summary: 'Changes what is given of a visit and leaves the rest; refused when somebody else changed it meanwhile.',
    input: v.object({ visitId: Uuid, basedOn: Instant, ...Details, notes: OptionalText(1000) }),
    output: Visit,
    errors: ['visit_unknown', 'visit_changed', ...detailErrors],
  }),
  lendPass: call({ needs: 'quartermaster', summary: 'Lends a visitor who is inside a pass, or another one in place of the one they have.', input: v.object({ visitId: Uuid, badgeId: Uuid }), output: Visit, errors: ['visit_unknown', 'visit_ended', ...passErrors] }),
  passReturned: call({ needs: 'quartermaster', summary: 'Notes that a visitor’s pass came back, during the visit or after it.', input: v.object({ visitId: Uuid }), output: Visit, errors: ['visit_unknown', 'badge_not_outstanding'] }),
  pass: call({
    needs: 'quartermaster',
    summary: 'The pass of a visitor who is inside as a paper to wear; each print is counted, and the second and later say so.',
    input: v.object({ visitId: Uuid, /** Which of the two comes first on it. */ language: v.optional(v.picklist(['en', 'fr']), 'en'), /** It is to be printed though it was before. */ again: v.optional(v.boolean(), false) }),
    output: v.object({ fileName: v.string(), mediaType: v.string(), /** base64. */ content: v.string(), /** 1 = the first print. */ copy: Count }),
    errors: ['visit_unknown', 'visit_ended', 'pass_printed'],
  }),
  passes: call({
    needs: 'quartermaster',
    summary: 'The visitors’ passes that could be lent now, and those that never came back.',
    input: Empty,
    output: v.object({
      /** Those at hand first. */
      free: v.array(v.object({ badgeId: Uuid, label: v.string(), /** Somebody left with it: it can be lent only once it is in hand again. */ isOutstanding: v.boolean() })),
      outstanding: v.array(v.object({ visitId: Uuid, label: v.string(), displayName: v.string(), organization: v.nullable(v.string()), phone: v.nullable(v.string()), until: Instant })),
    }),
    errors: [],
  }),
  history: call({
    needs: 'quartermaster',
    summary: 'Visits, newest first, narrowed as asked; a page follows on the one before it by its cursor.',
    input: v.object({
      /** Of the visitor, the organization or the host. */
      search: Search,
      types: v.optional(v.array(Code), []),
      /** Operational dates on which they came, both included. */
      from: v.optional(v.nullable(SearchDate), null),
      to: v.optional(v.nullable(SearchDate), null),
      /** Only who was signed out for them: at lockup or at the daily reset. */
      overstayed: v.optional(v.boolean(), false),
      cursor: v.optional(v.nullable(Cursor), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
    }),
    output: v.object({ visits: v.array(Visit), next: v.nullable(Cursor) }),
    errors: [],
  }),
  returning: call({
    needs: 'quartermaster',
    summary: 'Who has visited before, with what they said the last time; names are found without regard to case or accents.',
    input: v.object({ search: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 8) }),
    output: v.object({ people: v.array(v.object({ visitId: Uuid, displayName: v.string(), lastVisit: Instant, visits: Count, isInside: v.boolean(), ...VisitDetails.entries, host: v.nullable(PersonName) })) }),
    errors: [],
  }),
  hosts: call({
    needs: 'device',
    summary: 'Active members whom somebody may come to see, by two letters of the name or more.',
    input: v.object({ search: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(100)), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 8) }),
    output: v.object({ people: v.array(PersonName) }),
    errors: ['kiosk_too_often'],
  }),
  expected: call({ needs: 'quartermaster', summary: 'Who is expected on a day and the days after it, in the order of time; null = today.', input: v.object({ date: v.optional(v.nullable(SearchDate), null), days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)), 1) }), output: v.object({ expected: v.array(ExpectedVisit) }), errors: [] }),
  expect: call({
    needs: 'quartermaster',
    summary: 'Writes down somebody who is expected.',
    input: v.object({ date: RealDate, time: v.optional(v.nullable(TimeOfDay), null), ...Details }),
    output: v.object({ id: Uuid }),
    errors: [...detailErrors, 'visit_expected_past'],
  }),
  forget: call({ needs: 'quartermaster', summary: 'Takes somebody off those expected who has not come.', input: v.object({ expectedId: Uuid }), output: v.object({ displayName: v.string() }), errors: ['visit_expected_unknown'] }),
  retention: call({
    needs: 'admin',
    summary: 'How long what visitors told of themselves is kept, and what would be disposed of at the next turn of the day.',
    input: Empty,
    output: v.object({ settings: v.object(retentionEntries), version: Count, damaged: v.array(v.string()), due: v.object({ visits: Count, expected: Count }), /** Operational dates: nobody who left on or after `keptFrom` is due; the oldest visit that still has a name. */ keptFrom: CivilDate, oldest: v.nullable(CivilDate), disposed: Count }),
    errors: [],
  }),
  retentionPreview: call({ needs: 'admin', summary: 'What would be due if visits were kept for so many months.', input: v.object({ visitMonths: retentionEntries.visitMonths }), output: v.object({ visits: Count, expected: Count, keptFrom: CivilDate }), errors: [] }),
  updateRetention: call({ needs: 'admin', summary: 'Says how long visits are kept, over the version that was seen; never for less than the law asks.', input: v.object({ basedOn: Version, settings: RetentionSchema }), output: v.object({ version: Count }), errors: ['setting_changed'] }),
  personFile: call({
    needs: 'admin',
    summary: 'Everything that is kept of one visitor, for whoever asks for their own file: every visit of the same name.',
    input: v.object({ visitId: Uuid, format: v.optional(v.picklist(['csv', 'xlsx']), 'csv'), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({ fileName: v.string(), mediaType: v.string(), content: v.string(), rows: Count }),
    errors: ['visit_unknown'],
  }),
  signedIn: event({
    needs: 'quartermaster',
    summary: 'A visitor came: the desk tells the host.',
    payload: v.object({ visitId: Uuid, displayName: v.string(), organization: v.nullable(v.string()), host: v.nullable(v.object({ ...PersonName.entries, isInside: v.boolean() })), method: v.picklist(visitMethods), stationName: v.string() }),
  }),
  changed: event({ needs: 'display', summary: 'Visits, passes or who is expected changed.', payload: Empty }),
}
