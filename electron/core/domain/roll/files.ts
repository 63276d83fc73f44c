/** What a person takes away from a preview: the wrong rows to be corrected, and what would change (domain.md 4.7 ▶). */
import type { RollField } from '../../../../shared/domain/roll.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { createTranslator } from '../../../../shared/i18n/index.ts'
import { isIncluded, type RollMember, type RollPlan } from './plan.ts'
import { fullName, labelOf, problemWords } from './preview.ts'
import type { RollTable } from './table.ts'
import { words } from './words.ts'

type Table = string[][]

/** The rows with errors, left out or not, as they stand in the file; the last two columns are ours, and an import does not read them. */
export function errorTable({ problems }: RollPlan, table: RollTable, language: Language): Table {
  const { row: rowHeader, problem: problemHeader } = words[language]
  const byRow = Map.groupBy(problems, ({ row }) => row)
  const width = Math.max(table.columns.length, ...table.records.filter(({ row }) => byRow.has(row)).map(({ original }) => original.length))
  const padded = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, at) => cells[at] ?? '')
  const rows = table.records.flatMap(({ row, original }) => {
    const own = byRow.get(row)
    if (own === undefined) return []
    const said = own.map(({ code, value, field }) => {
      const { message, howToFix } = problemWords(code, value, labelOf(table, field), language)
      return `${message} ${howToFix}`
    })
    return [[...padded(original), String(row), said.join('\n')]]
  })
  return [[...padded(table.columns.map(({ header }) => header)), rowHeader, problemHeader], ...rows]
}

/** A line for each thing that would change, in the order of the file; then those who would be set inactive. */
export function diffTable(plan: RollPlan, deactivateIds: readonly string[], language: Language): Table {
  const { diff, kind, emptied } = words[language]
  const { t } = createTranslator(language)
  const fieldName = (field: RollField): string => t(`rollProblems:field.${field}`)
  const added = plan.add.filter(isIncluded).flatMap(({ row, values }) =>
    Object.entries(values).flatMap(([field, to]) => (to === null || field === 'serviceNumber' ? [] : [{ row, line: [kind.add, String(row), values.serviceNumber ?? '', fullName(values), fieldName(field as RollField), '', to] }])),
  )
  const updated = plan.update.filter(isIncluded).flatMap(({ row, member, changes }) => changes.map(({ field, from, to }) => ({ row, line: [kind.update, String(row), ...personOf(member), fieldName(field), from ?? '', to ?? emptied] })))
  const chosen = new Set(deactivateIds)
  const missing = plan.review.map((member) => [chosen.has(member.id) ? kind.deactivate : kind.missing, '', ...personOf(member), '', '', ''])
  const divisions = plan.newDivisions.map(({ code, name }) => [kind.division, '', '', '', code, '', name])
  return [[...diff], ...[...added, ...updated].sort((a, b) => a.row - b.row).map(({ line }) => line), ...missing, ...divisions]
}

const personOf = ({ values }: RollMember): [string, string] => [values.serviceNumber ?? '', fullName(values)]
