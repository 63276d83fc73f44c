/** What of a report is shown on the screen: enough to judge it, never more than a window can hold (domain.md 4.20). Pure. */
import type { ReportDocument, ReportTable } from '../../../../shared/domain/reports.ts'

/** Of each table. */
const shownRows = 200

/** Every row of a table, whatever its groups. */
export const rowsOf = ({ groups }: ReportTable): number => groups.reduce((sum, { rows }) => sum + rows.length, 0)

function cut(table: ReportTable): ReportTable {
  let room = shownRows
  const groups = table.groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, room))
    room -= rows.length
    return rows.length === 0 && group.rows.length > 0 ? [] : [{ ...group, rows }]
  })
  return { ...table, groups }
}

export function previewOf(document: ReportDocument): { document: ReportDocument; leftOut: number } {
  const tables = document.tables.map(cut)
  const rows = (all: readonly ReportTable[]): number => all.reduce((sum, table) => sum + rowsOf(table), 0)
  return { document: { ...document, tables }, leftOut: rows(document.tables) - rows(tables) }
}
