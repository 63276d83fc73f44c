/** Badges: who holds which, which are lost, and which are outstanding (domain.md 4.5). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { BadgeSerialText, Code, Count, Direction, Empty, Instant, PageNumber, StationId, Uuid } from './fields.ts'

export const badgeKinds = ['member', 'visitor', 'event'] as const
/** Why a holder has a badge no longer. */
export const endReasons = ['returned', 'lost', 'damaged', 'replaced', 'archived', 'unassigned'] as const

export const Enrolment = v.object({
  memberId: Uuid,
  displayName: v.string(),
  /** Only scans of this station are taken; null = of any. */
  stationId: v.nullable(StationId),
  expiresAt: Instant,
})

const Holder = v.object({ id: Uuid, displayName: v.string(), serviceNumber: v.string(), status: Code })

export const BadgeRow = v.object({
  id: Uuid,
  /** The serial itself is a credential: `badges.get` tells it to administrators. */
  serialTail: v.string(),
  kind: v.picklist(badgeKinds),
  status: Code,
  label: v.nullable(v.string()),
  holder: v.nullable(Holder),
  /** Of the pool: the visitor or attendee who has it now. */
  lent: v.nullable(v.object({ displayName: v.string(), since: Instant })),
  lastUsedAt: v.nullable(Instant),
  /** Somebody had it, has it no longer, and it never came back. */
  outstanding: v.nullable(v.object({ displayName: v.string(), since: Instant })),
})

const Assignment = v.object({
  id: Uuid,
  memberId: Uuid,
  displayName: v.string(),
  assignedAt: Instant,
  assignedBy: v.string(),
  endedAt: v.nullable(Instant),
  endedBy: v.nullable(v.string()),
  endReason: v.nullable(v.picklist(endReasons)),
  returnedAt: v.nullable(Instant),
})

const assignErrors = ['serial_invalid', 'number_shared', 'member_unknown', 'member_archived', 'member_has_badge', 'badge_taken', 'badge_not_usable', 'badge_of_pool'] as const
/** What becomes of the old badge when a new one takes its place. */
const OldBadge = v.picklist(['lost', 'damaged', 'returned'])

export const badges = {
  list: call({
    needs: 'quartermaster',
    summary: 'Badges, narrowed as asked: by the end of the serial, the label, or the holder’s name or service number.',
    input: v.object({
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      statuses: v.optional(v.array(Code), []),
      kinds: v.optional(v.array(v.picklist(badgeKinds)), []),
      assigned: v.optional(v.nullable(v.boolean()), null),
      outstanding: v.optional(v.boolean(), false),
      /** Decommissioned ones are left out unless they are asked for. */
      includeRetired: v.optional(v.boolean(), false),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100),
      page: v.optional(PageNumber, 1),
    }),
    output: v.object({ badges: v.array(BadgeRow), total: Count }),
    errors: [],
  }),
  inventory: call({
    needs: 'quartermaster',
    summary: 'How many badges there are, by status and kind, and how many are outstanding.',
    input: Empty,
    output: v.object({ total: Count, assigned: Count, unassigned: Count, outstanding: Count, byStatus: v.array(v.object({ status: Code, count: Count })), byKind: v.array(v.object({ kind: v.picklist(badgeKinds), count: Count })) }),
    errors: [],
  }),
  get: call({
    needs: 'admin',
    summary: 'One badge with its whole serial and everyone who ever held it.',
    input: v.object({ badgeId: Uuid }),
    output: v.object({ ...BadgeRow.entries, serial: v.string(), note: v.nullable(v.string()), createdAt: Instant, history: v.array(Assignment), hasHistory: v.boolean() }),
    errors: ['badge_unknown'],
  }),
  bySerial: call({
    needs: 'quartermaster',
    summary: 'What badge this is, whose, and how they last came or went.',
    input: v.object({ serial: BadgeSerialText }),
    output: v.object({ ...BadgeRow.entries, lastMovement: v.nullable(v.object({ direction: Direction, at: Instant, stationId: StationId })) }),
    errors: ['serial_invalid', 'number_shared', 'badge_unknown'],
  }),
  enrol: call({
    needs: 'admin',
    summary: 'Gives a member the badge with this serial, creating the badge when it is new.',
    input: v.object({ memberId: Uuid, serial: BadgeSerialText }),
    output: v.object({ badgeId: Uuid, memberId: Uuid, displayName: v.string(), serialTail: v.string() }),
    errors: assignErrors,
  }),
  startEnrolment: call({
    needs: 'admin',
    summary: 'Waits one minute for an unknown or unassigned badge to be scanned and gives it to the member, in place of the one they had when that is said. A badge that is someone’s signs them in or out as always.',
    input: v.object({ memberId: Uuid, stationId: v.optional(v.nullable(StationId), null), replaces: v.optional(v.nullable(OldBadge), null) }),
    output: Enrolment,
    errors: ['member_unknown', 'member_archived', 'member_has_badge', 'member_without_badge'],
  }),
  cancelEnrolment: call({ needs: 'admin', summary: 'Stops waiting for a badge.', input: Empty, output: Empty, errors: [] }),
  replace: call({
    needs: 'admin',
    summary: 'Takes a member’s badge out of use and gives them another, in one act.',
    input: v.object({ memberId: Uuid, serial: BadgeSerialText, old: OldBadge }),
    output: v.object({ badgeId: Uuid, displayName: v.string(), serialTail: v.string() }),
    errors: ['serial_invalid', 'number_shared', 'member_unknown', 'member_archived', 'member_without_badge', 'badge_taken', 'badge_not_usable', 'badge_of_pool'],
  }),
  setStatus: call({
    needs: 'admin',
    summary: 'Marks a badge lost, damaged, disabled, found again or decommissioned. All but the last leave it with its holder, so that a found badge names its owner.',
    input: v.object({ badgeId: Uuid, status: Code, note: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500)))) }),
    output: Empty,
    errors: ['badge_unknown', 'badge_status_unknown', 'last_administrator'],
  }),
  takeBack: call({
    needs: 'admin',
    summary: 'The holder has the badge no longer: handed back, or still outstanding.',
    input: v.object({ badgeId: Uuid, returned: v.boolean() }),
    output: Empty,
    errors: ['badge_unknown', 'badge_unassigned', 'last_administrator'],
  }),
  markReturned: call({ needs: 'quartermaster', summary: 'An outstanding badge came back.', input: v.object({ badgeId: Uuid }), output: Empty, errors: ['badge_unknown', 'badge_not_outstanding'] }),
  addToPool: call({
    needs: 'admin',
    summary: 'Adds badges to be lent to visitors or at events, each with its label.',
    input: v.object({ kind: v.picklist(['visitor', 'event']), badges: v.pipe(v.array(v.object({ serial: BadgeSerialText, label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30)) })), v.minLength(1), v.maxLength(200)) }),
    output: v.object({ added: Count }),
    errors: ['serial_invalid', 'number_shared', 'serial_exists', 'label_taken'],
  }),
  remove: call({ needs: 'admin', summary: 'Deletes a badge that nobody ever held or scanned.', input: v.object({ badgeId: Uuid }), output: Empty, errors: ['badge_unknown', 'badge_has_history'] }),
  export: call({
    needs: 'admin',
    summary: 'The inventory as a file for a spreadsheet, with whole serials.',
    input: v.object({ format: v.picklist(['csv', 'xlsx']), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({ fileName: v.string(), mediaType: v.string(), content: v.string(), rows: Count }),
    errors: [],
  }),
  enrolmentChanged: event({
    needs: 'admin',
    summary: 'How an enrolment by scan went on.',
    payload: v.object({ state: v.picklist(['waiting', 'enrolled', 'refused', 'expired', 'cancelled']), enrolment: Enrolment, reason: v.nullable(v.string()) }),
  }),
  changed: event({ needs: 'quartermaster', summary: 'A badge changed.', payload: v.object({}) }),
}
