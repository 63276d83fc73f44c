import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { updatedAt } from './columns.ts'

/** One JSON document a key (domain.md 3.5). */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  category: text('category').notNull(),
  /** Counts the saves of one that people edit: who saves says which one they saw. */
  version: integer('version').notNull().default(1),
  updatedAt: updatedAt(),
})
