import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { updatedAt } from './columns.ts'

/** One JSON document a key (domain.md 3.5). */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  category: text('category').notNull(),
  updatedAt: updatedAt(),
})
