/** A table as a file that any spreadsheet opens as it is meant, and that runs nothing (domain.md 4.20 ▶, trust.md V1.2.10). */
import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import { neutraliseFormula } from '../../../../shared/domain/formula-cell.ts'

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

/** Every cell as text, so that no service number loses its zeros; the first row is the heading and stays in sight. */
const toXlsx = (name: string, [header = [], ...rows]: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsx(
    [header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((cells) => cells.map((value) => (value === '' ? null : { value: writable(neutraliseFormula(value)), type: String })))],
    { sheet: name.slice(0, 31), stickyRowsCount: 1, columns: header.map((_, column) => ({ width: Math.min(40, Math.max(8, ...[header, ...rows.slice(0, 200)].map((cells) => cells[column]?.length ?? 0)) + 2) })) },
  ).toBuffer()

/**
 * @param name without its ending; also the sheet's name
 * @param table the heading first; every row of the same width
 */
export async function toTableFile(name: string, table: readonly (readonly string[])[], format: TableFormat): Promise<TableFile> {
  const bytes = format === 'csv' ? Buffer.from(toCsv(table), 'utf8') : await toXlsx(name, table)
  return {
    fileName: `${name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: bytes.toString('base64'),
  }
}
