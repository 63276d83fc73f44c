/** Import of the nominal roll (domain.md 4.7): read, preview, import exactly that, undo. */
import * as v from 'valibot'
import { maxListRows } from '../domain/list-file.ts'
import { clearableFields, columnFields, importPhases, rollFields } from '../domain/roll.ts'
import { Count, Empty, Instant, RowNumber, Uuid } from './fields.ts'
import { call, event } from './kit.ts'
import { ListFile, listReading, SheetName } from './list-file.ts'
import { leaveErrors } from './members.ts'

const ColumnField = v.picklist(columnFields)

/** Everything that a person decides. A preview and the import of it must be given the same. */
const choices = {
  /** Of a workbook; null = the one that looks like a roll. */
  sheet: SheetName,
  /** What each column of the file is read as, in their order; null as a whole = as the headings say. */
  columns: v.optional(v.nullable(v.pipe(v.array(v.nullable(ColumnField)), v.maxLength(1000))), null),
  /** Row numbers to leave out, as shown in the preview; the way past a row with an error. */
  excludeRows: v.optional(v.pipe(v.array(RowNumber), v.maxLength(maxListRows)), []),
  /** Columns whose blank cells empty what the member has; the others’ blank cells keep it. */
  clears: v.optional(v.array(v.picklist(clearableFields)), []),
  /** What a text of the department column means: an existing division, a new one, or (null) none, so that its rows are errors. A text that is not listed is known by code or name, or becomes a new division. */
  divisions: v.optional(
    v.pipe(v.array(v.object({ text: v.pipe(v.string(), v.maxLength(500)), code: v.nullable(v.pipe(v.string(), v.maxLength(20))), name: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))), null) })), v.maxLength(500)),
    [],
  ),
  /** Members of toReview to set inactive. */
  deactivateIds: v.optional(v.pipe(v.array(Uuid), v.maxLength(maxListRows)), []),
}

const Field = v.nullable(v.picklist(rollFields))
const RowRef = v.object({ row: Count, serviceNumber: v.string(), name: v.string(), /** Left out: shown, and not imported. */ excluded: v.boolean() })
const Details = v.optional(v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))))

const Counts = v.object({ rows: Count, add: Count, update: Count, unchanged: Count, missing: Count, deactivate: Count, errorRows: Count, excluded: Count, divisions: Count })

export const RollPreview = v.object({
  /** Binds an import to exactly this file, these choices and the roll as it was previewed. */
  hash: v.string(),
  counts: Counts,
  toAdd: v.array(v.object({ ...RowRef.entries, division: v.nullable(v.string()) })),
  toUpdate: v.array(v.object({ ...RowRef.entries, memberId: Uuid, changes: v.array(v.object({ field: v.picklist(rollFields), from: v.nullable(v.string()), to: v.nullable(v.string()) })) })),
  /** On the roll, but not in the file. Never changed unless the person chooses to. */
  toReview: v.array(v.object({ memberId: Uuid, serviceNumber: v.string(), name: v.string(), present: v.boolean() })),
  /** `column` is the heading as the file has it. Worded by `rollProblems` (shared/i18n/roll-problems.ts). */
  errors: v.array(v.object({ row: Count, field: Field, column: v.string(), code: v.string(), message: v.string(), howToFix: v.string(), value: v.nullable(v.string()), excluded: v.boolean() })),
  /** Worth a look, in no one's way. */
  notices: v.array(v.object({ row: Count, field: Field, column: v.string(), code: v.string(), message: v.string(), value: v.nullable(v.string()) })),
  /** Every text of the department column, and what it is taken for; a code of null = it can be no division. */
  divisions: v.array(v.object({ text: v.string(), code: v.nullable(v.string()), name: v.string(), isNew: v.boolean(), rows: Count })),
  divisionsToCreate: v.array(v.object({ code: v.string(), name: v.string(), members: Count })),
  /** Names that the lists of messes and trades will get. */
  listItemsToCreate: v.array(v.object({ list: v.picklist(['messes', 'trades']), name: v.string() })),
  /** Why somebody of deactivateIds cannot be set inactive, as a refusal. */
  obstacles: v.array(v.object({ memberId: Uuid, code: v.string(), message: v.string(), howToFix: v.optional(v.string()), details: Details })),
  columns: v.array(v.object({ header: v.string(), field: v.nullable(ColumnField) })),
})

const readErrors = ['roll_unreadable', 'roll_sheet_unknown', 'roll_empty'] as const
const previewErrors = [...readErrors, 'roll_columns_missing', 'roll_mapping_invalid'] as const
const TableFile = v.object({ fileName: v.string(), mediaType: v.string(), content: v.string(), rows: Count })
const Language = v.optional(v.picklist(['en', 'fr']), 'en')

const Import = v.object({
  id: Uuid,
  at: Instant,
  actorName: v.string(),
  fileName: v.string(),
  added: Count,
  updated: Count,
  deactivated: Count,
  divisionsCreated: Count,
})

export const roll = {
  read: call({
    needs: 'admin',
    summary: 'Reads a nominal roll, CSV or XLSX, and says what its columns are and what each probably stands for.',
    input: v.object({ file: ListFile, sheet: SheetName }),
    output: listReading(columnFields),
    errors: readErrors,
  }),
  preview: call({ needs: 'admin', summary: 'Says what an import with these choices would do. Writes nothing.', input: v.object({ file: ListFile, ...choices }), output: RollPreview, errors: previewErrors }),
  import: call({
    needs: 'admin',
    summary: 'Imports the file exactly as it was previewed: all of it or nothing.',
    input: v.object({ file: ListFile, ...choices, /** The hash of the preview that the person agreed to. */ previewHash: v.string() }),
    output: v.object({ importId: Uuid, added: Count, updated: Count, unchanged: Count, deactivated: Count, divisionsCreated: Count, listItemsCreated: Count, excluded: Count, qualificationsGranted: Count, qualificationsRevoked: Count }),
    errors: [...previewErrors, 'roll_changed', 'roll_has_errors', ...leaveErrors],
  }),
  lastImport: call({ needs: 'admin', summary: 'The latest import that was not undone.', input: Empty, output: v.object({ import: v.nullable(Import) }), errors: [] }),
  undoLast: call({
    needs: 'admin',
    summary: 'Puts back what stood there before the latest import; refused, with their names, while somebody of it was changed or is in use since.',
    input: v.object({ importId: Uuid }),
    output: v.object({ removed: Count, restored: Count, divisionsRemoved: Count, divisionsKept: Count, listItemsRemoved: Count }),
    errors: ['roll_not_latest', 'roll_undo_changed', 'roll_undo_in_use'],
  }),
  errorFile: call({
    needs: 'admin',
    summary: 'The rows with errors as they stand in the file, each with what is wrong with it, to be corrected and imported.',
    input: v.object({ file: ListFile, ...choices, language: Language }),
    output: TableFile,
    errors: previewErrors,
  }),
  diffFile: call({
    needs: 'admin',
    summary: 'What an import with these choices would change, a line a change.',
    input: v.object({ file: ListFile, ...choices, format: v.picklist(['csv', 'xlsx']), language: Language }),
    output: TableFile,
    errors: previewErrors,
  }),
  progress: event({ needs: 'admin', summary: 'How far an import has come.', payload: v.object({ phase: v.picklist(importPhases), done: Count, total: Count }) }),
}
