/**
 * Lists that an administrator keeps (domain.md 2.1, 3.3, 3.4, 4.21). A code is the key and never changes, so that a record
 * cannot drift from its list; what a code *does* stands in its row, never in a comparison of words.
 */
import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable, text, uuid, unique } from 'drizzle-orm/pg-core'
import { admissions, chipColors, chipVariants, listTypes } from '../../../../shared/domain/definitions.ts'
import { createdAt, id, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'

/** What every such list has. Functions, as a drizzle column belongs to one table. */
const named = () => ({
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  /** Null = the name is the same in French. */
  nameFr: text('name_fr'),
  description: text('description'),
  chipVariant: text('chip_variant', { enum: chipVariants }).notNull().default('solid'),
  chipColor: text('chip_color', { enum: chipColors }).notNull().default('default'),
  displayOrder: integer('display_order').notNull().default(0),
  /** Sentinel itself relies on it: may be renamed, not deleted. */
  isSystem: boolean('is_system').notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const memberStatus = pgTable(
  'member_status',
  {
    ...named(),
    /** Left out of lists unless asked for. */
    isHidden: boolean('is_hidden').notNull().default(false),
    /** What the door does with a badge whose holder has this status (domain.md 4.1 ▶). */
    admission: text('admission', { enum: admissions }).notNull().default('admit'),
  },
  (table) => [check('member_status_admission_known', oneOf(table.admission, admissions)), check('member_status_code_form', sql`${table.code} ~ '^[a-z0-9_]{1,50}$'`)],
)

export const memberType = pgTable(
  'member_type',
  {
    ...named(),
    /** Counts as full-time staff in reports (domain.md 4.20). */
    isFullTime: boolean('is_full_time').notNull().default(false),
  },
  (table) => [check('member_type_code_form', sql`${table.code} ~ '^[a-z0-9_]{1,50}$'`)],
)

export const visitType = pgTable('visit_type', named(), (table) => [check('visit_type_code_form', sql`${table.code} ~ '^[a-z0-9_]{1,50}$'`)])

export const badgeStatus = pgTable(
  'badge_status',
  {
    ...named(),
    /** The door takes a badge of this status. */
    isUsable: boolean('is_usable').notNull().default(false),
  },
  (table) => [check('badge_status_code_form', sql`${table.code} ~ '^[a-z0-9_]{1,50}$'`)],
)

/** Plain lists to choose from: event roles, messes, trades (domain.md 2.1). */
export const listItem = pgTable(
  'list_item',
  {
    id: id(),
    listType: text('list_type', { enum: listTypes }).notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    nameFr: text('name_fr'),
    description: text('description'),
    displayOrder: integer('display_order').notNull().default(0),
    isSystem: boolean('is_system').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique('list_item_code').on(table.listType, table.code), check('list_item_type_known', oneOf(table.listType, listTypes))],
)

export const tag = pgTable('tag', {
  id: id(),
  name: text('name').notNull().unique(),
  nameFr: text('name_fr'),
  description: text('description'),
  displayOrder: integer('display_order').notNull().default(0),
  chipVariant: text('chip_variant', { enum: chipVariants }).notNull().default('solid'),
  chipColor: text('chip_color', { enum: chipColors }).notNull().default('default'),
  /** Names a position, such as Commanding Officer. */
  isPositional: boolean('is_positional').notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const qualificationType = pgTable('qualification_type', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull().unique(),
  nameFr: text('name_fr'),
  description: text('description'),
  canReceiveLockup: boolean('can_receive_lockup').notNull().default(false),
  /** Granted and revoked by rank and division (domain.md 4.17). */
  isAutomatic: boolean('is_automatic').notNull().default(false),
  displayOrder: integer('display_order').notNull().default(0),
  tagId: uuid('tag_id').references(() => tag.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})
