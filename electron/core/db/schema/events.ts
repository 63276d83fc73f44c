/** Events of temporary access, who takes part, and how they come and go (domain.md 2.3, 4.9). */
import { sql } from 'drizzle-orm'
import { bigserial, boolean, check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { accessEventStates, attendeeMethods, attendeeStates } from '../../../../shared/domain/access-events.ts'
import { badge } from './badges.ts'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'
import { station } from './stations.ts'

const directions = ['in', 'out'] as const

export const accessEvent = pgTable(
  'access_event',
  {
    id: id(),
    name: text('name').notNull(),
    /** As written on lists and badges, upper case. */
    code: text('code').notNull().unique(),
    description: text('description'),
    /** Operational dates, both included. */
    startDate: civilDate('start_date').notNull(),
    endDate: civilDate('end_date').notNull(),
    status: text('status', { enum: accessEventStates }).notNull().default('draft'),
    /** Whether closing it ends the access of everybody who still takes part. */
    autoExpireBadges: boolean('auto_expire_badges').notNull().default(true),
    /** Of this event; empty = the unit's list. */
    customRoles: text('custom_roles').array().notNull().default(sql`'{}'`),
    closedAt: instant('closed_at'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('access_event_dates').on(table.startDate, table.id),
    check('access_event_status_known', oneOf(table.status, accessEventStates)),
    check('access_event_in_order', sql`${table.endDate} >= ${table.startDate}`),
    check('access_event_closed_whole', sql`(${table.closedAt} is not null) = (${table.status} in ('completed', 'cancelled'))`),
  ],
)

export const attendee = pgTable(
  'attendee',
  {
    id: id(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => accessEvent.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    rank: text('rank'),
    organization: text('organization').notNull(),
    role: text('role').notNull(),
    /** Lower case, no accents, name and organization: what a search looks at. */
    searchName: text('search_name').notNull(),
    /** A member of the unit who takes part comes and goes with their own badge. */
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'restrict' }),
    status: text('status', { enum: attendeeStates }).notNull().default('pending'),
    /** Operational dates, both included; null = as the event. */
    accessStart: civilDate('access_start'),
    accessEnd: civilDate('access_end'),
    badgeId: uuid('badge_id'),
    /** Always `event` where a badge is lent: with it the database refuses a badge of any other kind (decision 012). */
    badgeKind: text('badge_kind', { enum: ['event'] }),
    lentAt: instant('lent_at'),
    returnedAt: instant('returned_at'),
    /** Of the latest movement: nobody reads history to learn who is here. Null = never came. */
    direction: text('direction', { enum: directions }),
    movedAt: instant('moved_at'),
    moveRecordedAt: instant('move_recorded_at'),
    movementId: uuid('movement_id'),
    stationId: text('station_id').references(() => station.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    foreignKey({ name: 'attendee_badge_of_events', columns: [table.badgeId, table.badgeKind], foreignColumns: [badge.id, badge.kind] }).onDelete('restrict'),
    // One badge, one attendee: whoever takes part and has not handed it back.
    uniqueIndex('attendee_badge_lent').on(table.badgeId).where(sql`${table.returnedAt} is null and ${table.status} in ('pending', 'active')`),
    uniqueIndex('attendee_member_once').on(table.eventId, table.memberId),
    index('attendee_list').on(table.eventId, table.searchName, table.id),
    index('attendee_inside').on(table.movedAt).where(sql`${table.direction} = 'in'`),
    index('attendee_outstanding').on(table.badgeId).where(sql`${table.badgeId} is not null and ${table.returnedAt} is null`),
    check('attendee_status_known', oneOf(table.status, attendeeStates)),
    check('attendee_direction_known', oneOf(table.direction, directions)),
    check('attendee_window_in_order', sql`${table.accessEnd} >= ${table.accessStart}`),
    check('attendee_badge_whole', sql`(${table.badgeId} is null) = (${table.lentAt} is null) and (${table.badgeId} is null) = (${table.badgeKind} is null) and (${table.badgeId} is not null or ${table.returnedAt} is null)`),
    check('attendee_badge_kind', sql`${table.badgeKind} = 'event'`),
    check('attendee_moved_whole', sql`num_nulls(${table.direction}, ${table.movedAt}, ${table.moveRecordedAt}, ${table.movementId}, ${table.stationId}) in (0, 5)`),
  ],
)

/** Append-only: a movement that was taken back right away is voided, and nothing else of it ever changes. */
export const attendeeMovement = pgTable(
  'attendee_movement',
  {
    id: id(),
    /** Order of recording: holds even when the clock is set back. */
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    attendeeId: uuid('attendee_id')
      .notNull()
      .references(() => attendee.id, { onDelete: 'restrict' }),
    badgeId: uuid('badge_id').references(() => badge.id, { onDelete: 'restrict' }),
    direction: text('direction', { enum: directions }).notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    reader: text('reader'),
    method: text('method', { enum: attendeeMethods }).notNull(),
    actorName: text('actor_name').notNull(),
    /** Made by the one who scanned: a repeated scan with the same id writes nothing new. */
    scanId: uuid('scan_id').unique(),
    voided: boolean('voided').notNull().default(false),
  },
  (table) => [
    index('attendee_movement_of').on(table.attendeeId, table.seq),
    index('attendee_movement_at').on(table.at, table.seq),
    check('attendee_movement_direction_known', oneOf(table.direction, directions)),
    check('attendee_movement_method_known', oneOf(table.method, attendeeMethods)),
  ],
)
