/** What an administrator sees of Sentinel itself: its log, its measures, and a file of both for whoever helps (issue 8). Nobody is named in any of them. */
import * as v from 'valibot'
import { Count, Empty, Instant } from './fields.ts'
import { call } from './kit.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export const LogRecord = v.object({
  at: Instant,
  level: v.picklist(logLevels),
  event: v.string(),
  /** Of the scan or the call that it belongs to; null = of none. */
  correlationId: v.nullable(v.string()),
  fields: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
})
/** Where a page ended, in one of the files; the files may have turned over meanwhile. */
const LogCursor = v.object({ file: v.pipe(v.string(), v.maxLength(40)), position: Count })

export const Measure = v.object({
  at: Instant,
  scansPerMinute: v.number(),
  /** From the reader’s frame to the record, mean; null = nobody came. Milliseconds, like all times here. */
  scanMs: v.nullable(v.number()),
  /** By how much the worst timer was late. */
  lagMs: v.number(),
  /** Acts and reads, mean and worst; null = there were none. */
  databaseMs: v.nullable(v.number()),
  databaseWorstMs: v.nullable(v.number()),
  memoryMb: v.number(),
  readers: Count,
  /** Of these, how many do not read now. */
  readersDown: Count,
})

export const diagnostics = {
  log: call({
    needs: 'admin',
    summary: 'Lines of the log, newest first, narrowed as asked; a page follows on the one before it by its cursor.',
    input: v.object({
      /** This level and graver ones. */
      level: v.optional(v.picklist(logLevels), 'debug'),
      /** Every word of it somewhere in the line, without regard to capitals. */
      text: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
      correlationId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
      from: v.optional(v.nullable(Instant), null),
      to: v.optional(v.nullable(Instant), null),
      cursor: v.optional(v.nullable(LogCursor), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 100),
    }),
    output: v.object({ records: v.array(LogRecord), /** Null = there is nothing older. A page may hold fewer lines than asked, or none, and go on. */ next: v.nullable(LogCursor) }),
    errors: [],
  }),
  measures: call({ needs: 'admin', summary: 'How Sentinel did in the last hours, oldest first.', input: Empty, output: v.object({ everyMs: Count, measures: v.array(Measure) }), errors: [] }),
  preview: call({ needs: 'admin', summary: 'What a diagnostics file would hold now, to the letter.', input: Empty, output: v.object({ fileName: v.string(), content: v.string(), bytes: Count }), errors: [] }),
  save: call({
    needs: 'admin',
    summary: 'The diagnostics file, written where the person chose or handed over where there is no such choice. No personal data is in it. Audited.',
    input: Empty,
    output: v.variant('status', [
      v.object({ status: v.literal('written'), path: v.string(), fileName: v.string(), bytes: Count }),
      v.object({ status: v.literal('file'), fileName: v.string(), content: v.string(), bytes: Count }),
      v.object({ status: v.literal('cancelled') }),
    ]),
    errors: ['diagnostics_not_written'],
  }),
}
