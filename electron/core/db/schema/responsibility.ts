/** Who has the duty and the building (domain.md 2.4, 4.12, 4.15). What must never be is a constraint here, not only a rule above. */
import { sql } from 'drizzle-orm'
import { bigserial, check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'
import { memberPresence } from './presence.ts'
import { station } from './stations.ts'

const ddsStates = ['pending', 'active', 'released', 'transferred'] as const
const responsibilities = ['dds', 'lockup'] as const
const responsibilityActs = ['assigned', 'self_accepted', 'confirmed', 'transferred', 'released', 'acquired', 'building_opened', 'lockup_started', 'lockup_cancelled', 'building_lockup'] as const
const cycleStates = ['open', 'locking_up', 'secured'] as const
const confirmations = ['both_badges', 'override', 'dds_alignment'] as const
const transferReasons = ['manual', 'dds_handoff', 'duty_watch_takeover', 'checkout_transfer'] as const

/** Who is DDS of an operational day. One who has it, or is to have it, a day. */
export const ddsAssignment = pgTable(
  'dds_assignment',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    operationalDate: civilDate('operational_date').notNull(),
    status: text('status', { enum: ddsStates }).notNull(),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    transferredTo: uuid('transferred_to').references(() => member.id, { onDelete: 'restrict' }),
    /** Who gave it; null = taken by the member. */
    assignedBy: text('assigned_by'),
    notes: text('notes'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('dds_assignment_standing').on(table.operationalDate).where(sql`${table.status} in ('pending', 'active')`),
    index('dds_assignment_date').on(table.operationalDate),
    index('dds_assignment_member').on(table.memberId),
    check('dds_assignment_status_known', oneOf(table.status, ddsStates)),
    check('dds_assignment_ended_whole', sql`(${table.status} in ('released', 'transferred')) = (${table.endedAt} is not null)`),
    check('dds_assignment_transferred_whole', sql`(${table.status} = 'transferred') = (${table.transferredTo} is not null)`),
  ],
)

/** From opening to securing; several a day are usual. No cycle that is not secured = the building is secured. */
export const lockupCycle = pgTable(
  'lockup_cycle',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    operationalDate: civilDate('operational_date').notNull(),
    status: text('status', { enum: cycleStates }).notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    openNote: text('open_note'),
    /** Who has promised to secure the building; null exactly when it is secured. */
    holderId: uuid('holder_id'),
    /** Always `in` while somebody holds it: with the key below the database itself keeps a holder inside. */
    holderDirection: text('holder_direction', { enum: ['in'] }),
    acquiredAt: instant('acquired_at'),
    /** Since when it is being locked up, and by whom. */
    lockingSince: instant('locking_since'),
    lockingBy: uuid('locking_by').references(() => member.id, { onDelete: 'restrict' }),
    securedAt: instant('secured_at'),
    /** Null = by Sentinel, at the daily reset. */
    securedBy: uuid('secured_by').references(() => member.id, { onDelete: 'restrict' }),
    /** Grows with each change: what a person confirmed must be what is. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // One building: at most one cycle is not secured, and so at most one person holds lockup.
    uniqueIndex('lockup_cycle_standing').on(sql`(true)`).where(sql`${table.status} <> 'secured'`),
    // For the key that keeps a holder inside: asked at every check-out.
    index('lockup_cycle_holder').on(table.holderId).where(sql`${table.holderId} is not null`),
    index('lockup_cycle_date').on(table.operationalDate, table.seq),
    check('lockup_cycle_status_known', oneOf(table.status, cycleStates)),
    check('lockup_cycle_holder_while_open', sql`(${table.status} = 'secured') = (${table.holderId} is null)`),
    check('lockup_cycle_holder_whole', sql`(${table.holderId} is null) = (${table.holderDirection} is null) and (${table.holderId} is null) = (${table.acquiredAt} is null)`),
    check('lockup_cycle_holder_inside', sql`${table.holderDirection} is null or ${table.holderDirection} = 'in'`),
    check('lockup_cycle_locking_whole', sql`(${table.status} = 'locking_up') = (${table.lockingSince} is not null)`),
    check('lockup_cycle_secured_whole', sql`(${table.status} = 'secured') = (${table.securedAt} is not null)`),
    // Made deferrable in the migration: one act may sign the holder out and secure the building.
    foreignKey({ name: 'lockup_cycle_holder_present', columns: [table.holderId, table.holderDirection], foreignColumns: [memberPresence.memberId, memberPresence.direction] }),
  ],
)

export const lockupTransfer = pgTable(
  'lockup_transfer',
  {
    id: id(),
    cycleId: uuid('cycle_id')
      .notNull()
      .references(() => lockupCycle.id, { onDelete: 'restrict' }),
    fromMemberId: uuid('from_member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    toMemberId: uuid('to_member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    at: instant('at').notNull(),
    reason: text('reason', { enum: transferReasons }).notNull(),
    /** Giver and receiver held their badges up, or somebody overrode it and said why in the notes, or the DDS changed and lockup with it. */
    confirmedBy: text('confirmed_by', { enum: confirmations }).notNull(),
    actorName: text('actor_name').notNull(),
    notes: text('notes'),
  },
  (table) => [index('lockup_transfer_at').on(table.at), check('lockup_transfer_reason_known', oneOf(table.reason, transferReasons)), check('lockup_transfer_confirmed_known', oneOf(table.confirmedBy, confirmations)), check('lockup_transfer_two_people', sql`${table.fromMemberId} <> ${table.toMemberId}`)],
)

/** Proof of a lock-up: who did it and whom it signed out. */
export const lockupExecution = pgTable(
  'lockup_execution',
  {
    id: id(),
    cycleId: uuid('cycle_id')
      .notNull()
      .unique()
      .references(() => lockupCycle.id, { onDelete: 'restrict' }),
    /** Made by the one who asks: asked again, the same answer. */
    requestId: uuid('request_id').notNull().unique(),
    executedBy: uuid('executed_by')
      .notNull()
      .references(() => member.id, { onDelete: 'restrict' }),
    executedAt: instant('executed_at').notNull(),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    /** `[{kind, id, name, since}]` as they were. */
    people: jsonb('people').notNull(),
    total: integer('total').notNull(),
    notes: text('notes'),
  },
  (table) => [index('lockup_execution_at').on(table.executedAt)],
)

/** Every change of hands, with the names of then. Append-only. */
export const responsibilityLog = pgTable(
  'responsibility_log',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    operationalDate: civilDate('operational_date').notNull(),
    responsibility: text('responsibility', { enum: responsibilities }).notNull(),
    action: text('action', { enum: responsibilityActs }).notNull(),
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'restrict' }),
    memberName: text('member_name'),
    fromMemberId: uuid('from_member_id').references(() => member.id, { onDelete: 'restrict' }),
    fromMemberName: text('from_member_name'),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    notes: text('notes'),
  },
  (table) => [
    index('responsibility_log_at').on(table.at, table.seq),
    index('responsibility_log_member').on(table.memberId, table.seq),
    check('responsibility_log_known', oneOf(table.responsibility, responsibilities)),
    check('responsibility_log_action_known', oneOf(table.action, responsibilityActs)),
  ],
)
