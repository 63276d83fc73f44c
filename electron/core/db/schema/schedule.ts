/** Who is to have the duty: roles, weekly rosters, and what differs on one night (domain.md 2.4, 4.13). */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { qualificationType } from './definitions.ts'
import { member } from './people.ts'

const roleKinds = ['single', 'team'] as const
const scheduleStates = ['draft', 'published'] as const
const assignmentStates = ['assigned', 'confirmed', 'released'] as const
const overrideKinds = ['replace', 'add', 'remove'] as const
const liveEndReasons = ['cleared', 'reassigned', 'member_checkout', 'lockup_execution', 'daily_reset'] as const

/** A duty that is rostered by the week: DDS (single), DUTY_WATCH (team). */
export const dutyRole = pgTable(
  'duty_role',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    nameFr: text('name_fr'),
    description: text('description'),
    kind: text('kind', { enum: roleKinds }).notNull(),
    displayOrder: integer('display_order').notNull(),
  },
  (table) => [check('duty_role_kind_known', oneOf(table.kind, roleKinds))],
)

/** A seat of a team. */
export const dutyPosition = pgTable(
  'duty_position',
  {
    id: id(),
    roleCode: text('role_code')
      .notNull()
      .references(() => dutyRole.code, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    nameFr: text('name_fr'),
    maxSlots: integer('max_slots').notNull().default(1),
    /** An empty seat raises an alert when the watch begins. */
    isRequired: boolean('is_required').notNull().default(true),
    /** Who sits here should hold it; null = anybody. */
    qualificationTypeId: uuid('qualification_type_id').references(() => qualificationType.id, { onDelete: 'set null' }),
    displayOrder: integer('display_order').notNull(),
  },
  (table) => [unique('duty_position_code').on(table.roleCode, table.code), check('duty_position_slots', sql`${table.maxSlots} between 1 and 20`)],
)

export const weeklySchedule = pgTable(
  'weekly_schedule',
  {
    id: id(),
    roleCode: text('role_code')
      .notNull()
      .references(() => dutyRole.code, { onDelete: 'restrict' }),
    /** The Monday of an operational week. */
    weekStart: civilDate('week_start').notNull(),
    /** Only a published roster has effect (▶). */
    status: text('status', { enum: scheduleStates }).notNull().default('draft'),
    notes: text('notes'),
    createdBy: text('created_by').notNull(),
    publishedAt: instant('published_at'),
    publishedBy: text('published_by'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('weekly_schedule_week').on(table.roleCode, table.weekStart),
    check('weekly_schedule_status_known', oneOf(table.status, scheduleStates)),
    check('weekly_schedule_monday', sql`extract(isodow from ${table.weekStart}) = 1`),
  ],
)

export const scheduleAssignment = pgTable(
  'schedule_assignment',
  {
    id: id(),
    scheduleId: uuid('schedule_id')
      .notNull()
      .references(() => weeklySchedule.id, { onDelete: 'cascade' }),
    /** Null = the one duty of a single role. */
    positionId: uuid('position_id').references(() => dutyPosition.id, { onDelete: 'restrict' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    status: text('status', { enum: assignmentStates }).notNull().default('assigned'),
    confirmedAt: instant('confirmed_at'),
    releasedAt: instant('released_at'),
    notes: text('notes'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('schedule_assignment_once').on(table.scheduleId, table.memberId).where(sql`${table.status} <> 'released'`),
    uniqueIndex('schedule_assignment_single').on(table.scheduleId).where(sql`${table.positionId} is null and ${table.status} <> 'released'`),
    index('schedule_assignment_member').on(table.memberId),
    check('schedule_assignment_status_known', oneOf(table.status, assignmentStates)),
    check('schedule_assignment_released_whole', sql`(${table.status} = 'released') = (${table.releasedAt} is not null)`),
  ],
)

/** One night of a team's week that differs from the roster. */
export const nightOverride = pgTable(
  'night_override',
  {
    id: id(),
    scheduleId: uuid('schedule_id')
      .notNull()
      .references(() => weeklySchedule.id, { onDelete: 'cascade' }),
    /** Operational date of the night. */
    nightDate: civilDate('night_date').notNull(),
    positionId: uuid('position_id')
      .notNull()
      .references(() => dutyPosition.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: overrideKinds }).notNull(),
    /** Who stands the watch instead or besides. */
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'restrict' }),
    /** Who does not, though rostered. */
    baseMemberId: uuid('base_member_id').references(() => member.id, { onDelete: 'restrict' }),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('night_override_base').on(table.scheduleId, table.nightDate, table.positionId, table.baseMemberId).where(sql`${table.baseMemberId} is not null`),
    uniqueIndex('night_override_added').on(table.scheduleId, table.nightDate, table.memberId).where(sql`${table.memberId} is not null`),
    check('night_override_kind_known', oneOf(table.kind, overrideKinds)),
    check('night_override_shape', sql`(${table.kind} <> 'add') = (${table.baseMemberId} is not null) and (${table.kind} <> 'remove') = (${table.memberId} is not null)`),
  ],
)

/** Somebody present who fills a seat right now (domain.md 4.14): a seat a person at a time. */
export const liveDuty = pgTable(
  'live_duty',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    positionId: uuid('position_id')
      .notNull()
      .references(() => dutyPosition.id, { onDelete: 'restrict' }),
    notes: text('notes'),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', { enum: liveEndReasons }),
  },
  (table) => [
    uniqueIndex('live_duty_standing').on(table.memberId).where(sql`${table.endedAt} is null`),
    check('live_duty_reason_known', oneOf(table.endReason, liveEndReasons)),
    check('live_duty_ended_whole', sql`(${table.endedAt} is null) = (${table.endReason} is null)`),
  ],
)
