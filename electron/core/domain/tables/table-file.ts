/** A table as a file that any spreadsheet opens as it is meant, and that runs nothing (domain.md 4.20 ▶, trust.md V1.2.10). */
import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import { neutraliseFormula } from '../../../../shared/domain/formula-cell.ts'
import { withoutTimes } from './zip-times.ts'

export type TableFormat = 'csv' | 'xlsx'

export interface TableFile {
  readonly fileName: string
  readonly mediaType: string
  /** base64. */
  readonly content: string
}

/** UTF-8 with a byte order mark (for Excel), CRLF, and no cell that a spreadsheet would run. A line end inside a cell is no end of a row. */
export const toCsv = (table: readonly (readonly string[])[]): string => stringify(table.map((cells) => cells.map(neutraliseFormula)), { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })

/** The writer looks texts up in a plain object: `constructor` it would take for a text that it has already, and damage the file (write-excel-file 4.1.1). */
const writable = (text: string): string => (text in Object.prototype ? `${text} ` : text)

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Excel takes 31 signs, none of these, and no name twice, whatever its case. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean = name.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').trim() || '–'
    const free = [clean, ...wanted.map((_, index) => `${clean.slice(0, 27)} (${index + 2})`)].map((choice) => choice.slice(0, 31)).find((choice) => !taken.has(choice.toLowerCase())) ?? clean
    taken.add(free.toLowerCase())
    return free
  })
}

const widest = 40
const cellOf = (value: string, isHeading: boolean) => (value === '' ? null : { value: writable(neutraliseFormula(value)), type: String, ...(isHeading && { fontWeight: 'bold' as const }) })

/** Every cell as text, so that no service number loses its zeros; the first row of a sheet is its heading and stays in sight. The same rows give the same bytes. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const bytes = await writeXlsx(
    sheets.map(({ rows }, index) => ({
      sheet: names[index] ?? '',
      stickyRowsCount: 1,
      data: rows.map((cells, row) => cells.map((value) => cellOf(value, row === 0))),
      columns: Array.from({ length: Math.max(0, ...rows.slice(0, 200).map(({ length }) => length)) }, (_, column) => ({ width: Math.min(widest, Math.max(8, ...rows.slice(0, 200).map((cells) => cells[column]?.length ?? 0)) + 2) })),
    })),
  ).toBuffer()
  return withoutTimes(bytes)
}

/**
 * @param name without its ending; also the sheet's name
 * @param table the heading first; every row of the same width
 */
export async function toTableFile(name: string, table: readonly (readonly string[])[], format: TableFormat): Promise<TableFile> {
  const bytes = format === 'csv' ? Buffer.from(toCsv(table), 'utf8') : await toXlsx([{ name, rows: table }])
  return {
    fileName: `${name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: bytes.toString('base64'),
  }
}
