/** Weekly rosters and who stands tonight’s watch (domain.md 4.13, 4.14). */
import * as v from 'valibot'
import { assignmentStates, overrideKinds } from '../domain/duty-roster.ts'
import { warningKinds } from '../domain/duty-warnings.ts'
import { eventStates } from '../domain/unit-events.ts'
import { CivilDate, Count, Empty, Instant, OneLine, OptionalOneLine, OptionalText, RealDate, TimeOfDay, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

const RoleCode = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,49}$/, 'a role’s code'))
export const DutyPerson = v.object({ id: Uuid, displayName: v.string() })
const named = { name: v.string(), nameFr: v.nullable(v.string()) }

export const DutyPosition = v.object({
  id: Uuid,
  code: v.string(),
  ...named,
  maxSlots: Count,
  /** The watch misses something while a place is empty. */
  isRequired: v.boolean(),
  /** Code of what should be held to sit here; null = anybody may. */
  qualification: v.nullable(v.string()),
})
export const DutyRole = v.object({ code: RoleCode, ...named, description: v.nullable(v.string()), kind: v.picklist(['single', 'team']), qualification: v.nullable(v.string()), positions: v.array(DutyPosition) })

/** What speaks against a duty as planned (▶): a planner is warned and decides. */
export const DutyWarning = v.object({
  kind: v.picklist(warningKinds),
  /** Of the assignment or the override it speaks of. */
  dutyId: Uuid,
  memberId: Uuid,
  dates: v.array(CivilDate),
  what: v.nullable(v.string()),
})
export const RosterAssignment = v.object({
  id: Uuid,
  /** Null = the one duty of a single role. */
  positionId: v.nullable(Uuid),
  member: DutyPerson,
  status: v.picklist(assignmentStates),
  confirmedAt: v.nullable(Instant),
  notes: v.nullable(v.string()),
})
export const RosterOverride = v.object({ id: Uuid, nightDate: CivilDate, positionId: Uuid, kind: v.picklist(overrideKinds), member: v.nullable(DutyPerson), base: v.nullable(DutyPerson) })
const Missing = v.object({ positionId: v.nullable(Uuid), count: Count })
/** `none` = nobody has begun it. Only a published one has effect (▶). */
const RosterStatus = v.picklist(['none', 'draft', 'published'])

export const Roster = v.object({
  role: RoleCode,
  scheduleId: v.nullable(Uuid),
  status: RosterStatus,
  notes: v.nullable(v.string()),
  publishedAt: v.nullable(Instant),
  publishedBy: v.nullable(v.string()),
  assignments: v.array(RosterAssignment),
  overrides: v.array(RosterOverride),
  missing: v.array(Missing),
  warnings: v.array(DutyWarning),
})
export const WatchNight = v.object({
  date: CivilDate,
  /** When the watch begins; null = the event that requires it names no time. */
  start: v.nullable(TimeOfDay),
  /** Titles of the events that require it (4.10 ▶). */
  events: v.array(v.string()),
})
export const DayEvent = v.object({ id: Uuid, title: v.string(), date: CivilDate, startTime: v.nullable(TimeOfDay), status: v.picklist(eventStates), requiresDutyWatch: v.boolean() })
export const DayHoliday = v.object({ date: CivilDate, ...named })

export const DutyWeek = v.object({ weekStart: CivilDate, weekEnd: CivilDate, nights: v.array(WatchNight), holidays: v.array(DayHoliday), events: v.array(DayEvent), rosters: v.array(Roster) })

const RosterGlance = v.object({
  role: RoleCode,
  status: RosterStatus,
  /** Who has it, for a duty of one. */
  people: v.array(DutyPerson),
  filled: Count,
  seats: Count,
  missing: Count,
  confirmed: Count,
  warnings: Count,
})
const Day = v.object({
  date: CivilDate,
  holiday: v.nullable(DayHoliday),
  events: v.array(DayEvent),
  watch: v.nullable(v.object({ start: v.nullable(TimeOfDay), filled: Count, seats: Count, missing: Count, differs: v.boolean() })),
})

/** One of a team, tonight. */
export const TeamMember = v.object({
  position: v.nullable(v.object({ id: Uuid, code: v.string(), ...named })),
  member: DutyPerson,
  source: v.picklist(['schedule', 'override', 'live']),
  replaces: v.nullable(DutyPerson),
  confirmed: v.boolean(),
  present: v.boolean(),
  /** Since when they are inside. */
  since: v.nullable(Instant),
})
export const Tonight = v.object({
  date: CivilDate,
  isWatchNight: v.boolean(),
  start: v.nullable(TimeOfDay),
  events: v.array(v.string()),
  /** Of the week's roster. A draft has no effect, so its people are not here. */
  status: RosterStatus,
  team: v.array(TeamMember),
  missing: v.array(v.object({ position: v.object({ id: Uuid, code: v.string(), ...named }), count: Count })),
})

export const MemberDuty = v.object({
  assignmentId: v.nullable(Uuid),
  role: RoleCode,
  position: v.nullable(v.object({ code: v.string(), ...named })),
  weekStart: CivilDate,
  /** When it is stood: the whole week, or these nights. */
  dates: v.array(CivilDate),
  status: v.picklist(assignmentStates),
})

export const DutyCandidate = v.object({
  id: Uuid,
  displayName: v.string(),
  serviceNumber: v.string(),
  division: v.nullable(v.string()),
  qualified: v.boolean(),
  warnings: v.array(v.object({ kind: v.picklist(warningKinds), dates: v.array(CivilDate), what: v.nullable(v.string()) })),
  /** Monday of the last published week in which they had this duty. */
  lastWeek: v.nullable(CivilDate),
})

const WithWarnings = v.object({ warnings: v.array(DutyWarning) })
const Assigned = v.object({ assignmentId: Uuid, ...WithWarnings.entries })
const Note = OptionalText(500)
const openErrors = ['assignment_unknown', 'roster_unknown'] as const
const seatErrors = ['duty_position_unknown', 'member_unknown', 'roster_member_taken', 'seat_full'] as const

const night = { scheduleId: Uuid, nightDate: RealDate, positionId: Uuid }
const Override = v.variant('kind', [
  v.object({ kind: v.literal('replace'), ...night, memberId: Uuid, baseMemberId: Uuid }),
  v.object({ kind: v.literal('add'), ...night, memberId: Uuid }),
  v.object({ kind: v.literal('remove'), ...night, baseMemberId: Uuid }),
])

export const schedule = {
  roles: call({ needs: 'basic', summary: 'The duties that are rostered by the week, with their seats.', input: Empty, output: v.object({ roles: v.array(DutyRole) }), errors: [] }),
  updateRole: call({ needs: 'admin', summary: 'Changes the words of a duty.', input: v.object({ role: RoleCode, name: OneLine(100), nameFr: OptionalOneLine(100), description: OptionalOneLine(500) }), output: Empty, errors: ['duty_role_unknown'] }),
  updatePosition: call({
    needs: 'admin',
    summary: 'Changes a seat’s words, how many places it has, and whether they must be filled.',
    input: v.object({ positionId: Uuid, name: OneLine(100), nameFr: OptionalOneLine(100), maxSlots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), isRequired: v.boolean() }),
    output: Empty,
    errors: ['duty_position_unknown', 'position_slots_filled'],
  }),
  weeks: call({
    needs: 'basic',
    summary: 'Whole weeks from the one of a date on: rosters with what is missing and what speaks against them, watch nights, events and holidays.',
    input: v.object({ date: v.optional(v.nullable(RealDate), null), count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)), 2) }),
    output: v.object({ today: CivilDate, weeks: v.array(DutyWeek) }),
    errors: [],
  }),
  overview: call({
    needs: 'basic',
    summary: 'A month or a quarter at a glance, in whole weeks.',
    input: v.object({ from: RealDate, to: RealDate }),
    output: v.object({ today: CivilDate, weeks: v.array(v.object({ weekStart: CivilDate, weekEnd: CivilDate, rosters: v.array(RosterGlance), days: v.array(Day) })) }),
    errors: ['range_too_long'],
  }),
  tonight: call({ needs: 'display', summary: 'Who stands tonight’s Duty Watch, where they come from, and who of them is inside.', input: Empty, output: Tonight, errors: [] }),
  memberSummary: call({
    needs: 'basic',
    summary: 'A member’s published duties of the next eight weeks; the first four in full.',
    input: v.object({ memberId: Uuid }),
    output: v.object({ total: Count, duties: v.array(MemberDuty) }),
    errors: [],
  }),
  candidates: call({
    needs: 'commandOrDds',
    summary: 'Who could have a duty: the qualified first, each with what would speak against it.',
    input: v.object({
      seat: v.variant('of', [
        v.object({ of: v.literal('roster'), role: RoleCode, date: RealDate, positionId: v.nullable(Uuid) }),
        v.object({ of: v.literal('night'), date: RealDate, positionId: Uuid }),
        v.object({ of: v.literal('event'), positionId: Uuid }),
      ]),
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 30),
    }),
    output: v.object({ candidates: v.array(DutyCandidate), total: Count }),
    errors: ['duty_role_unknown', 'duty_position_unknown', 'event_position_unknown'],
  }),
  createRoster: call({ needs: 'command', summary: 'Begins the roster of a duty for the week of a date, as a draft.', input: v.object({ role: RoleCode, date: RealDate, notes: Note }), output: v.object({ scheduleId: Uuid, weekStart: CivilDate }), errors: ['duty_role_unknown', 'roster_exists'] }),
  copyRoster: call({
    needs: 'command',
    summary: 'Fills the week of a date, not begun or an empty draft, with the people of the week before.',
    input: v.object({ role: RoleCode, date: RealDate }),
    output: v.object({ scheduleId: Uuid, copied: Count, leftOut: v.array(v.string()), ...WithWarnings.entries }),
    errors: ['duty_role_unknown', 'roster_not_empty', 'roster_nothing_to_copy'],
  }),
  updateRoster: call({ needs: 'command', summary: 'Changes the note on a roster.', input: v.object({ scheduleId: Uuid, notes: Note }), output: Empty, errors: ['roster_unknown'] }),
  publish: call({
    needs: 'command',
    summary: 'Puts a draft into effect. With empty places it must be said that this is meant.',
    input: v.object({ scheduleId: Uuid, acceptMissing: v.optional(v.boolean(), false) }),
    output: WithWarnings,
    errors: ['roster_unknown', 'roster_not_draft', 'roster_incomplete'],
  }),
  revertToDraft: call({ needs: 'command', summary: 'Takes a published roster out of effect, to be changed.', input: v.object({ scheduleId: Uuid }), output: Empty, errors: ['roster_unknown', 'roster_not_published'] }),
  removeRoster: call({ needs: 'command', summary: 'Deletes a draft with all that is on it.', input: v.object({ scheduleId: Uuid }), output: Empty, errors: ['roster_unknown', 'roster_not_draft'] }),
  assign: call({
    needs: 'command',
    summary: 'Puts a member on a roster; a member is on it once.',
    input: v.object({ scheduleId: Uuid, positionId: v.nullable(Uuid), memberId: Uuid, notes: Note }),
    output: Assigned,
    errors: ['roster_unknown', ...seatErrors],
  }),
  reassign: call({
    needs: 'command',
    summary: 'Gives a place to somebody else in one act: changed in a draft, released and given anew once it is published.',
    input: v.object({ assignmentId: Uuid, memberId: Uuid }),
    output: Assigned,
    errors: [...openErrors, 'assignment_released', ...seatErrors],
  }),
  updateAssignment: call({
    needs: 'command',
    summary: 'Confirms, releases or restores a place, or changes its note.',
    input: v.object({ assignmentId: Uuid, status: v.optional(v.picklist(assignmentStates)), notes: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500)))) }),
    output: WithWarnings,
    errors: [...openErrors, 'assignment_not_next', 'roster_member_taken', 'seat_full'],
  }),
  removeAssignment: call({ needs: 'command', summary: 'Takes a member off a draft. From a published roster they are released instead.', input: v.object({ assignmentId: Uuid }), output: Empty, errors: [...openErrors, 'roster_not_draft'] }),
  swap: call({
    needs: 'command',
    summary: 'Exchanges two members of one duty, in one week or between two, in one act. Both are to confirm anew.',
    input: v.object({ first: Uuid, second: Uuid }),
    output: WithWarnings,
    errors: [...openErrors, 'assignment_released', 'swap_pointless', 'roster_member_taken'],
  }),
  confirm: call({ needs: 'basic', summary: 'The one who is signed in confirms their own place.', input: v.object({ assignmentId: Uuid }), output: Empty, errors: [...openErrors, 'duty_not_yours', 'assignment_released', 'roster_not_published'] }),
  addOverride: call({
    needs: 'commandOrDds',
    summary: 'Changes the Duty Watch of one night: somebody else, one more, or one less.',
    input: Override,
    output: v.object({ overrideId: Uuid, ...WithWarnings.entries }),
    errors: ['roster_unknown', 'override_only_watch', 'override_no_watch', 'duty_position_unknown', 'member_unknown', 'override_base_missing', 'override_exists', 'override_member_taken', 'override_same_member'],
  }),
  removeOverride: call({ needs: 'commandOrDds', summary: 'Takes back a change of one night.', input: v.object({ overrideId: Uuid }), output: Empty, errors: ['override_unknown'] }),
  changed: event({ needs: 'display', summary: 'A roster changed, or what stands beside it: read it again.', payload: v.object({}) }),
}
