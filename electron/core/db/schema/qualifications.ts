/** Who was granted what, when and by whom (domain.md 2.1 ▶, 4.17): a row a grant, so that nothing of the past is overwritten. */
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { qualificationType } from './definitions.ts'
import { member } from './people.ts'

const sources = ['automatic', 'manual'] as const

export const qualificationGrant = pgTable(
  'qualification_grant',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    typeId: uuid('type_id')
      .notNull()
      .references(() => qualificationType.id, { onDelete: 'cascade' }),
    /** The rank rule touches automatic grants only: what a person gave, a person takes (4.17 ▶). */
    source: text('source', { enum: sources }).notNull(),
    grantedAt: instant('granted_at').notNull(),
    grantedBy: text('granted_by').notNull(),
    /** Valid before this instant; null = without end. */
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
    revokeReason: text('revoke_reason'),
    notes: text('notes'),
  },
  (table) => [
    uniqueIndex('qualification_grant_standing').on(table.memberId, table.typeId).where(sql`${table.revokedAt} is null`),
    index('qualification_grant_type').on(table.typeId),
    check('qualification_grant_source_known', oneOf(table.source, sources)),
    check('qualification_grant_revoked_whole', sql`(${table.revokedAt} is null) = (${table.revokedBy} is null)`),
  ],
)
