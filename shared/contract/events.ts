/** Events of temporary access: who takes part, which badge they have, when they may come, and whether they are here (domain.md 2.3, 4.9). */
import * as v from 'valibot'
import { accessEventStates, attendeeStates } from '../domain/access-events.ts'
import { attendeeFields as listFields, duplicatePolicies } from '../domain/attendee-list.ts'
import { maxListRows } from '../domain/list-file.ts'
import { call, event } from './kit.ts'
import { CivilDate, Count, Direction, Empty, Instant, OneLine, OptionalOneLine, OptionalText, PageNumber, PersonName, RealDate, RowNumber, StationId, Uuid } from './fields.ts'
import { ListFile, listReading, SheetName } from './list-file.ts'

const EventCode = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,49}$/u, 'letters, digits, - and _, at most 50'))
const Role = OneLine(100)

const eventFields = {
  name: OneLine(200),
  code: EventCode,
  description: OptionalText(1000),
  startDate: RealDate,
  endDate: RealDate,
  /** Closing it ends the access of everybody who still takes part. */
  autoExpireBadges: v.optional(v.boolean(), true),
  /** Of this event alone; none = the unit’s list of roles. */
  roles: v.optional(v.pipe(v.array(Role), v.maxLength(20)), []),
}

export const AccessEvent = v.object({
  id: Uuid,
  name: v.string(),
  code: v.string(),
  description: v.nullable(v.string()),
  /** Operational dates, both included. */
  startDate: CivilDate,
  endDate: CivilDate,
  status: v.picklist(accessEventStates),
  autoExpireBadges: v.boolean(),
  /** Its own; empty = the unit’s list. */
  roles: v.array(v.string()),
  closedAt: v.nullable(Instant),
  createdBy: v.string(),
  counts: v.object({ attendees: Count, /** In the building at this moment. */ inside: Count, /** Badges that are out, those not handed back by who is gone included. */ badgesOut: Count }),
  /** For the next change: it is refused when somebody else was faster. */
  updatedAt: Instant,
})

const attendeeFields = {
  name: OneLine(200),
  rank: OptionalOneLine(50),
  organization: OneLine(200),
  role: Role,
  /** A member of the unit: they come and go with their own badge. */
  memberId: v.optional(v.nullable(Uuid), null),
  /** Days on which they may come, both included; null = as the event. */
  accessStart: v.optional(v.nullable(RealDate), null),
  accessEnd: v.optional(v.nullable(RealDate), null),
}

export const Attendee = v.object({
  id: Uuid,
  eventId: Uuid,
  name: v.string(),
  rank: v.nullable(v.string()),
  organization: v.string(),
  role: v.string(),
  member: v.nullable(PersonName),
  status: v.picklist(attendeeStates),
  accessStart: v.nullable(CivilDate),
  accessEnd: v.nullable(CivilDate),
  badge: v.nullable(v.object({ badgeId: Uuid, label: v.string(), lentAt: Instant, /** Null = they have it, or it never came back. */ returnedAt: v.nullable(Instant) })),
  /** Their latest coming or going; null = never here. */
  presence: v.nullable(v.object({ direction: Direction, at: Instant, stationName: v.string() })),
  updatedAt: Instant,
})

const attendeeErrors = ['attendee_role_unknown', 'attendee_window_invalid', 'attendee_member_unknown', 'attendee_member_twice'] as const
const badgeErrors = ['badge_unknown', 'badge_not_of_events', 'badge_not_usable', 'badge_lent'] as const
const ofEvent = v.object({ eventId: Uuid })
const ofAttendee = v.object({ attendeeId: Uuid })
const atStation = v.object({ attendeeId: Uuid, stationId: v.optional(StationId) })
const Outstanding = v.object({ attendeeId: Uuid, label: v.string(), name: v.string(), organization: v.string(), eventName: v.string(), since: Instant })
const Split = v.array(v.object({ name: v.string(), total: Count, came: Count, inside: Count }))

const ListField = v.picklist(listFields)
const Policy = v.picklist(duplicatePolicies)
/** Everything that a person decides. A preview and the import of it must be given the same. */
const importChoices = {
  eventId: Uuid,
  file: ListFile,
  sheet: SheetName,
  /** What each column of the file is read as, in their order; null as a whole = as the headings say. */
  columns: v.optional(v.nullable(v.pipe(v.array(v.nullable(ListField)), v.maxLength(1000))), null),
  /** Row numbers to leave out; the way past a row with an error. */
  excludeRows: v.optional(v.pipe(v.array(RowNumber), v.maxLength(maxListRows)), []),
  /** What becomes of somebody whose name is on the list already; `rows` says otherwise of some. */
  duplicates: v.optional(Policy, 'skip'),
  rows: v.optional(v.pipe(v.array(v.object({ row: RowNumber, as: Policy })), v.maxLength(maxListRows)), []),
  /** What a text of the role column means: a role of the event; null, or a text that is not listed = it is added to its roles. */
  roles: v.optional(v.pipe(v.array(v.object({ text: v.pipe(v.string(), v.maxLength(500)), role: v.nullable(Role) })), v.maxLength(500)), []),
}
const readErrors = ['roll_unreadable', 'roll_sheet_unknown', 'roll_empty'] as const
const importErrors = [...readErrors, 'event_unknown', 'event_over', 'attendee_columns_missing', 'roll_mapping_invalid'] as const
const ImportCounts = v.object({ rows: Count, add: Count, update: Count, unchanged: Count, skip: Count, errorRows: Count, excluded: Count })

export const events = {
  list: call({ needs: 'quartermaster', summary: 'Every event of temporary access: those that are on, then those to come, then those that are over.', input: Empty, output: v.object({ events: v.array(AccessEvent) }), errors: [] }),
  get: call({ needs: 'quartermaster', summary: 'One event, with how many take part and are inside.', input: ofEvent, output: AccessEvent, errors: ['event_unknown'] }),
  open: call({ needs: 'device', summary: 'Events that are on today, by name: what a visitor at a kiosk may have come for.', input: Empty, output: v.object({ events: v.array(v.object({ id: Uuid, name: v.string() })) }), errors: [] }),
  create: call({ needs: 'admin', summary: 'Begins an event as a draft: nobody gets in by it yet.', input: v.object(eventFields), output: AccessEvent, errors: ['event_code_taken', 'event_dates_invalid'] }),
  update: call({
    needs: 'admin',
    summary: 'Changes an event that is not over. A role that somebody has stays.',
    input: v.object({ eventId: Uuid, basedOn: Instant, ...eventFields }),
    output: AccessEvent,
    errors: ['event_unknown', 'event_changed', 'event_over', 'event_code_taken', 'event_dates_invalid', 'event_role_in_use'],
  }),
  activate: call({ needs: 'admin', summary: 'Opens the door to those who take part, each on their days.', input: ofEvent, output: AccessEvent, errors: ['event_unknown', 'event_over'] }),
  close: call({
    needs: 'admin',
    summary: 'Ends an event: whoever takes part gets in no more, badges are free, and those not handed back are named. Who is inside stays on the list until they leave.',
    input: v.object({ eventId: Uuid, as: v.optional(v.picklist(['completed', 'cancelled']), 'completed') }),
    output: v.object({ event: AccessEvent, expired: Count, inside: v.array(PersonName), outstanding: v.array(Outstanding) }),
    errors: ['event_unknown', 'event_over'],
  }),
  remove: call({ needs: 'admin', summary: 'Deletes a draft with those on its list; an event that was on stays in the record.', input: ofEvent, output: v.object({ name: v.string() }), errors: ['event_unknown', 'event_not_draft', 'event_badges_out'] }),
  stats: call({
    needs: 'quartermaster',
    summary: 'How many take part, came and are inside, by role, by organization and by day.',
    input: ofEvent,
    output: v.object({ total: Count, came: Count, inside: Count, byStatus: v.array(v.object({ status: v.picklist(attendeeStates), total: Count })), byRole: Split, byOrganization: Split, /** Operational dates on which anybody came. */ days: v.array(v.object({ date: CivilDate, came: Count })) }),
    errors: ['event_unknown'],
  }),

  attendees: call({
    needs: 'quartermaster',
    summary: 'Who takes part in an event, by name, narrowed as asked, with whether they are here.',
    input: v.object({
      eventId: Uuid,
      /** Of the name or the organization. */
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      statuses: v.optional(v.array(v.picklist(attendeeStates)), []),
      roles: v.optional(v.array(Role), []),
      organizations: v.optional(v.array(OneLine(200)), []),
      /** True = only who is inside, false = only who is not. */
      inside: v.optional(v.nullable(v.boolean()), null),
      page: v.optional(PageNumber, 1),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 100),
    }),
    output: v.object({ attendees: v.array(Attendee), total: Count }),
    errors: ['event_unknown'],
  }),
  attendee: call({ needs: 'quartermaster', summary: 'One attendee with every coming and going, the latest first.', input: ofAttendee, output: v.object({ attendee: Attendee, movements: v.array(v.object({ direction: Direction, at: Instant, stationName: v.string(), method: v.string(), actorName: v.string(), isVoided: v.boolean() })) }), errors: ['attendee_unknown'] }),
  addAttendee: call({ needs: 'admin', summary: 'Puts somebody on the list of an event.', input: v.object({ eventId: Uuid, ...attendeeFields }), output: Attendee, errors: ['event_unknown', 'event_over', ...attendeeErrors] }),
  updateAttendee: call({
    needs: 'admin',
    summary: 'Changes what is said of an attendee and leaves the rest; refused when somebody else changed it meanwhile.',
    input: v.object({ attendeeId: Uuid, basedOn: Instant, ...attendeeFields }),
    output: Attendee,
    errors: ['attendee_unknown', 'attendee_changed', 'attendee_member_fixed', 'event_over', ...attendeeErrors],
  }),
  removeAttendee: call({ needs: 'admin', summary: 'Takes somebody off the list who never came and has no badge; whoever did is checked out instead.', input: ofAttendee, output: v.object({ name: v.string() }), errors: ['attendee_unknown', 'attendee_has_history'] }),
  checkOut: call({
    needs: 'quartermaster',
    summary: 'Somebody leaves an event for good before it ends: out, and their badge is handed back or outstanding.',
    input: v.object({ ...atStation.entries, badgeReturned: v.optional(v.boolean(), true) }),
    output: Attendee,
    errors: ['attendee_unknown', 'attendee_gone'],
  }),

  signIn: call({ needs: 'quartermaster', summary: 'Signs an attendee in at the desk, on their days only.', input: atStation, output: Attendee, errors: ['attendee_unknown', 'attendee_inside', 'attendee_is_member', 'attendee_gone', 'event_not_open', 'attendee_outside_window'] }),
  signOut: call({ needs: 'quartermaster', summary: 'Signs an attendee out at the desk, whatever became of their event.', input: atStation, output: Attendee, errors: ['attendee_unknown', 'attendee_not_inside', 'attendee_is_member'] }),
  undo: call({ needs: 'quartermaster', summary: 'Takes back an attendee’s latest coming or going within a minute.', input: ofAttendee, output: v.object({ name: v.string() }), errors: ['attendee_unknown', 'attendee_nothing_to_undo', 'undo_too_late'] }),

  badges: call({ needs: 'quartermaster', summary: 'Badges of events that could be lent now, and those that never came back.', input: Empty, output: v.object({ free: v.array(v.object({ badgeId: Uuid, label: v.string() })), outstanding: v.array(Outstanding) }), errors: [] }),
  lendBadge: call({ needs: 'quartermaster', summary: 'Lends an attendee a badge, or another one in place of the one they have.', input: v.object({ attendeeId: Uuid, badgeId: Uuid }), output: Attendee, errors: ['attendee_unknown', 'attendee_gone', 'attendee_is_member', 'event_over', ...badgeErrors] }),
  badgeReturned: call({ needs: 'quartermaster', summary: 'Notes that an attendee’s badge came back.', input: ofAttendee, output: Attendee, errors: ['attendee_unknown', 'badge_not_outstanding'] }),

  importRead: call({
    needs: 'admin',
    summary: 'Reads a list of attendees, CSV or XLSX, and says what its columns are and what each probably stands for.',
    input: v.object({ file: ListFile, sheet: SheetName }),
    output: listReading(listFields),
    errors: readErrors,
  }),
  importPreview: call({
    needs: 'admin',
    summary: 'Says what an import of attendees with these choices would do. Writes nothing.',
    input: v.object(importChoices),
    output: v.object({
      /** Binds an import to exactly this file, these choices and the list of the event as it was previewed. */
      hash: v.string(),
      counts: ImportCounts,
      people: v.array(
        v.object({
          row: Count,
          name: v.string(),
          rank: v.nullable(v.string()),
          organization: v.string(),
          role: v.string(),
          accessStart: v.nullable(CivilDate),
          accessEnd: v.nullable(CivilDate),
          as: v.picklist(['add', 'update', 'unchanged', 'skip', 'error', 'excluded']),
          /** Whose name is on the list of the event already. */
          known: v.nullable(v.object({ attendeeId: Uuid, name: v.string(), organization: v.string() })),
        }),
      ),
      /** `column` is the heading as the file has it. Worded by `attendeeProblems`. */
      errors: v.array(v.object({ row: Count, field: v.nullable(ListField), column: v.string(), code: v.string(), value: v.nullable(v.string()), message: v.string(), howToFix: v.string(), excluded: v.boolean() })),
      /** Every text of the role column, and the role that it is taken for. */
      roles: v.array(v.object({ text: v.string(), role: v.string(), isNew: v.boolean(), rows: Count })),
      columns: v.array(v.object({ header: v.string(), field: v.nullable(ListField) })),
    }),
    errors: importErrors,
  }),
  importRun: call({
    needs: 'admin',
    summary: 'Imports attendees exactly as they were previewed: all of them or none.',
    input: v.object({ ...importChoices, previewHash: v.string() }),
    output: v.object({ added: Count, updated: Count, unchanged: Count, skipped: Count, excluded: Count, rolesAdded: v.array(v.string()) }),
    errors: [...importErrors, 'roll_changed', 'roll_has_errors'],
  }),

  changed: event({ needs: 'display', summary: 'An event, who takes part in it, or its badges changed.', payload: Empty }),
}
