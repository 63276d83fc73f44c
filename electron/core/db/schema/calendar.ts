/** Statutory holidays and the unit's own events (domain.md 2.3, 2.4, 4.10, 4.18). */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, time, unique, uuid } from 'drizzle-orm/pg-core'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'

const eventCategories = ['mess_dinner', 'ceremonial', 'training', 'social', 'exercise', 'vip_visit', 'remembrance', 'administrative', 'other'] as const
const eventStates = ['draft', 'planned', 'confirmed', 'in_progress', 'completed', 'cancelled', 'postponed'] as const
const staffingStates = ['assigned', 'confirmed', 'declined', 'released'] as const

export const statHoliday = pgTable('stat_holiday', {
  id: id(),
  date: civilDate('date').notNull().unique(),
  name: text('name').notNull(),
  nameFr: text('name_fr'),
  /** Two letters; null = in all of Canada. */
  province: text('province'),
  isActive: boolean('is_active').notNull().default(true),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const unitEventType = pgTable(
  'unit_event_type',
  {
    id: id(),
    name: text('name').notNull().unique(),
    nameFr: text('name_fr'),
    category: text('category', { enum: eventCategories }).notNull(),
    defaultDurationMinutes: integer('default_duration_minutes').notNull().default(120),
    requiresDutyWatch: boolean('requires_duty_watch').notNull().default(false),
    /** Further positions that an event of this type has: `[{code, name, maxSlots}]`. */
    extraPositions: jsonb('extra_positions').notNull().default([]),
    displayOrder: integer('display_order').notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check('unit_event_type_category_known', oneOf(table.category, eventCategories)), check('unit_event_type_duration', sql`${table.defaultDurationMinutes} between 15 and 1440`)],
)

export const unitEvent = pgTable(
  'unit_event',
  {
    id: id(),
    title: text('title').notNull(),
    typeId: uuid('type_id').references(() => unitEventType.id, { onDelete: 'restrict' }),
    /** Operational date. */
    eventDate: civilDate('event_date').notNull(),
    startTime: time('start_time', { precision: 0 }),
    endTime: time('end_time', { precision: 0 }),
    location: text('location'),
    description: text('description'),
    organizer: text('organizer'),
    notes: text('notes'),
    /** Adds a Duty Watch to the night (4.10 ▶). */
    requiresDutyWatch: boolean('requires_duty_watch').notNull(),
    status: text('status', { enum: eventStates }).notNull().default('draft'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('unit_event_date').on(table.eventDate, table.startTime), check('unit_event_status_known', oneOf(table.status, eventStates))],
)

export const unitEventPosition = pgTable(
  'unit_event_position',
  {
    id: id(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => unitEvent.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    maxSlots: integer('max_slots').notNull().default(1),
    isStandard: boolean('is_standard').notNull().default(false),
    displayOrder: integer('display_order').notNull().default(0),
  },
  (table) => [unique('unit_event_position_code').on(table.eventId, table.code), check('unit_event_position_slots', sql`${table.maxSlots} between 1 and 50`)],
)

export const unitEventAssignment = pgTable(
  'unit_event_assignment',
  {
    id: id(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => unitEvent.id, { onDelete: 'cascade' }),
    positionId: uuid('position_id')
      .notNull()
      .references(() => unitEventPosition.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    status: text('status', { enum: staffingStates }).notNull().default('assigned'),
    isVolunteer: boolean('is_volunteer').notNull().default(false),
    confirmedAt: instant('confirmed_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique('unit_event_assignment_once').on(table.eventId, table.memberId, table.positionId), index('unit_event_assignment_member').on(table.memberId), check('unit_event_assignment_status_known', oneOf(table.status, staffingStates))],
)
