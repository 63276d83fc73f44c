/** Badges (domain.md 2.2): a member's for now; visitors' and events' join with their own nullable key and a CHECK. */
import { check, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { badgeStatuses } from '../../../../shared/domain/member.ts'
import { createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'

export const badge = pgTable(
  'badge',
  {
    id: id(),
    /** Canonical serial: shared/domain/badge-serial.ts. */
    serial: text('serial').notNull().unique(),
    status: text('status', { enum: badgeStatuses }).notNull(),
    /** Unique: one person holds one badge. */
    memberId: uuid('member_id')
      .unique()
      .references(() => member.id, { onDelete: 'restrict' }),
    lastUsedAt: instant('last_used_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [check('badge_status_known', oneOf(table.status, badgeStatuses))],
)
