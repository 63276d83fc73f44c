/** From a file to named cells: its sheet, its heading, its rows with their numbers (domain.md 4.7). */
import { maxRollRows, type ColumnField } from '../../../../shared/domain/roll.ts'
import { refuse } from '../../kit/refusal.ts'
import { findHeading, isBlank, recognisedIn, resolveColumns, type Column } from './columns.ts'
import { readCsv } from './csv.ts'
import { kindOfFile, unreadable } from './file.ts'
import { decodeText } from './text.ts'
import { readWorkbook, sheetNamed, type Sheet } from './workbook.ts'

export interface RollFile {
  readonly kind: 'csv' | 'xlsx'
  /** A CSV is one sheet without a name. */
  readonly sheets: readonly Sheet[]
}

export interface RollRecord {
  /** Position in the file; a file whose heading is its first line has it in row 1. */
  readonly row: number
  readonly cells: Partial<Record<ColumnField, string>>
  /** Every cell as it stands in the file. */
  readonly original: readonly string[]
  /** True when a cell stands beyond the last heading. */
  readonly tooWide: boolean
}

export interface RollTable {
  readonly columns: readonly Column[]
  /** Rows with anything in them. */
  readonly records: readonly RollRecord[]
}

/** Refuses `roll_unreadable`. */
export async function readFile(fileName: string, bytes: Uint8Array): Promise<RollFile> {
  if (kindOfFile(fileName, bytes) === 'workbook') return { kind: 'xlsx', sheets: await readWorkbook(bytes) }
  return { kind: 'csv', sheets: [{ name: '', lines: readCsv(decodeText(bytes)) }] }
}

export const headerOf = ({ lines }: Sheet): readonly string[] => lines[findHeading(lines)] ?? []

/** The sheet that was asked for, or the one whose heading looks most like a roll's. Refuses `roll_sheet_unknown`. */
export function chooseSheet({ sheets }: RollFile, name: string | null): Sheet {
  if (name !== null) return sheetNamed(sheets, name)
  const [best] = sheets.toSorted((a, b) => recognisedIn(headerOf(b)) - recognisedIn(headerOf(a)))
  if (best === undefined) throw unreadable('empty')
  return best
}

export interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows below the heading that hold anything. Refuses `roll_empty`, and `roll_unreadable` for too many. */
export function rowsOf(sheet: Sheet): Row[] {
  const from = findHeading(sheet.lines)
  const rows = sheet.lines.flatMap((cells, index) => (index <= from || isBlank(cells) ? [] : [{ row: index + 1, cells }]))
  if (rows.length === 0) throw refuse('roll_empty')
  if (rows.length > maxRollRows) throw unreadable('too_many_rows')
  return rows
}

/** Refuses `roll_columns_missing`, `roll_mapping_invalid`, `roll_empty` and `roll_unreadable`. */
export function toTable(sheet: Sheet, chosen: readonly (ColumnField | null)[] | null): RollTable {
  const columns = resolveColumns(headerOf(sheet), chosen)
  const records = rowsOf(sheet).map(({ row, cells }): RollRecord => {
    const named = columns.flatMap(({ field }, at): [ColumnField, string][] => (field === null ? [] : [[field, cells[at] ?? '']]))
    return { row, cells: Object.fromEntries(named), original: cells, tooWide: !isBlank(cells.slice(columns.length)) }
  })
  return { columns, records }
}
