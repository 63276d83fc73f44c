/** What needs a person's attention, and notes for one person (domain.md 2.2, 4.11 ▶). */
import { sql } from 'drizzle-orm'
import { bigserial, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { alertSeverities, alertTypes } from '../../../../shared/domain/alerts.ts'
import { createdAt, id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'

const alertStates = ['active', 'acknowledged', 'resolved'] as const

export const alert = pgTable(
  'alert',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    type: text('type', { enum: alertTypes }).notNull(),
    severity: text('severity', { enum: alertSeverities }).notNull(),
    /** What it is about: a serial, a member, an operational date, a seat. One active alert a type and subject. */
    subject: text('subject').notNull(),
    status: text('status', { enum: alertStates }).notNull().default('active'),
    /** How often it was raised since it became active. */
    count: integer('count').notNull().default(1),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'set null' }),
    stationId: text('station_id'),
    /** What its words need: names, seats, times. */
    details: jsonb('details').notNull().default({}),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    acknowledgedByName: text('acknowledged_by_name'),
    acknowledgeNote: text('acknowledge_note'),
    /** The cause went away by itself. */
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    uniqueIndex('alert_standing').on(table.type, table.subject).where(sql`${table.status} = 'active'`),
    index('alert_last_at').on(table.lastAt, table.seq),
    check('alert_type_known', oneOf(table.type, alertTypes)),
    check('alert_severity_known', oneOf(table.severity, alertSeverities)),
    check('alert_status_known', oneOf(table.status, alertStates)),
    check('alert_acknowledged_whole', sql`(${table.status} = 'acknowledged') = (${table.acknowledgedAt} is not null)`),
    check('alert_resolved_whole', sql`(${table.status} = 'resolved') = (${table.resolvedAt} is not null)`),
  ],
)

/** “Tell X to see the RPO”: shown when that person scans. */
export const personalNote = pgTable(
  'personal_note',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    severity: text('severity', { enum: alertSeverities }).notNull().default('info'),
    message: text('message').notNull(),
    expiresAt: instant('expires_at'),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    /** When the person saw it first. */
    shownAt: instant('shown_at'),
    dismissedAt: instant('dismissed_at'),
    dismissedByName: text('dismissed_by_name'),
  },
  (table) => [index('personal_note_standing').on(table.memberId).where(sql`${table.dismissedAt} is null`), check('personal_note_severity_known', oneOf(table.severity, alertSeverities))],
)
