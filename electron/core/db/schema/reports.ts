/** Reports that are kept under a name (domain.md 4.20). */
import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { reportFormats } from '../../../../shared/domain/reports.ts'
import { createdAt, id, updatedAt } from './columns.ts'
import { oneOf } from './constraints.ts'

const languages = ['en', 'fr'] as const

export const reportPreset = pgTable(
  'report_preset',
  {
    id: id(),
    name: text('name').notNull(),
    /** What is asked for, as the contract had it when it was saved. */
    report: jsonb('report').notNull(),
    format: text('format', { enum: reportFormats }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    /** The name that person had then. */
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('report_preset_name').on(sql`lower(${table.name})`), check('report_preset_format_known', oneOf(table.format, reportFormats)), check('report_preset_language_known', oneOf(table.language, languages))],
)
