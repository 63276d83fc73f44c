/** Who may sign in, and what guards it (domain.md 2.6, 4.22 ▶; trust.md 4.3). */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, updatedAt } from './columns.ts'
import { member } from './people.ts'

/** A member's right to sign in. Without a row: level 1 and no PIN. */
export const account = pgTable(
  'account',
  {
    memberId: uuid('member_id')
      .primaryKey()
      .references(() => member.id, { onDelete: 'restrict' }),
    /** 1 to 6: shared/domain/access.ts. */
    level: integer('level').notNull(),
    /** PHC-style text of a slow hash; null = a one-time set-up code is needed first. */
    pinHash: text('pin_hash'),
    pinChangedAt: instant('pin_changed_at'),
    disabledAt: instant('disabled_at'),
    disabledBy: text('disabled_by'),
    lastSignInAt: instant('last_sign_in_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check('account_level_known', sql`${table.level} between 1 and 6`)],
)

/** Lets one person choose a PIN, once and for a short time; only its hash is kept. */
export const setupCode = pgTable(
  'setup_code',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Used, or replaced by a newer one. */
    endedAt: instant('ended_at'),
    wasUsed: boolean('was_used').notNull().default(false),
  },
  (table) => [index('setup_code_member').on(table.memberId)],
)

/** Wrong PINs of one badge, or at one station, since the last right one. Outlives a restart. */
export const signInGuard = pgTable('sign_in_guard', {
  /** `badge:<hash of its serial>` or `station:<id>`. */
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
  lockedUntil: instant('locked_until'),
})

export const session = pgTable(
  'session',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    stationId: text('station_id').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (table) => [index('session_member').on(table.memberId, table.startedAt), index('session_open').on(table.memberId).where(sql`${table.endedAt} is null`)],
)
