/** Badges (domain.md 2.2, 4.5). Who has a pass of the visitors' pool stands in their visit (decision 012). */
import { sql } from 'drizzle-orm'
import { bigserial, check, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { badgeStatus } from './definitions.ts'
import { member } from './people.ts'

const kinds = ['member', 'visitor', 'event'] as const
const endReasons = ['returned', 'lost', 'damaged', 'replaced', 'archived', 'unassigned'] as const

export const badge = pgTable(
  'badge',
  {
    id: id(),
    /** Canonical serial: shared/domain/badge-serial.ts. */
    serial: text('serial').notNull().unique(),
    /** Whom it is for; visitor and event badges are lent from a pool. */
    kind: text('kind', { enum: kinds }).notNull().default('member'),
    status: text('status')
      .notNull()
      .references(() => badgeStatus.code, { onDelete: 'restrict' }),
    /** What is printed on it, such as “V-07”; null = nothing. */
    label: text('label'),
    note: text('note'),
    /** Unique: one person holds one badge. */
    memberId: uuid('member_id')
      .unique()
      .references(() => member.id, { onDelete: 'restrict' }),
    lastUsedAt: instant('last_used_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // What a visit refers to, so that only a badge of its kind can be lent.
    unique('badge_of_kind').on(table.id, table.kind),
    check('badge_kind_known', oneOf(table.kind, kinds)),
    check('badge_holder_of_its_kind', sql`${table.memberId} is null or ${table.kind} = 'member'`),
  ],
)

/** Who held which badge from when to when. A badge that was not handed back is outstanding. */
export const badgeAssignment = pgTable(
  'badge_assignment',
  {
    id: id(),
    /** Order of giving: a badge can change hands twice within a millisecond. */
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    badgeId: uuid('badge_id')
      .notNull()
      .references(() => badge.id, { onDelete: 'restrict' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    assignedAt: instant('assigned_at').notNull(),
    assignedBy: text('assigned_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    endReason: text('end_reason', { enum: endReasons }),
    /** When the thing itself came back; null with an end = outstanding, unless it was lost or destroyed. */
    returnedAt: instant('returned_at'),
  },
  (table) => [
    uniqueIndex('badge_assignment_standing').on(table.badgeId).where(sql`${table.endedAt} is null`),
    index('badge_assignment_member').on(table.memberId),
    check('badge_assignment_reason_known', oneOf(table.endReason, endReasons)),
    check('badge_assignment_ended_whole', sql`(${table.endedAt} is null) = (${table.endReason} is null)`),
  ],
)
