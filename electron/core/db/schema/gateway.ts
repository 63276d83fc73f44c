import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'

/** What lets one device in through the gateway (domain.md 4.22). The key itself is shown once and kept nowhere. */
export const gatewayKey = pgTable(
  'gateway_key',
  {
    id: id(),
    name: text('name').notNull(),
    /** SHA-256 of the secret, hex: of 256 random bits no slow hash is needed. */
    secretHash: text('secret_hash').notNull(),
    /** Of shared/domain/key-scopes.ts, or rights by their keys. */
    scopes: text('scopes').array().notNull(),
    /** Where it records what it sends. */
    stationId: text('station_id').notNull(),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
    /** To the minute. */
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [uniqueIndex('gateway_key_secret').on(table.secretHash), check('gateway_key_has_scopes', sql`cardinality(${table.scopes}) > 0`)],
)
