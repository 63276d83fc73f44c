/** The duty log of a day and its ticked checklist (domain.md 4.12.6 ▶; screens.md W-18). */
import { bigserial, boolean, check, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { civilDate, id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'

const entryKinds = ['note', 'phone_call', 'round', 'temperature', 'incident', 'checklist', 'responsibility'] as const

/** Append-only: an entry is corrected by another that takes its place; both stay. */
export const dutyLogEntry = pgTable(
  'duty_log_entry',
  {
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    operationalDate: civilDate('operational_date').notNull(),
    /** When it happened. */
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    kind: text('kind', { enum: entryKinds }).notNull(),
    text: text('text').notNull(),
    /** What this kind has besides: caller, category, action, place, degrees. */
    details: jsonb('details').notNull().default({}),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** The entry whose place this one takes, once. */
    replacesId: uuid('replaces_id').unique(),
    replaceReason: text('replace_reason'),
    /** Takes it out without another in its place. */
    isRemoval: boolean('is_removal').notNull().default(false),
  },
  (table) => [index('duty_log_entry_date').on(table.operationalDate.desc().nullsFirst(), table.at, table.seq), check('duty_log_entry_kind_known', oneOf(table.kind, entryKinds))],
)

/** An item of the checklist on one operational day: who ticked it and when, in the words it had then. */
export const checklistTick = pgTable(
  'checklist_tick',
  {
    id: id(),
    operationalDate: civilDate('operational_date').notNull(),
    /** Key of the item in the document of the daily page. */
    itemKey: text('item_key').notNull(),
    itemText: text('item_text').notNull(),
    blockLabel: text('block_label').notNull(),
    tickedAt: instant('ticked_at').notNull(),
    tickedBy: text('ticked_by').notNull(),
    tickedByName: text('ticked_by_name').notNull(),
    /** What was found: “fridge 2: 4 °C”. */
    remark: text('remark'),
    details: jsonb('details').notNull().default({}),
  },
  (table) => [unique('checklist_tick_once').on(table.operationalDate, table.itemKey)],
)
