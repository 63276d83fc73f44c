/** Imports of the roll, with what stood there before, so that the last one can be undone (domain.md 4.7 ▶). */
import { bigserial, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from './columns.ts'
import { oneOf } from './constraints.ts'
import { member } from './people.ts'

const kinds = ['added', 'updated', 'deactivated'] as const

export const rollImport = pgTable(
  'roll_import',
  {
    id: id(),
    /** Order of import. */
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    fileName: text('file_name').notNull(),
    hash: text('hash').notNull(),
    /** Counts, choices and the codes of divisions it created. */
    summary: jsonb('summary').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by'),
  },
)

export const rollImportChange = pgTable(
  'roll_import_change',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => rollImport.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: kinds }).notNull(),
    /** The member's columns before and after; before is null for one who was added. */
    before: jsonb('before'),
    after: jsonb('after').notNull(),
  },
  (table) => [index('roll_import_change_import').on(table.importId), check('roll_import_change_kind_known', oneOf(table.kind, kinds))],
)
