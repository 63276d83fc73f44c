/** The plan as a person is shown it (domain.md 4.7). */
import type * as v from 'valibot'
import type { RollPreview as RollPreviewSchema } from '../../../../shared/contract/members.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { createTranslator } from '../../../../shared/i18n/index.ts'
import { rollProblems } from '../../../../shared/i18n/roll-problems.ts'
import type { RollPlan } from './roll-plan.ts'
import type { Problem } from './roll-row.ts'
import type { RollTable } from './roll-table.ts'

export type RollPreview = v.InferOutput<typeof RollPreviewSchema>

const english = createTranslator('en')

/** @param inside ids of the members inside, who cannot be set inactive */
export const toPreview = (plan: RollPlan, { columns }: RollTable, hash: string, inside: ReadonlySet<string>): RollPreview => ({
  hash,
  rows: plan.rows,
  toAdd: plan.add.map(({ row, values }) => ({ row, serviceNumber: values.serviceNumber ?? '', name: fullName(values) })),
  toUpdate: plan.update.map(({ row, member, changes }) => ({ row, memberId: member.id, serviceNumber: member.values.serviceNumber ?? '', name: fullName(member.values), changes: [...changes] })),
  unchanged: plan.unchanged,
  toReview: plan.review
    .toSorted((a, b) => foldText(a.values.lastName ?? '').localeCompare(foldText(b.values.lastName ?? '')))
    .map(({ id, values }) => ({ memberId: id, serviceNumber: values.serviceNumber ?? '', name: fullName(values), present: inside.has(id) })),
  errors: plan.problems.map((problem) => ({ ...problem, ...wordsOf(problem) })),
  notices: plan.notices.map((notice) => ({ ...notice, message: english.t(`rollProblems:notice.${notice.code}`, { value: notice.value }) })),
  divisionsToCreate: [...plan.newDivisions],
  columns: columns.map(({ header, field }) => ({ header, field })),
})

/** “PO2 Singh, Harjit”: in a list of changes nobody should have to guess who an initial is. */
const fullName = ({ rank, lastName, firstName }: { rank?: string | null; lastName?: string | null; firstName?: string | null }): string => `${rank ?? ''} ${lastName ?? ''}, ${firstName ?? ''}`.trim()

/** In plain English; a window says it in its own language from code, field and value. */
function wordsOf({ code, field, value }: Pick<Problem, 'code' | 'field' | 'value'>): { message: string; howToFix: string } {
  const filling = { value: value ?? '', label: field === null ? '' : rollProblems.en.field[field] }
  return { message: english.t(`rollProblems:problem.${code}.message`, filling), howToFix: english.t(`rollProblems:problem.${code}.howToFix`, filling) }
}
