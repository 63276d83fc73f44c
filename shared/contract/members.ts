import * as v from 'valibot'
import { call, event } from './kit.ts'
import { Code, Count, DivisionRef, Uuid } from './fields.ts'

export const MemberRow = v.object({
  id: Uuid,
  serviceNumber: v.string(),
  rank: v.string(),
  rankOrder: v.number(),
  firstName: v.string(),
  lastName: v.string(),
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  memberType: Code,
  status: Code,
  /** True when the member holds a badge; the serial itself is a credential and stays in the core. */
  hasBadge: v.boolean(),
  present: v.boolean(),
})

/** The file as it lies on the stick: base64 of its bytes, so that the core decides the encoding. 5 MB at most. */
export const RollFile = v.object({
  fileName: v.pipe(v.string(), v.maxLength(255)),
  content: v.pipe(v.string(), v.base64(), v.maxLength(7_000_000)),
})

const RowRef = v.object({ row: Count, serviceNumber: v.string(), name: v.string() })

export const RollPreview = v.object({
  /** Binds an execute to exactly this file and the roll as it was previewed. */
  hash: v.string(),
  rows: Count,
  toAdd: v.array(RowRef),
  toUpdate: v.array(
    v.object({
      row: Count,
      memberId: Uuid,
      serviceNumber: v.string(),
      name: v.string(),
      changes: v.array(v.object({ field: v.string(), from: v.nullable(v.string()), to: v.nullable(v.string()) })),
    }),
  ),
  unchanged: Count,
  /** On the roll, but not in the file. Never changed unless the person chooses to. */
  toReview: v.array(v.object({ memberId: Uuid, serviceNumber: v.string(), name: v.string(), present: v.boolean() })),
  errors: v.array(
    v.object({ row: Count, field: v.nullable(v.string()), code: v.string(), message: v.string(), howToFix: v.string(), value: v.nullable(v.string()) }),
  ),
  /** Worth a look, in no one's way. Worded by `rollProblems` (shared/i18n/roll-problems.ts) like the errors. */
  notices: v.array(v.object({ row: Count, field: v.nullable(v.string()), code: v.string(), message: v.string(), value: v.nullable(v.string()) })),
  divisionsToCreate: v.array(v.object({ code: v.string(), name: v.string(), members: Count })),
  columns: v.array(v.object({ header: v.string(), field: v.nullable(v.string()) })),
})

export const members = {
  list: call({
    needs: 'quartermaster',
    summary: 'Members of the roll, searched by name or service number without regard to case or accents.',
    input: v.object({
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 50),
      page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
    }),
    output: v.object({ members: v.array(MemberRow), total: Count, page: Count, limit: Count, totalPages: Count }),
    errors: [],
  }),
  previewRoll: call({
    needs: 'admin',
    summary: 'Reads a nominal-roll CSV and says what an import would do. Writes nothing.',
    input: v.object({ file: RollFile }),
    output: RollPreview,
    errors: ['roll_unreadable', 'roll_columns_missing', 'roll_empty'],
  }),
  importRoll: call({
    needs: 'admin',
    summary: 'Imports the file exactly as it was previewed: all of it or nothing.',
    input: v.object({
      file: RollFile,
      /** The hash of the preview that the person agreed to. */
      previewHash: v.string(),
      /** Row numbers to leave out, as shown in the preview; the way past a row with an error. */
      excludeRows: v.optional(v.array(Count), []),
      createDivisions: v.optional(v.boolean(), true),
      /** Members of toReview to set inactive. */
      deactivateIds: v.optional(v.array(Uuid), []),
    }),
    output: v.object({ added: Count, updated: Count, unchanged: Count, deactivated: Count, divisionsCreated: Count, excluded: Count }),
    errors: ['roll_unreadable', 'roll_columns_missing', 'roll_empty', 'roll_changed', 'roll_has_errors', 'roll_division_unknown', 'member_present'],
  }),
  changed: event({ needs: 'quartermaster', summary: 'The roll changed.', payload: v.object({}) }),
}
