/** From an .xlsx to the rows of its sheets, every cell as the text a person would have typed (domain.md 4.7). */
import readWorkbookFile from 'read-excel-file/universal'
import { refuse } from '../../../kit/refusal.ts'
import { unreadable } from './file.ts'
import { guardWorkbook } from './workbook-guard.ts'

export interface Sheet {
  readonly name: string
  /** From the sheet's first row on, blank ones too, so that row numbers are those a spreadsheet shows. */
  readonly lines: readonly (readonly string[])[]
}

/** Every sheet. Refuses `roll_unreadable`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  await guardWorkbook(bytes)
  let sheets: { sheet: string; data: unknown[][] }[]
  try {
    sheets = (await readWorkbookFile(new Blob([new Uint8Array(bytes)]))) as unknown as typeof sheets
  } catch {
    // Whatever its reader stumbles over, the one way out is to save it again.
    throw unreadable('damaged_workbook')
  }
  // A sheet that is a chart has no rows.
  return sheets.map(({ sheet, data = [] }) => ({ name: sheet, lines: data.map((row) => row.map(textOf)) }))
}

/** Refuses `roll_sheet_unknown`. */
export function sheetNamed(sheets: readonly Sheet[], name: string): Sheet {
  const sheet = sheets.find((candidate) => candidate.name === name)
  if (sheet === undefined) throw refuse('roll_sheet_unknown', { sheet: name })
  return sheet
}

/** Dates of a workbook are days at midnight UTC. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10)
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
}
