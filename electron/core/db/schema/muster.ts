/** Emergency musters (screens.md P0-7): the frozen list, and every word that was said about each on it. */
import { sql } from 'drizzle-orm'
import { bigserial, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { dueReasons, musterBadgeWarnings, musterKinds, musterLists, musterPeople, musterStates, musterWays } from '../../../../shared/domain/muster.ts'
import { id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { station } from './stations.ts'

const directions = ['in', 'out'] as const

export const muster = pgTable(
  'muster',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    /** Made by the one who asks: asked again, the same answer. */
    requestId: uuid('request_id').notNull().unique(),
    kind: text('kind', { enum: musterKinds }).notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    stationId: text('station_id').notNull(),
    /** Of its files in the folder of musters, without their endings. */
    fileStem: text('file_stem').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    /** Why it was closed with somebody missing. */
    reason: text('reason'),
    remarks: text('remarks'),
    /** As it was when it was closed: its report is made from this alone, for ever. */
    report: jsonb('report'),
  },
  (table) => [
    // One building, one muster: two desks at the same instant open the same one.
    uniqueIndex('muster_open').on(sql`(true)`).where(sql`${table.endedAt} is null`),
    index('muster_kind').on(table.kind, table.seq),
    check('muster_kind_known', oneOf(table.kind, musterKinds)),
    check('muster_ended_whole', sql`num_nulls(${table.endedAt}, ${table.endedBy}, ${table.report}) in (0, 3)`),
    check('muster_in_order', sql`${table.endedAt} >= ${table.startedAt}`),
  ],
)

/** One person on the list, as they were called and where they were when it was frozen. Only ever added to. */
export const musterEntry = pgTable(
  'muster_entry',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    musterId: uuid('muster_id')
      .notNull()
      .references(() => muster.id, { onDelete: 'restrict' }),
    list: text('list', { enum: musterLists }).notNull(),
    kind: text('kind', { enum: musterPeople }).notNull(),
    /** Of the member, the visit or the attendee; no key, as a muster outlives them. */
    personId: uuid('person_id'),
    /** Of those added by hand: asked again, the same entry. */
    requestId: uuid('request_id').unique(),
    rank: text('rank').notNull().default(''),
    lastName: text('last_name').notNull(),
    firstName: text('first_name').notNull().default(''),
    displayName: text('display_name').notNull(),
    divisionCode: text('division_code'),
    divisionName: text('division_name'),
    organization: text('organization'),
    phone: text('phone'),
    hostName: text('host_name'),
    hostPhone: text('host_phone'),
    pass: text('pass'),
    since: instant('since'),
    stationName: text('station_name'),
    due: text('due', { enum: dueReasons }),
    /** What they came in by, or were last seen by: another one now is a change. Holds whatever the clock does. */
    presenceRef: text('presence_ref'),
  },
  (table) => [
    uniqueIndex('muster_entry_person').on(table.musterId, table.kind, table.personId),
    index('muster_entry_muster').on(table.musterId, table.seq),
    check('muster_entry_list_known', oneOf(table.list, musterLists)),
    check('muster_entry_kind_known', oneOf(table.kind, musterPeople)),
    check('muster_entry_due_known', oneOf(table.due, dueReasons)),
    check('muster_entry_due_whole', sql`(${table.list} = 'due') = (${table.due} is not null)`),
    check('muster_entry_person_whole', sql`(${table.kind} = 'unlisted') = (${table.personId} is null)`),
  ],
)

/** What was said of somebody, when and by whom; the last word counts. Append-only. */
export const musterMark = pgTable(
  'muster_mark',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    musterId: uuid('muster_id')
      .notNull()
      .references(() => muster.id, { onDelete: 'restrict' }),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => musterEntry.id, { onDelete: 'restrict' }),
    state: text('state', { enum: musterStates }).notNull(),
    way: text('way', { enum: musterWays }).notNull(),
    at: instant('at').notNull(),
    actorName: text('actor_name').notNull(),
    stationId: text('station_id'),
    stationName: text('station_name'),
    note: text('note'),
    badgeWarning: text('badge_warning', { enum: musterBadgeWarnings }),
    /** Of a scan at a door that moved them too. */
    direction: text('direction', { enum: directions }),
    /** Of a scan: repeated, it says nothing new. */
    scanId: uuid('scan_id').unique(),
  },
  (table) => [
    index('muster_mark_entry').on(table.entryId, table.seq),
    index('muster_mark_muster').on(table.musterId, table.seq),
    check('muster_mark_state_known', oneOf(table.state, musterStates)),
    check('muster_mark_way_known', oneOf(table.way, musterWays)),
    check('muster_mark_direction_known', oneOf(table.direction, directions)),
  ],
)

/** Stations whose readers call the roll while a muster is open, and move nobody. */
export const musterPoint = pgTable(
  'muster_point',
  {
    musterId: uuid('muster_id')
      .notNull()
      .references(() => muster.id, { onDelete: 'restrict' }),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
  },
  (table) => [primaryKey({ columns: [table.musterId, table.stationId] })],
)
