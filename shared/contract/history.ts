/** Movements of the past, and their corrections (domain.md 4.2). */
import * as v from 'valibot'
import { call } from './kit.ts'
import { CivilDate, Count, Direction, DivisionRef, Instant, Revision, SearchDate, StationId, Uuid } from './fields.ts'

export const movementMethods = ['badge', 'manual', 'override', 'login', 'system'] as const

/** Where a page ended: the next one begins after it, whatever came in meanwhile. */
const Cursor = v.object({ at: Instant, seq: Count })

export const HistoryFilters = v.object({
  memberId: v.optional(v.nullable(Uuid), null),
  /** Name or service number. */
  search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Codes; `-` = without a division. */
  divisions: v.optional(v.array(v.string()), []),
  /** Operational dates, both included. */
  from: v.optional(v.nullable(SearchDate), null),
  to: v.optional(v.nullable(SearchDate), null),
  direction: v.optional(v.nullable(Direction), null),
  method: v.optional(v.nullable(v.picklist(movementMethods)), null),
  stationId: v.optional(v.nullable(StationId), null),
  flagged: v.optional(v.boolean(), false),
  /** Only what was added, changed or deleted by hand. */
  corrected: v.optional(v.boolean(), false),
  /** Movements that a correction took out of effect are shown too. */
  includeVoided: v.optional(v.boolean(), false),
})

const Move = v.object({ direction: Direction, at: Instant, stationName: v.string() })
const Neighbour = v.object({ id: Uuid, seq: Count, ...Move.entries })
/** Of a list that is read page after page: the next one begins after it, whatever came in meanwhile. */
const MissedCursor = v.object({ at: Instant, id: Uuid })

export const HistoryItem = v.object({
  id: Uuid,
  seq: Count,
  at: Instant,
  /** What the wall clock said when it was written. */
  recordedAt: Instant,
  direction: Direction,
  person: v.object({ id: Uuid, displayName: v.string(), rank: v.string(), firstName: v.string(), lastName: v.string(), serviceNumber: v.string(), division: v.nullable(DivisionRef) }),
  stationId: StationId,
  stationName: v.string(),
  reader: v.nullable(v.string()),
  method: v.picklist(movementMethods),
  flagged: v.boolean(),
  flagReason: v.nullable(v.string()),
  voided: v.boolean(),
  /** Who made this row by hand and why, with what stood there before. */
  entered: v.nullable(v.object({ kind: v.picklist(['add', 'edit']), at: Instant, actorName: v.string(), reason: v.string(), original: v.nullable(Move) })),
  /** Who took this row out of effect and why. */
  ended: v.nullable(v.object({ kind: v.picklist(['edit', 'delete', 'undo']), at: Instant, actorName: v.string(), reason: v.string() })),
})

const Reason = v.pipe(v.string(), v.trim(), v.maxLength(500))
const NeededReason = v.pipe(Reason, v.minLength(1, 'needed'))
const StalePerson = v.object({ memberId: Uuid, displayName: v.string(), division: v.nullable(DivisionRef), since: Instant, stationId: StationId, stationName: v.string() })

export const MissedCheckout = v.object({
  id: Uuid,
  person: v.object({ id: Uuid, displayName: v.string(), rank: v.string(), firstName: v.string(), lastName: v.string(), division: v.nullable(DivisionRef) }),
  operationalDate: CivilDate,
  originalCheckinAt: Instant,
  forcedCheckoutAt: Instant,
  resolvedBy: v.picklist(['lockup_sequence', 'admin', 'daily_reset']),
  actorName: v.string(),
  notes: v.nullable(v.string()),
  /** The check-out that stands now: the one that closed them out, or what a correction put in its place. Null = none stands any more. */
  checkout: v.nullable(v.object({ movementId: Uuid, at: Instant, corrected: v.boolean() })),
})

const chainErrors = ['member_unknown', 'movement_in_future', 'movement_same', 'movement_between', 'lockup_held'] as const
const givenErrors = [...chainErrors, 'movement_unknown', 'movement_voided'] as const

export const history = {
  list: call({
    needs: 'quartermasterOrSelf',
    summary: 'Movements, newest first, narrowed as asked; a page follows on the one before it by its cursor.',
    input: v.object({ ...HistoryFilters.entries, cursor: v.optional(v.nullable(Cursor), null), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50) }),
    /** `revision`: of presence; a greater one means that the record has changed since. */
    output: v.object({ items: v.array(HistoryItem), next: v.nullable(Cursor), revision: Revision }),
    errors: [],
  }),
  get: call({
    needs: 'quartermaster',
    summary: 'One movement with all that ever stood in its place, oldest first, and what stands before and after it.',
    input: v.object({ movementId: Uuid }),
    output: v.object({ chain: v.array(HistoryItem), before: v.nullable(Neighbour), after: v.nullable(Neighbour) }),
    errors: ['movement_unknown'],
  }),
  record: call({
    needs: 'quartermaster',
    summary: 'Signs a member in or out by hand, now or at a time in the past, or both ends of a stay or an absence in one act.',
    input: v.object({
      memberId: Uuid,
      /** One, or two that belong together; null = now. */
      entries: v.pipe(v.array(v.object({ direction: Direction, at: v.nullable(Instant) })), v.minLength(1), v.maxLength(2)),
      /** Needed for a check-out and for any time in the past. */
      reason: v.optional(Reason, ''),
    }),
    output: v.object({
      movementIds: v.array(Uuid),
      displayName: v.string(),
      missedCheckout: v.boolean(),
      /** What `history.undo` takes back; null where the person has a later movement. */
      undoId: v.nullable(Uuid),
    }),
    errors: [...chainErrors, 'reason_needed', 'member_not_admitted'],
  }),
  correct: call({
    needs: 'adminOrDds',
    summary: 'Puts another movement in the place of one that is wrong; the original stays in the record.',
    input: v.object({ movementId: Uuid, direction: Direction, at: Instant, stationId: v.optional(StationId), reason: NeededReason }),
    output: v.object({ movementId: Uuid }),
    errors: [...givenErrors, 'nothing_changed'],
  }),
  correctMany: call({
    needs: 'adminOrDds',
    summary: 'Gives several movements their true times, with one reason: all or none.',
    input: v.object({ movements: v.pipe(v.array(v.object({ movementId: Uuid, at: Instant })), v.minLength(1), v.maxLength(200)), reason: NeededReason }),
    output: v.object({ corrected: Count }),
    errors: [...givenErrors, 'nothing_changed'],
  }),
  remove: call({
    needs: 'adminOrDds',
    summary: 'Takes a movement that never was out of effect, or both ends of a stay; they stay in the record with the reason.',
    input: v.object({ movementId: Uuid, alsoId: v.optional(Uuid), reason: NeededReason }),
    output: v.object({}),
    errors: givenErrors,
  }),
  undo: call({
    needs: 'device',
    summary: 'Takes back a person’s latest movement within ten seconds, at whichever station: a scan by anybody, an entry by hand by who may make one.',
    input: v.object({ movementId: Uuid }),
    output: v.object({ displayName: v.string() }),
    errors: ['movement_unknown', 'movement_voided', 'movement_same', 'lockup_held', 'undo_too_late', 'undo_not_offered'],
  }),
  stale: call({
    needs: 'quartermaster',
    summary: 'Who has been inside for longer than so many hours, longest first.',
    input: v.object({ hours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(72)), 12) }),
    output: v.object({ people: v.array(StalePerson) }),
    errors: [],
  }),
  checkOutMany: call({
    needs: 'quartermaster',
    summary: 'Signs several people out by hand, each at their own time, with one note: all or none.',
    input: v.object({ people: v.pipe(v.array(v.object({ memberId: Uuid, at: v.nullable(Instant) })), v.minLength(1), v.maxLength(500)), note: NeededReason }),
    output: v.object({ checkedOut: Count }),
    errors: chainErrors,
  }),
  missedCheckouts: call({
    needs: 'quartermaster',
    summary: 'Who forgot to sign out and was closed out, latest first; a page follows on the one before it by its cursor.',
    input: v.object({
      /** Only those whose true time nobody has given yet. */
      openOnly: v.optional(v.boolean(), false),
      cursor: v.optional(v.nullable(MissedCursor), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
    }),
    output: v.object({ items: v.array(MissedCheckout), total: Count, next: v.nullable(MissedCursor) }),
    errors: [],
  }),
  export: call({
    needs: 'command',
    summary: 'What the list shows as a file for a spreadsheet, 50,000 movements at most.',
    input: v.object({ filters: HistoryFilters, format: v.picklist(['csv', 'xlsx']), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({ fileName: v.string(), mediaType: v.string(), content: v.string(), rows: Count, isCut: v.boolean() }),
    errors: [],
  }),
}
