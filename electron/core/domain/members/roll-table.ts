/** From text to named cells: delimiter, header aliases, row numbers (domain.md 4.7). */
import { CsvError, parse } from 'csv-parse/sync'
import type { RollField } from '../../../../shared/i18n/roll-problems.ts'
import { refuse } from '../../kit/refusal.ts'
import { unreadable } from './roll-text.ts'

/** A column of the file; member type is worked out from the details. */
export type ColumnField = Exclude<RollField, 'memberType'>

/** Header names by field; the earlier one wins where a file has two of them. A blank header stands for the service number. */
const aliases: Record<ColumnField, readonly string[]> = {
  serviceNumber: ['SN', 'SERVICE NUMBER', 'SERVICE_NO', 'INDEX', ''],
  employeeNumber: ['EMPL #', 'EMPL', 'EMPLOYEE', 'EMPLOYEE #', 'EMPLOYEE NUMBER', 'EMP #'],
  rank: ['RANK'],
  lastName: ['LAST NAME', 'SURNAME', 'FAMILY NAME'],
  firstName: ['FIRST NAME', 'GIVEN NAME', 'FORENAME'],
  initials: ['INITIALS', 'INIT'],
  division: ['DEPT', 'DEPARTMENT', 'DIV', 'DIVISION'],
  mess: ['MESS'],
  moc: ['MOC', 'MOSID', 'TRADE'],
  email: ['EMAIL', 'EMAIL ADDRESS', 'E-MAIL'],
  homePhone: ['HOME PHONE', 'HOME TEL', 'HOME'],
  mobilePhone: ['MOBILE PHONE', 'CELL', 'CELL PHONE', 'MOBILE'],
  details: ['DETAILS', 'CLASS', 'CLASS DETAILS'],
  notes: ['NOTES', 'REMARKS', 'COMMENTS', 'CONTRACT DETAILS'],
  contractStart: ['CONTRACT START', 'START DATE', 'START'],
  contractEnd: ['CONTRACT END', 'END DATE', 'END', 'EXPIRY'],
}

export const requiredFields = ['serviceNumber', 'rank', 'lastName', 'firstName', 'division'] as const satisfies readonly ColumnField[]
const headerNames: Record<(typeof requiredFields)[number], string> = { serviceNumber: 'SN', rank: 'RANK', lastName: 'LAST NAME', firstName: 'FIRST NAME', division: 'DEPT' }
const fields = Object.keys(aliases) as ColumnField[]
const delimiters = [',', ';', '\t'] as const
const maxRows = 10_000

export interface Column {
  readonly header: string
  readonly field: ColumnField | null
  /** True where another column stands for the same field. */
  readonly doubled: boolean
}

export interface RollRecord {
  /** Position in the file; the header row is 1. */
  readonly row: number
  readonly cells: Partial<Record<ColumnField, string>>
  /** True when a cell stands beyond the last header. */
  readonly tooWide: boolean
}

export interface RollTable {
  readonly columns: readonly Column[]
  /** Rows with anything in them. */
  readonly records: readonly RollRecord[]
}

/** Refuses `roll_unreadable`, `roll_columns_missing` and `roll_empty`. */
export function readTable(text: string): RollTable {
  const delimiter = detectDelimiter(text)
  const lines = parseLines(text, delimiter)
  const headerAt = lines.findIndex((cells) => !isBlank(cells))
  const header = lines[headerAt] ?? []
  const columns = mapColumns(header)
  const missing = requiredFields.filter((field) => !columns.some((column) => column.field === field))
  if (missing.length > 0) throw refuse('roll_columns_missing', { columns: missing.map((field) => headerNames[field]).join(', ') })

  const records = lines.flatMap((cells, index): RollRecord[] => {
    if (index <= headerAt || isBlank(cells)) return []
    const named = columns.flatMap(({ field }, at): [ColumnField, string][] => (field === null ? [] : [[field, cells[at] ?? '']]))
    return [{ row: index + 1, cells: Object.fromEntries(named), tooWide: !isBlank(cells.slice(columns.length)) }]
  })
  if (records.length === 0) throw refuse('roll_empty')
  if (records.length > maxRows) throw unreadable('too_many_rows')
  return { columns, records }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The delimiter under which the heading names the most fields; French spreadsheets write semicolons. */
function detectDelimiter(text: string): string {
  const [first = ''] = /^(?:"(?:[^"]|"")*"|[^\r\n"])+/m.exec(text) ?? []
  const score = (delimiter: string): number => {
    try {
      return mapColumns(parseLines(first, delimiter)[0] ?? []).filter(({ field }) => field !== null).length
    } catch {
      return 0
    }
  }
  return delimiters.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}

/** Every line of the file, blank ones too, so that row numbers are those a spreadsheet shows. */
function parseLines(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'], trim: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : 0
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw unreadable('quote_open', row)
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE') throw unreadable('quote_misplaced', row)
    throw unreadable('malformed', row)
  }
}

/** Case, spaces, underscores, hyphens and accents of a header do not matter. */
const normaliseHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s_.\-\uFEFF]+/gu, '')

function mapColumns(header: readonly string[]): Column[] {
  const names = header.map(normaliseHeader)
  const taken = new Map<ColumnField, number>()
  for (const field of fields) {
    const at = aliases[field].map((alias) => names.indexOf(normaliseHeader(alias))).find((index) => index >= 0)
    if (at !== undefined) taken.set(field, at)
  }
  return header.map((text, index) => {
    const field = fields.find((name) => taken.get(name) === index) ?? null
    const doubled = field === null && names[index] !== '' && fields.some((name) => aliases[name].some((alias) => normaliseHeader(alias) === names[index]))
    return { header: text.trim(), field, doubled }
  })
}
