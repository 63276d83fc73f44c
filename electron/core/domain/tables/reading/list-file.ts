/** From a file to named cells: its sheet, its heading, its rows with their numbers (domain.md 4.7, 4.9). */
import { maxListRows } from '../../../../../shared/domain/list-file.ts'
import { refuse } from '../../../kit/refusal.ts'
import { readCsv } from './csv.ts'
import { kindOfFile, unreadable } from './file.ts'
import { isBlank, type Column, type Headings } from './headings.ts'
import { decodeText } from './text.ts'
import { readWorkbook, sheetNamed, type Sheet } from './workbook.ts'

export interface ListFile {
  readonly kind: 'csv' | 'xlsx'
  /** A CSV is one sheet without a name. */
  readonly sheets: readonly Sheet[]
}

export interface ListRecord<F extends string> {
  /** Position in the file; a file whose heading is its first line has it in row 1. */
  readonly row: number
  readonly cells: Partial<Record<F, string>>
  /** Every cell as it stands in the file. */
  readonly original: readonly string[]
  /** True when a cell stands beyond the last heading. */
  readonly tooWide: boolean
}

export interface ListTable<F extends string> {
  readonly columns: readonly Column<F>[]
  /** Rows with anything in them. */
  readonly records: readonly ListRecord<F>[]
}

export interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** What a person is shown of a file before anything is decided. */
export interface ListReading<F extends string> {
  readonly kind: ListFile['kind']
  /** Of a workbook, in its order. */
  readonly sheets: string[]
  readonly sheet: string | null
  readonly rows: number
  readonly columns: { readonly header: string; /** Of the first rows. */ readonly samples: string[]; readonly suggested: F | null; readonly certain: boolean }[]
  /** Required fields that no heading names for certain. */
  readonly missing: F[]
}

const sampleRows = 3
const sampleLength = 100

/** How the files of one kind of list are read. */
export function createListReader<F extends string>(headings: Headings<F>) {
  const headerOf = ({ lines }: Sheet): readonly string[] => lines[headings.findHeading(lines)] ?? []

  /** The rows below the heading that hold anything. Refuses `roll_empty`, and `roll_unreadable` for too many. */
  function rowsOf(sheet: Sheet): Row[] {
    const from = headings.findHeading(sheet.lines)
    const rows = sheet.lines.flatMap((cells, index) => (index <= from || isBlank(cells) ? [] : [{ row: index + 1, cells }]))
    if (rows.length === 0) throw refuse('roll_empty')
    if (rows.length > maxListRows) throw unreadable('too_many_rows')
    return rows
  }

  /** The sheet that was asked for, or the one whose heading looks most like such a list. Refuses `roll_sheet_unknown`. */
  function chooseSheet({ sheets }: ListFile, name: string | null): Sheet {
    if (name !== null) return sheetNamed(sheets, name)
    const [best] = sheets.toSorted((a, b) => headings.recognisedIn(headerOf(b)) - headings.recognisedIn(headerOf(a)))
    if (best === undefined) throw unreadable('empty')
    return best
  }

  return {
    headerOf,
    chooseSheet,

    /** What a file holds, and what each of its columns probably stands for. Refuses `roll_sheet_unknown`, `roll_empty`, `roll_unreadable`. */
    describe(contents: ListFile, name: string | null): ListReading<F> {
      const sheet = chooseSheet(contents, name)
      const rows = rowsOf(sheet)
      const header = headerOf(sheet)
      const suggestions = headings.suggest(header)
      const isWorkbook = contents.kind === 'xlsx'
      return {
        kind: contents.kind,
        sheets: isWorkbook ? contents.sheets.map((candidate) => candidate.name) : [],
        sheet: isWorkbook ? sheet.name : null,
        rows: rows.length,
        columns: header.map((text, at) => ({
          header: text.trim(),
          samples: rows.slice(0, sampleRows).map(({ cells }) => (cells[at] ?? '').trim().slice(0, sampleLength)),
          suggested: suggestions[at]?.field ?? null,
          certain: suggestions[at]?.certain ?? true,
        })),
        missing: headings.required.filter((field) => !suggestions.some((suggestion) => suggestion.field === field && suggestion.certain)),
      }
    },

    /** Refuses `roll_unreadable`. */
    async readFile(fileName: string, bytes: Uint8Array): Promise<ListFile> {
      if (kindOfFile(fileName, bytes) === 'workbook') return { kind: 'xlsx', sheets: await readWorkbook(bytes) }
      return { kind: 'csv', sheets: [{ name: '', lines: readCsv(decodeText(bytes), headings) }] }
    },

    /** Refuses `roll_mapping_invalid`, `roll_empty`, `roll_unreadable`, and what the list says where a required column is missing. */
    toTable(sheet: Sheet, chosen: readonly (F | null)[] | null): ListTable<F> {
      const columns = headings.resolve(headerOf(sheet), chosen)
      const records = rowsOf(sheet).map(({ row, cells }): ListRecord<F> => {
        const named = columns.flatMap(({ field }, at): [F, string][] => (field === null ? [] : [[field, cells[at] ?? '']]))
        return { row, cells: Object.fromEntries(named) as Partial<Record<F, string>>, original: cells, tooWide: !isBlank(cells.slice(columns.length)) }
      })
      return { columns, records }
    },
  }
}
