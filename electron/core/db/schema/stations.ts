import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, instant } from './columns.ts'

/** A door or desk that movements are recorded at. */
export const station = pgTable('station', {
  /** A short code such as `front-door`. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Null = the same in both languages. */
  nameFr: text('name_fr'),
  description: text('description'),
  displayOrder: integer('display_order').notNull().default(0),
  /** A station that is out of use is not offered any more; its movements stay. */
  isActive: boolean('is_active').notNull().default(true),
  createdAt: createdAt(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})
