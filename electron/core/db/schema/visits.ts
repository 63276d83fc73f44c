/** Visitors, their passes, and who is expected (domain.md 2.2, 4.8). */
import { sql } from 'drizzle-orm'
import { bigserial, boolean, check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { recruitmentSteps, visitEnds, visitMethods, visitPurposes } from '../../../../shared/domain/visits.ts'
import { badge } from './badges.ts'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { visitType } from './definitions.ts'
import { accessEvent } from './events.ts'
import { member } from './people.ts'
import { station } from './stations.ts'

/** What a visitor tells of themselves. Functions, as a drizzle column belongs to one table. */
const told = () => ({
  visitType: text('visit_type')
    .notNull()
    .references(() => visitType.code, { onDelete: 'restrict' }),
  firstName: text('first_name'),
  lastName: text('last_name').notNull(),
  rank: text('rank'),
  organization: text('organization'),
  displayName: text('display_name').notNull(),
  /** Lower case, no accents, name and organization: what a search looks at. */
  searchName: text('search_name').notNull(),
  purpose: text('purpose', { enum: visitPurposes }).notNull(),
  details: text('details'),
  recruitmentStep: text('recruitment_step', { enum: recruitmentSteps }),
  hostMemberId: uuid('host_member_id').references(() => member.id, { onDelete: 'restrict' }),
  phone: text('phone'),
  licensePlate: text('license_plate'),
})

export const visit = pgTable(
  'visit',
  {
    id: id(),
    /** Order of recording: holds even when the clock is set back. */
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    /** Made by the one who signed them in: a repeat writes nothing new. */
    requestId: uuid('request_id').notNull().unique(),
    ...told(),
    notes: text('notes'),
    /** Of temporary access, that they came for. */
    eventId: uuid('event_id').references(() => accessEvent.id, { onDelete: 'restrict' }),
    since: instant('since').notNull(),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    method: text('method', { enum: visitMethods }).notNull(),
    actorName: text('actor_name').notNull(),
    until: instant('until'),
    endedBy: text('ended_by', { enum: visitEnds }),
    endedByName: text('ended_by_name'),
    endedAtStation: text('ended_at_station').references(() => station.id, { onDelete: 'restrict' }),
    /** Of the scan that signed them out: asked again after a lost answer it says the same. */
    endScanId: uuid('end_scan_id').unique(),
    badgeId: uuid('badge_id'),
    /** Always `visitor` where a badge is lent: with it the database refuses a badge of any other kind (decision 012). */
    badgeKind: text('badge_kind', { enum: ['visitor'] }),
    lentAt: instant('lent_at'),
    returnedAt: instant('returned_at'),
    /** When what they told of themselves was disposed of (trust.md 4.4): kind, times and stations stay. */
    disposedAt: instant('disposed_at'),
    /** Taken back right after it was made: it never was. */
    voided: boolean('voided').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    foreignKey({ name: 'visit_badge_of_visitors', columns: [table.badgeId, table.badgeKind], foreignColumns: [badge.id, badge.kind] }).onDelete('restrict'),
    // One pass, one visitor: whoever is inside and has not handed it back.
    uniqueIndex('visit_pass_lent').on(table.badgeId).where(sql`${table.until} is null and ${table.returnedAt} is null and not ${table.voided}`),
    index('visit_inside').on(table.since).where(sql`${table.until} is null and not ${table.voided}`),
    index('visit_kept_until').on(table.until).where(sql`${table.disposedAt} is null and ${table.until} is not null`),
    index('visit_since').on(table.since, table.id),
    index('visit_search_name').on(table.searchName, table.id),
    index('visit_event').on(table.eventId).where(sql`${table.eventId} is not null`),
    index('visit_host').on(table.hostMemberId).where(sql`${table.hostMemberId} is not null`),
    index('visit_outstanding').on(table.badgeId, table.until).where(sql`${table.badgeId} is not null and ${table.returnedAt} is null`),
    check('visit_purpose_known', oneOf(table.purpose, visitPurposes)),
    check('visit_step_known', oneOf(table.recruitmentStep, recruitmentSteps)),
    check('visit_method_known', oneOf(table.method, visitMethods)),
    check('visit_end_known', oneOf(table.endedBy, visitEnds)),
    check('visit_ended_whole', sql`(${table.until} is null) = (${table.endedBy} is null)`),
    check('visit_pass_whole', sql`(${table.badgeId} is null) = (${table.lentAt} is null) and (${table.badgeId} is null) = (${table.badgeKind} is null) and (${table.badgeId} is not null or ${table.returnedAt} is null)`),
    check('visit_pass_kind', sql`${table.badgeKind} = 'visitor'`),
    check('visit_disposed_whole', sql`${table.disposedAt} is null or (${table.until} is not null and num_nonnulls(${table.firstName}, ${table.rank}, ${table.organization}, ${table.details}, ${table.hostMemberId}, ${table.phone}, ${table.licensePlate}, ${table.notes}) = 0 and ${table.searchName} = '')`),
    check('visit_in_order', sql`${table.until} >= ${table.since}`),
  ],
)

export const expectedVisit = pgTable(
  'expected_visit',
  {
    id: id(),
    date: civilDate('date').notNull(),
    /** On the unit's clock; null = any time of that day. */
    time: text('time'),
    ...told(),
    /** Who has come. */
    visitId: uuid('visit_id')
      .unique()
      .references(() => visit.id, { onDelete: 'restrict' }),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('expected_visit_date').on(table.date, table.time), check('expected_visit_purpose_known', oneOf(table.purpose, visitPurposes)), check('expected_visit_step_known', oneOf(table.recruitmentStep, recruitmentSteps))],
)
