import { sql } from 'drizzle-orm'
import { bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Who did what (domain.md 4.23 ▶). Append-only: a trigger refuses update, delete and truncate. */
export const audit = pgTable(
  'audit',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    /** As it was then: people change names and ranks. */
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    entityType: text('entity_type').notNull(),
    entityId: text('entity_id'),
    /** Where it was done; null = by Sentinel itself. */
    stationId: text('station_id'),
    details: jsonb('details'),
    /** Lower case, no accents: what a free search looks at. */
    search: text('search').notNull().default(''),
    /** Under which number the log has what led to it; null = written before there were any, or by what nobody asked for. */
    correlationId: text('correlation_id'),
  },
  // Each kind of filter has an index that is walked from the newest line on.
  (table) => [
    index('audit_at').on(table.at, table.seq),
    index('audit_action').on(table.action, table.at, table.seq),
    index('audit_actor').on(table.actorId, table.actorName, table.at, table.seq),
    index('audit_entity').on(table.entityType, table.entityId, table.at, table.seq),
    // What concerns a member but is about something else. Scans are left out: they are most of the trail, and the member's history has them.
    index('audit_member')
      .on(sql`(${table.details} ->> 'memberId')`, table.at, table.seq)
      .where(sql`${table.action} <> 'checkin_scan' and ${table.details} ->> 'memberId' is not null`),
  ],
)
