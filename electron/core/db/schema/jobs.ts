/** What Sentinel did by itself, when, and whether it went well (domain.md 4.16 ▶). */
import { sql } from 'drizzle-orm'
import { bigserial, check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { oneOf } from './constraints.ts'

const outcomes = ['done', 'failed'] as const

export const jobRun = pgTable(
  'job_run',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    job: text('job').notNull(),
    /** What the run was for, such as an operational date: done once. */
    key: text('key').notNull(),
    /** When it was to happen. */
    dueAt: instant('due_at').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    details: jsonb('details').notNull().default({}),
  },
  (table) => [uniqueIndex('job_run_done').on(table.job, table.key).where(sql`${table.outcome} = 'done'`), index('job_run_started').on(table.startedAt, table.seq), check('job_run_outcome_known', oneOf(table.outcome, outcomes))],
)
