/** Movements and who is inside (domain.md 2.2, 4.1, 4.3). */
import { bigint, bigserial, boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { badge } from './badges.ts'
import { member } from './people.ts'

const directions = ['in', 'out'] as const
const methods = ['badge', 'manual', 'override', 'login', 'system'] as const

/** A door or desk that movements are recorded at. */
export const station = pgTable('station', {
  /** A short code such as `front-door`. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: createdAt(),
})

export const movement = pgTable(
  'movement',
  {
    id: id(),
    /** Order of recording: holds even when the clock is set back. */
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    badgeId: uuid('badge_id').references(() => badge.id, { onDelete: 'restrict' }),
    direction: text('direction', { enum: directions }).notNull(),
    /** When it counts. */
    at: instant('at').notNull(),
    /** What the wall clock said when it was written: differs from `at` for manual entries and where the clock was set back. */
    recordedAt: instant('recorded_at').notNull(),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    reader: text('reader'),
    method: text('method', { enum: methods }).notNull(),
    /** Made by the one who scanned: a repeated scan with the same id writes nothing new. */
    scanId: uuid('scan_id').unique(),
    flagged: boolean('flagged').notNull().default(false),
    flagReason: text('flag_reason'),
  },
  (table) => [
    index('movement_member_at').on(table.memberId, table.at.desc()),
    index('movement_at').on(table.at.desc(), table.seq.desc()),
    check('movement_direction_known', oneOf(table.direction, directions)),
    check('movement_method_known', oneOf(table.method, methods)),
  ],
)

/** One row a person, updated in the transaction that moves them: nobody reads history to learn who is here (F13). */
export const memberPresence = pgTable(
  'member_presence',
  {
    memberId: uuid('member_id')
      .primaryKey()
      .references(() => member.id, { onDelete: 'restrict' }),
    direction: text('direction', { enum: directions }).notNull(),
    /** Of the latest movement. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    movementId: uuid('movement_id')
      .notNull()
      .references(() => movement.id, { onDelete: 'restrict' }),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
  },
  (table) => [index('member_presence_direction').on(table.direction), check('member_presence_direction_known', oneOf(table.direction, directions))],
)

/** A scan that moved nobody: kept so that the desk sees it and nothing is lost. */
export const refusedScan = pgTable(
  'refused_scan',
  {
    id: id(),
    at: instant('at').notNull(),
    outcome: text('outcome').notNull(),
    serial: text('serial').notNull(),
    badgeId: uuid('badge_id').references(() => badge.id, { onDelete: 'set null' }),
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'set null' }),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    reader: text('reader'),
    scanId: uuid('scan_id').unique(),
  },
  (table) => [index('refused_scan_at').on(table.at.desc())],
)

/** Counters that grow under a row lock, so that their order is the order of commit. */
export const revision = pgTable('revision', {
  topic: text('topic').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
})
