/** Movements and who is inside (domain.md 2.2, 4.1, 4.3). */
import { sql } from 'drizzle-orm'
import { bigint, bigserial, boolean, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { civilDate, id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { badge } from './badges.ts'
import { attendee } from './events.ts'
import { member } from './people.ts'
import { station } from './stations.ts'

const directions = ['in', 'out'] as const
const correctionKinds = ['add', 'edit', 'delete', 'undo'] as const
const closers = ['lockup_sequence', 'admin', 'daily_reset'] as const
const methods = ['badge', 'manual', 'override', 'login', 'system'] as const

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
    /** Taken out of effect by a correction, which says by whom and why. Set once; nothing else of a movement ever changes. */
    voided: boolean('voided').notNull().default(false),
  },
  (table) => [
    index('movement_member_at').on(table.memberId, table.at, table.seq),
    index('movement_at').on(table.at, table.seq),
    index('movement_station_at').on(table.stationId, table.at, table.seq),
    index('movement_flagged_at').on(table.at, table.seq).where(sql`${table.flagged}`),
    index('movement_method_at').on(table.method, table.at, table.seq).where(sql`${table.method} <> 'badge'`),
    // What was added, changed or deleted by hand; the correction's own row says how.
    index('movement_corrected_at').on(table.at, table.seq).where(sql`${table.voided} or ${table.method} in ('manual', 'override')`),
    // Few of anybody's rows, whichever of these a list asks for together with people.
    index('movement_member_unusual_at').on(table.memberId, table.at, table.seq).where(sql`${table.flagged} or ${table.voided} or ${table.method} <> 'badge'`),
    index('movement_badge').on(table.badgeId).where(sql`${table.badgeId} is not null`),
    check('movement_direction_known', oneOf(table.direction, directions)),
    check('movement_method_known', oneOf(table.method, methods)),
  ],
)

/**
 * Changes to the record (domain.md 4.2 ▶): a movement that was added by hand, changed or deleted. Append-only, and the
 * original stays: a change voids it and adds another in its place.
 */
export const movementCorrection = pgTable(
  'movement_correction',
  {
    id: id(),
    at: instant('at').notNull(),
    kind: text('kind', { enum: correctionKinds }).notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    reason: text('reason').notNull(),
    /** Unique: a movement is taken out of effect once. */
    originalId: uuid('original_id')
      .unique()
      .references(() => movement.id, { onDelete: 'restrict' }),
    replacementId: uuid('replacement_id')
      .unique()
      .references(() => movement.id, { onDelete: 'restrict' }),
  },
  (table) => [
    index('movement_correction_at').on(table.at),
    check('movement_correction_kind_known', oneOf(table.kind, correctionKinds)),
    check(
      'movement_correction_shape',
      sql`case ${table.kind} when 'add' then ${table.originalId} is null and ${table.replacementId} is not null when 'edit' then ${table.originalId} is not null and ${table.replacementId} is not null else ${table.originalId} is not null and ${table.replacementId} is null end`,
    ),
  ],
)

/** Someone who forgot to sign out and was closed out (domain.md 2.2, 4.16). */
export const missedCheckout = pgTable(
  'missed_checkout',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    operationalDate: civilDate('operational_date').notNull(),
    originalCheckinAt: instant('original_checkin_at').notNull(),
    forcedCheckoutAt: instant('forced_checkout_at').notNull(),
    resolvedBy: text('resolved_by', { enum: closers }).notNull(),
    actorName: text('actor_name').notNull(),
    movementId: uuid('movement_id').references(() => movement.id, { onDelete: 'restrict' }),
    notes: text('notes'),
  },
  (table) => [index('missed_checkout_member').on(table.memberId, table.forcedCheckoutAt), index('missed_checkout_at').on(table.forcedCheckoutAt, table.id), check('missed_checkout_closer_known', oneOf(table.resolvedBy, closers))],
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
  (table) => [index('member_presence_direction').on(table.direction), unique('member_presence_state').on(table.memberId, table.direction), check('member_presence_direction_known', oneOf(table.direction, directions))],
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
    attendeeId: uuid('attendee_id').references(() => attendee.id, { onDelete: 'set null' }),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    reader: text('reader'),
    scanId: uuid('scan_id').unique(),
  },
  (table) => [index('refused_scan_at').on(table.at), index('refused_scan_station_at').on(table.stationId, table.at)],
)

/** Counters that grow under a row lock, so that their order is the order of commit. */
export const revision = pgTable('revision', {
  topic: text('topic').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
})
