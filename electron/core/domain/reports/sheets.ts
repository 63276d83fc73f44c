/** A report as tables of texts: what a CSV and an XLSX are made of (domain.md 4.20). Pure. */
import type { ReportDocument, ReportTable } from '../../../../shared/domain/reports.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { Sheet } from '../tables/table-file.ts'
import { paperWords } from './words/paper.ts'

/** The heading, then a line a row. Where a table has groups the first column says which, so that sorting loses nothing. */
function rowsOfTable({ columns, groups }: ReportTable, language: Language): string[][] {
  const isGrouped = groups.some(({ title }) => title !== null)
  const lead = (text: string | null): string[] => (isGrouped ? [text ?? ''] : [])
  return [[...lead(paperWords[language].group), ...columns.map(({ label }) => label)], ...groups.flatMap(({ title, rows }) => rows.map((row) => [...lead(title), ...columns.map((_, index) => row[index]?.text ?? '')]))]
}

/** The records alone: what sums them up would only stand in a program’s way. */
export const recordsOf = ({ tables }: ReportDocument, language: Language): readonly (readonly string[])[] => (tables[0] === undefined ? [] : rowsOfTable(tables[0], language))

/** What was asked, then a sheet a table. */
export function sheetsOf(document: ReportDocument, { language, generated, unitName }: { language: Language; generated: string; unitName: string }): Sheet[] {
  const cover = [[document.title], [unitName], [generated], [], ...document.facts.map(({ label, value }) => [label, value]), [], ...document.notes.map((note) => [note])]
  return [{ name: paperWords[language].sheet, rows: cover }, ...document.tables.map((table) => ({ name: table.title, rows: rowsOfTable(table, language) }))]
}
