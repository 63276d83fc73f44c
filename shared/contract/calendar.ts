/** Statutory holidays and the unit’s own events (domain.md 4.10, 4.18). */
import * as v from 'valibot'
import { provinces } from '../domain/unit.ts'
import { eventCategories, eventStates, staffingStates } from '../domain/unit-events.ts'
import { CivilDate, Count, Empty, Instant, OneLine, OptionalOneLine, OptionalText, PageNumber, RealDate, TimeOfDay, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

const Province = v.nullable(v.picklist(provinces))
const Year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))

export const HolidayRow = v.object({
  id: Uuid,
  date: CivilDate,
  name: v.string(),
  nameFr: v.nullable(v.string()),
  /** Null = in all of Canada. */
  province: Province,
  isActive: v.boolean(),
  /** Active, and federal or of the unit’s province: only then it counts. */
  counts: v.boolean(),
})
const holidayFields = { date: RealDate, name: OneLine(100), nameFr: OptionalOneLine(100), province: v.optional(Province, null), isActive: v.optional(v.boolean(), true) }

const PositionShape = v.object({ code: v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,19}$/u, 'letters, digits, - and _, at most 20')), name: OneLine(100), maxSlots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)) })
const MemberName = v.object({ id: Uuid, displayName: v.string() })

export const EventTypeRow = v.object({
  id: Uuid,
  name: v.string(),
  nameFr: v.nullable(v.string()),
  category: v.picklist(eventCategories),
  defaultDurationMinutes: Count,
  requiresDutyWatch: v.boolean(),
  extraPositions: v.array(v.object({ code: v.string(), name: v.string(), maxSlots: Count })),
  /** How many events are of it. */
  uses: Count,
})
const typeFields = {
  name: OneLine(100),
  nameFr: OptionalOneLine(100),
  category: v.picklist(eventCategories),
  defaultDurationMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(1440)), 120),
  requiresDutyWatch: v.optional(v.boolean(), false),
  extraPositions: v.optional(v.pipe(v.array(PositionShape), v.maxLength(30)), []),
}

const eventHead = {
  id: Uuid,
  title: v.string(),
  type: v.nullable(v.object({ id: Uuid, name: v.string(), nameFr: v.nullable(v.string()), category: v.picklist(eventCategories) })),
  eventDate: CivilDate,
  startTime: v.nullable(TimeOfDay),
  endTime: v.nullable(TimeOfDay),
  location: v.nullable(v.string()),
  requiresDutyWatch: v.boolean(),
  status: v.picklist(eventStates),
}
export const UnitEventRow = v.object({ ...eventHead, places: Count, filled: Count })
export const EventAssignment = v.object({ id: Uuid, member: MemberName, status: v.picklist(staffingStates), isVolunteer: v.boolean(), confirmedAt: v.nullable(Instant) })
export const EventPosition = v.object({
  id: Uuid,
  code: v.string(),
  name: v.string(),
  /** Of a standard watch position, as the duty role has it. */
  nameFr: v.nullable(v.string()),
  maxSlots: Count,
  isStandard: v.boolean(),
  assignments: v.array(EventAssignment),
})
export const UnitEventWhole = v.object({
  ...eventHead,
  description: v.nullable(v.string()),
  organizer: v.nullable(v.string()),
  notes: v.nullable(v.string()),
  createdBy: v.string(),
  updatedAt: Instant,
  positions: v.array(EventPosition),
})
const eventFields = {
  title: OneLine(200),
  typeId: v.nullable(Uuid),
  eventDate: RealDate,
  startTime: v.nullable(TimeOfDay),
  endTime: v.nullable(TimeOfDay),
  location: v.nullable(OneLine(200)),
  description: OptionalText(2000),
  organizer: v.nullable(OneLine(200)),
  notes: OptionalText(2000),
}
const eventErrors = ['event_unknown', 'event_type_unknown', 'event_times'] as const
const staffing = ['event_unknown', 'event_is_over', 'event_position_unknown'] as const

export const calendar = {
  holidays: call({
    needs: 'basic',
    summary: 'Holidays, of one year or of all, and the unit’s province.',
    input: v.object({ year: v.optional(v.nullable(Year), null), province: v.optional(v.picklist(['all', 'ours']), 'all'), activeOnly: v.optional(v.boolean(), false) }),
    output: v.object({ holidays: v.array(HolidayRow), province: Province }),
    errors: [],
  }),
  checkDate: call({ needs: 'display', summary: 'Whether a day is a holiday for this unit.', input: v.object({ date: RealDate }), output: v.object({ isHoliday: v.boolean(), holiday: v.nullable(HolidayRow) }), errors: [] }),
  addHoliday: call({ needs: 'admin', summary: 'Adds a holiday; a date has one at most.', input: v.object(holidayFields), output: v.object({ holidayId: Uuid }), errors: ['holiday_exists'] }),
  updateHoliday: call({ needs: 'admin', summary: 'Changes a holiday, whole.', input: v.object({ holidayId: Uuid, ...holidayFields }), output: Empty, errors: ['holiday_unknown', 'holiday_exists'] }),
  removeHoliday: call({ needs: 'admin', summary: 'Deletes a holiday.', input: v.object({ holidayId: Uuid }), output: Empty, errors: ['holiday_unknown'] }),
  suggestHolidays: call({
    needs: 'admin',
    summary: 'The usual holidays of a year, federal and of the unit’s province, to choose from. Adds nothing.',
    input: v.object({ year: Year }),
    output: v.object({ suggestions: v.array(v.object({ date: CivilDate, name: v.string(), nameFr: v.string(), province: Province, taken: v.nullable(v.string()) })) }),
    errors: [],
  }),
  addHolidays: call({
    needs: 'admin',
    summary: 'Adds those chosen of the usual holidays, all or none.',
    input: v.object({ holidays: v.pipe(v.array(v.object(holidayFields)), v.minLength(1), v.maxLength(60)) }),
    output: v.object({ added: Count }),
    errors: ['holiday_exists'],
  }),

  eventTypes: call({ needs: 'basic', summary: 'The kinds of events, in order, with how many events are of each.', input: Empty, output: v.object({ types: v.array(EventTypeRow) }), errors: [] }),
  createEventType: call({ needs: 'admin', summary: 'Adds a kind of event.', input: v.object(typeFields), output: v.object({ typeId: Uuid }), errors: ['event_type_taken', 'position_code_taken'] }),
  updateEventType: call({ needs: 'admin', summary: 'Changes a kind of event, whole; events that exist stay as they are.', input: v.object({ typeId: Uuid, ...typeFields }), output: Empty, errors: ['event_type_unknown', 'event_type_taken', 'position_code_taken'] }),
  removeEventType: call({ needs: 'admin', summary: 'Deletes a kind of event that no event is of.', input: v.object({ typeId: Uuid }), output: Empty, errors: ['event_type_unknown', 'event_type_in_use'] }),

  events: call({
    needs: 'basic',
    summary: 'The unit’s events, narrowed as asked, by date and time.',
    input: v.object({
      from: v.optional(v.nullable(RealDate), null),
      to: v.optional(v.nullable(RealDate), null),
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      typeIds: v.optional(v.array(Uuid), []),
      categories: v.optional(v.array(v.picklist(eventCategories)), []),
      statuses: v.optional(v.array(v.picklist(eventStates)), []),
      /** Latest first. */
      descending: v.optional(v.boolean(), false),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100),
      page: v.optional(PageNumber, 1),
    }),
    output: v.object({ events: v.array(UnitEventRow), total: Count }),
    errors: [],
  }),
  event: call({ needs: 'basic', summary: 'One event with its positions and who is on them.', input: v.object({ eventId: Uuid }), output: UnitEventWhole, errors: ['event_unknown'] }),
  createEvent: call({
    needs: 'command',
    summary: 'Plans an event as a draft, with the positions of the Duty Watch where it requires one, and those of its type.',
    input: v.object({ ...eventFields, requiresDutyWatch: v.optional(v.nullable(v.boolean()), null) }),
    output: v.object({ eventId: Uuid }),
    errors: ['event_type_unknown', 'event_times'],
  }),
  updateEvent: call({
    needs: 'command',
    summary: 'Changes an event that is a draft, planned or postponed.',
    input: v.object({ eventId: Uuid, basedOn: Instant, ...eventFields, requiresDutyWatch: v.boolean() }),
    output: Empty,
    errors: [...eventErrors, 'event_changed', 'event_not_editable', 'event_member_busy', 'event_watch_staffed', 'position_code_taken'],
  }),
  setEventStatus: call({ needs: 'command', summary: 'Takes an event on to one of the statuses that may follow.', input: v.object({ eventId: Uuid, status: v.picklist(eventStates) }), output: Empty, errors: ['event_unknown', 'event_status_not_next', 'event_member_busy'] }),
  removeEvent: call({ needs: 'command', summary: 'Deletes an event that is still a draft.', input: v.object({ eventId: Uuid }), output: Empty, errors: ['event_unknown', 'event_not_draft'] }),
  addPosition: call({ needs: 'command', summary: 'Adds a position to an event.', input: v.object({ eventId: Uuid, ...PositionShape.entries }), output: v.object({ positionId: Uuid }), errors: ['event_unknown', 'event_is_over', 'position_code_taken'] }),
  updatePosition: call({ needs: 'command', summary: 'Changes a position of an event.', input: v.object({ positionId: Uuid, ...PositionShape.entries }), output: Empty, errors: [...staffing, 'position_code_taken', 'position_slots_filled'] }),
  removePosition: call({ needs: 'command', summary: 'Takes a position that nobody is on off an event.', input: v.object({ positionId: Uuid }), output: Empty, errors: [...staffing, 'position_slots_filled'] }),
  assign: call({
    needs: 'command',
    summary: 'Puts a member on a position of an event.',
    input: v.object({ positionId: Uuid, memberId: Uuid, isVolunteer: v.optional(v.boolean(), false) }),
    output: v.object({ assignmentId: Uuid }),
    errors: [...staffing, 'member_unknown', 'event_member_on_position', 'event_member_busy', 'position_full'],
  }),
  unassign: call({ needs: 'command', summary: 'Takes a member off an event: deleted from a draft, kept as released otherwise.', input: v.object({ assignmentId: Uuid }), output: Empty, errors: ['event_unknown', 'event_assignment_unknown', 'event_is_over'] }),
  respond: call({
    needs: 'basic',
    summary: 'The one who is signed in confirms or declines their own place at an event.',
    input: v.object({ assignmentId: Uuid, response: v.picklist(['confirmed', 'declined']) }),
    output: Empty,
    errors: ['event_unknown', 'event_assignment_unknown', 'event_position_unknown', 'duty_not_yours', 'event_is_over', 'position_full'],
  }),
  changed: event({ needs: 'display', summary: 'Holidays or events changed: read them again.', payload: v.object({}) }),
}
