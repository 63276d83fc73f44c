/** The members of the roll (domain.md 4.6, 4.17). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { CivilDate, Code, Count, Direction, DivisionRef, Empty, Instant, PageNumber, StationId, Uuid } from './fields.ts'

const TagRef = v.object({
  id: Uuid,
  name: v.string(),
  /** True when it comes with a qualification, and goes with it. */
  throughQualification: v.boolean(),
})

export const MemberRow = v.object({
  id: Uuid,
  serviceNumber: v.string(),
  rank: v.string(),
  rankOrder: v.number(),
  firstName: v.string(),
  lastName: v.string(),
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  memberType: Code,
  status: Code,
  moc: v.nullable(v.string()),
  contractEnd: v.nullable(CivilDate),
  missedCheckouts: Count,
  /** Codes of the qualifications that hold now. */
  qualifications: v.array(v.string()),
  tags: v.array(TagRef),
  /** True when the member holds a badge; the serial itself is a credential and stays in the core. */
  hasBadge: v.boolean(),
  present: v.boolean(),
})

export const memberSorts = ['rank', 'name', 'serviceNumber', 'division', 'status', 'contractEnd'] as const

/** What the list can be narrowed to. An empty list of choices narrows nothing. */
export const MemberFilters = v.object({
  search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Codes; `-` = without a division. */
  divisions: v.optional(v.array(v.string()), []),
  ranks: v.optional(v.array(v.string()), []),
  statuses: v.optional(v.array(Code), []),
  memberTypes: v.optional(v.array(Code), []),
  /** Directly or through a qualification. */
  tags: v.optional(v.array(Uuid), []),
  /** Codes of qualifications that hold now. */
  qualifications: v.optional(v.array(v.string()), []),
  /** `expiring` = within 30 days of the operational date. */
  contract: v.optional(v.nullable(v.picklist(['active', 'expiring', 'expired'])), null),
  /** Below administrator: the nominal roll, whatever is asked (4.6.1). */
  scope: v.optional(v.picklist(['nominal_roll', 'civilian_manual', 'all']), 'all'),
  /** Statuses that are left out of lists; below administrator: never. */
  includeHidden: v.optional(v.boolean(), false),
  hasBadge: v.optional(v.nullable(v.boolean()), null),
  present: v.optional(v.nullable(v.boolean()), null),
})

const Text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest))
const Optional = (longest: number) => v.nullable(Text(longest))
const Name = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(100))

/** What a person fills in. Codes name ranks, divisions, types and statuses. */
export const MemberFields = v.object({
  serviceNumber: v.pipe(v.string(), v.maxLength(40)),
  employeeNumber: Optional(20),
  rank: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  firstName: Name,
  lastName: Name,
  initials: Optional(10),
  division: v.nullable(v.string()),
  memberType: Code,
  status: Code,
  email: Optional(255),
  mobilePhone: Optional(50),
  homePhone: Optional(50),
  mess: Optional(50),
  moc: Optional(100),
  classDetails: Optional(500),
  notes: Optional(2000),
  contractStart: v.nullable(CivilDate),
  contractEnd: v.nullable(CivilDate),
  /** Attendance is asked of them from this day on; null = they were here before anybody kept it. */
  joinedOn: v.nullable(CivilDate),
})

const Grant = v.object({
  id: Uuid,
  typeId: Uuid,
  code: v.string(),
  name: v.string(),
  state: v.picklist(['active', 'expired', 'revoked']),
  /** Automatic grants follow rank and division; a person's own stay until a person takes them (4.17 ▶). */
  source: v.picklist(['automatic', 'manual']),
  grantedAt: Instant,
  grantedBy: v.string(),
  expiresAt: v.nullable(Instant),
  revokedAt: v.nullable(Instant),
  revokedBy: v.nullable(v.string()),
  revokeReason: v.nullable(v.string()),
  notes: v.nullable(v.string()),
})

export const MemberProfile = v.object({
  ...MemberFields.entries,
  id: Uuid,
  displayName: v.string(),
  rankName: v.string(),
  rankOrder: v.number(),
  divisionName: v.nullable(v.string()),
  source: v.picklist(['nominal_roll', 'civilian_manual']),
  level: v.number(),
  /** For the next update: it is refused when somebody else was faster. */
  updatedAt: Instant,
  present: v.boolean(),
  since: v.nullable(Instant),
  badge: v.nullable(v.object({ id: Uuid, serialTail: v.string(), label: v.nullable(v.string()), status: Code, lastUsedAt: v.nullable(Instant) })),
  tags: v.array(TagRef),
  /** Newest first, with those that ended. */
  grants: v.array(Grant),
  missedCheckoutCount: Count,
  missedCheckouts: v.array(v.object({ id: Uuid, operationalDate: CivilDate, originalCheckinAt: Instant, forcedCheckoutAt: Instant, resolvedBy: v.string(), actorName: v.string(), notes: v.nullable(v.string()) })),
  /** The latest twenty that are in effect. */
  movements: v.array(v.object({ id: Uuid, at: Instant, direction: Direction, stationId: StationId, stationName: v.string(), method: v.string(), flagged: v.boolean() })),
})

const writeErrors = ['member_unknown', 'member_archived', 'service_number_invalid', 'service_number_taken', 'rank_unknown', 'division_unknown', 'member_type_unknown', 'member_status_unknown', 'email_invalid', 'contract_dates'] as const
/** Why somebody may not leave the roll, or be kept out (4.6.1 ▶). */
export const leaveErrors = ['member_present', 'lockup_held', 'member_is_dds', 'member_rostered', 'member_on_event', 'last_administrator'] as const

export const members = {
  list: call({
    needs: 'quartermaster',
    summary: 'One page of the roll, filtered and sorted; names are found without regard to case or accents.',
    input: v.object({
      ...MemberFilters.entries,
      sort: v.optional(v.picklist(memberSorts), 'rank'),
      /** Rank: `desc` = senior first. */
      direction: v.optional(v.nullable(v.picklist(['asc', 'desc'])), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 50),
      page: v.optional(PageNumber, 1),
    }),
    output: v.object({ members: v.array(MemberRow), total: Count, page: Count, limit: Count, totalPages: Count }),
    errors: [],
  }),
  get: call({ needs: 'quartermasterOrSelf', summary: 'Everything about one member.', input: v.object({ memberId: Uuid }), output: MemberProfile, errors: ['member_unknown'] }),
  byServiceNumber: call({ needs: 'quartermaster', summary: 'The member with this service number.', input: v.object({ serviceNumber: v.pipe(v.string(), v.maxLength(40)) }), output: v.object({ id: Uuid, displayName: v.string() }), errors: ['member_unknown'] }),
  create: call({
    needs: 'admin',
    summary: 'Puts a person on the roll; a civilian without a number gets the next one.',
    input: v.object({ ...v.partial(MemberFields).entries, serviceNumber: v.optional(MemberFields.entries.serviceNumber, ''), rank: MemberFields.entries.rank, firstName: Name, lastName: Name, source: v.optional(v.picklist(['nominal_roll', 'civilian_manual']), 'nominal_roll') }),
    output: v.object({ id: Uuid, displayName: v.string(), serviceNumber: v.string() }),
    errors: [...writeErrors, 'division_needed', 'member_archive_instead'],
  }),
  update: call({
    needs: 'admin',
    summary: 'Changes what is given of a member and leaves the rest; refused when somebody else changed the member meanwhile.',
    input: v.object({ memberId: Uuid, basedOn: Instant, changes: v.partial(MemberFields) }),
    output: v.object({ displayName: v.string(), updatedAt: Instant }),
    errors: [...writeErrors, ...leaveErrors, 'member_changed', 'member_archive_instead'],
  }),
  bulkUpdate: call({
    needs: 'admin',
    summary: 'Changes many members at once: all of them, or none.',
    input: v.object({
      ids: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(2000)),
      division: v.optional(v.nullable(v.string())),
      memberType: v.optional(Code),
      status: v.optional(Code),
      addTags: v.optional(v.array(Uuid), []),
      removeTags: v.optional(v.array(Uuid), []),
    }),
    output: v.object({ changed: Count }),
    errors: [...writeErrors, ...leaveErrors, 'tag_unknown', 'member_archive_instead'],
  }),
  archive: call({ needs: 'admin', summary: 'Takes a member off the roll: the badge is taken back, the history stays.', input: v.object({ memberId: Uuid }), output: Empty, errors: ['member_unknown', ...leaveErrors] }),
  restore: call({ needs: 'admin', summary: 'Puts an archived member back on the roll, as active and without a badge.', input: v.object({ memberId: Uuid }), output: Empty, errors: ['member_unknown'] }),
  addTag: call({ needs: 'admin', summary: 'Gives a member a tag.', input: v.object({ memberId: Uuid, tagId: Uuid }), output: Empty, errors: ['member_unknown', 'tag_unknown', 'tag_held'] }),
  removeTag: call({ needs: 'admin', summary: 'Takes a tag from a member.', input: v.object({ memberId: Uuid, tagId: Uuid }), output: Empty, errors: ['tag_not_held'] }),
  grant: call({
    needs: 'admin',
    summary: 'Grants a qualification, with an end or without.',
    input: v.object({ memberId: Uuid, typeId: Uuid, expiresAt: v.optional(v.nullable(Instant), null), notes: v.optional(Optional(500), null) }),
    output: v.object({ grantId: Uuid }),
    errors: ['member_unknown', 'member_archived', 'qualification_unknown', 'qualification_held', 'expiry_in_past'],
  }),
  revoke: call({
    needs: 'admin',
    summary: 'Revokes a qualification, with the reason; the grant stays in the history.',
    input: v.object({ memberId: Uuid, grantId: Uuid, reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
    output: Empty,
    errors: ['member_unknown', 'qualification_unknown', 'qualification_revoked'],
  }),
  syncQualifications: call({ needs: 'admin', summary: 'Works out the automatic qualifications of everybody again.', input: Empty, output: v.object({ granted: Count, revoked: Count }), errors: [] }),
  lockupEligible: call({
    needs: 'lockup',
    summary: 'Members whose qualifications let them hold lockup.',
    input: v.object({ presentOnly: v.optional(v.boolean(), false) }),
    output: v.object({ members: v.array(v.object({ id: Uuid, displayName: v.string(), qualifications: v.array(v.string()), present: v.boolean() })) }),
    errors: [],
  }),
  changed: event({ needs: 'quartermaster', summary: 'The roll changed.', payload: v.object({}) }),
}
