/** Members, ranks and divisions (domain.md 2.1). */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { civilDate, createdAt, id, instant, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'
import { memberStatus, memberType, tag } from './definitions.ts'

export const rank = pgTable('rank', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  branch: text('branch').notNull(),
  category: text('category').notNull(),
  /** Seniority: greater is senior. Sort by this, never by the code's letters. */
  displayOrder: integer('display_order').notNull(),
  isActive: boolean('is_active').notNull(),
  /** Code of the rank that took a retired one's place. */
  replacedBy: text('replaced_by'),
})

export const division = pgTable('division', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  description: text('description'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const member = pgTable(
  'member',
  {
    id: id(),
    serviceNumber: text('service_number').notNull().unique(),
    employeeNumber: text('employee_number'),
    rankId: uuid('rank_id')
      .notNull()
      .references(() => rank.id, { onDelete: 'restrict' }),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    initials: text('initials'),
    /** Derived, “PO2 Singh, H”: domain.md 4.6.2. */
    displayName: text('display_name').notNull(),
    /** Lower case, no accents: what a name search looks at. */
    searchName: text('search_name').notNull(),
    email: text('email'),
    mobilePhone: text('mobile_phone'),
    homePhone: text('home_phone'),
    divisionId: uuid('division_id').references(() => division.id, { onDelete: 'restrict' }),
    memberType: text('member_type')
      .notNull()
      .references(() => memberType.code, { onDelete: 'restrict' }),
    status: text('status')
      .notNull()
      .references(() => memberStatus.code, { onDelete: 'restrict' }),
    source: text('source', { enum: ['nominal_roll', 'civilian_manual'] }).notNull(),
    mess: text('mess'),
    moc: text('moc'),
    /** The raw DETAILS column of the roll. */
    classDetails: text('class_details'),
    notes: text('notes'),
    contractStart: civilDate('contract_start'),
    contractEnd: civilDate('contract_end'),
    /** The first day that attendance is asked of them; null = they were here before anybody kept it (domain.md 4.19 ▶). */
    joinedOn: civilDate('joined_on'),
    missedCheckoutCount: integer('missed_checkout_count').notNull().default(0),
    lastMissedCheckout: instant('last_missed_checkout'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('member_division').on(table.divisionId),
    index('member_search_name').on(table.searchName, table.id),
    index('member_status_code').on(table.status),
    index('member_rank').on(table.rankId),
    check('member_source_known', oneOf(table.source, ['nominal_roll', 'civilian_manual'])),
    check('member_service_number_form', sql`${table.serviceNumber} ~ '^[^[:space:]]{6,20}$'`),
  ],
)

export const memberTag = pgTable(
  'member_tag',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tag.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.tagId] })],
)
