/** From text to lines of cells: which sign separates, and where the quotation marks are wrong (domain.md 4.7). */
import { CsvError, parse } from 'csv-parse/sync'
import { unreadable } from './file.ts'
import type { Headings } from './headings.ts'

const delimiters = [',', ';', '\t'] as const

/** Every line of the file, blank ones too, so that row numbers are those a spreadsheet shows. Refuses `roll_unreadable`. */
export const readCsv = (text: string, headings: Pick<Headings<string>, 'findHeading' | 'recognisedIn'>): string[][] => parseLines(text, detectDelimiter(text, headings))

/** Enough of the file to find its heading in: lines, and signs. */
const beginning = 15
const headLength = 100_000

/**
 * The delimiter under which the heading names the most fields, as French spreadsheets write semicolons; where it names
 * none, the one that makes the most columns of it.
 */
function detectDelimiter(text: string, { findHeading, recognisedIn }: Pick<Headings<string>, 'findHeading' | 'recognisedIn'>): string {
  const lines = (text.slice(0, headLength).match(/(?:"(?:[^"]|"")*"|[^\r\n"])+/g) ?? []).slice(0, beginning)
  const score = (delimiter: string): number => {
    const rows = lines.map((line) => cellsOf(line, delimiter))
    const heading = rows[findHeading(rows)] ?? []
    return recognisedIn(heading) * 1000 + Math.min(heading.length, 999)
  }
  return delimiters.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}

/** Of one line; none where its quotation marks do not fit this delimiter. */
function cellsOf(line: string, delimiter: string): string[] {
  try {
    return parseLines(line, delimiter)[0] ?? []
  } catch {
    return []
  }
}

function parseLines(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'], trim: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : 0
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw unreadable('quote_open', { row })
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE' || error.code === 'INVALID_OPENING_QUOTE') throw unreadable('quote_misplaced', { row })
    throw unreadable('malformed', { row })
  }
}
