/** The plan as a person is shown it (domain.md 4.7). */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { roll } from '../../../../shared/contract/roll.ts'
import type { RollField } from '../../../../shared/domain/roll.ts'
import { createTranslator } from '../../../../shared/i18n/index.ts'
import { rollProblems } from '../../../../shared/i18n/roll-problems.ts'
import { toRefused, type Refusal } from '../../kit/refusal.ts'
import { isIncluded, type RollPlan } from './plan.ts'
import type { RollTable } from './table.ts'

export type RollPreview = OutputOf<typeof roll.preview>

interface Around {
  readonly hash: string
  /** Ids of the members inside, who cannot be set inactive. */
  readonly inside: ReadonlySet<string>
  readonly deactivateIds: readonly string[]
  /** Why somebody of them cannot be. */
  readonly obstacles: ReadonlyMap<string, Refusal>
}

const english = createTranslator('en')

export const toPreview = (plan: RollPlan, table: RollTable, { hash, inside, deactivateIds, obstacles }: Around): RollPreview => ({
  hash,
  counts: {
    rows: plan.rows,
    add: plan.add.filter(isIncluded).length,
    update: plan.update.filter(isIncluded).length,
    unchanged: plan.unchanged,
    missing: plan.review.length,
    deactivate: deactivateIds.length,
    errorRows: errorRows(plan).length,
    excluded: plan.excluded.length,
    divisions: plan.newDivisions.length,
  },
  toAdd: plan.add.map(({ row, excluded, values }) => ({ row, excluded, serviceNumber: values.serviceNumber ?? '', name: fullName(values), division: values.division ?? null })),
  toUpdate: plan.update.map(({ row, excluded, member, changes }) => ({ row, excluded, memberId: member.id, serviceNumber: member.values.serviceNumber ?? '', name: fullName(member.values), changes: [...changes] })),
  toReview: plan.review.map(({ id, values }) => ({ memberId: id, serviceNumber: values.serviceNumber ?? '', name: fullName(values), present: inside.has(id) })),
  errors: plan.problems.map((problem) => {
    const column = labelOf(table, problem.field)
    return { ...problem, column, ...problemWords(problem.code, problem.value, column, 'en') }
  }),
  notices: plan.notices.map((notice) => ({ ...notice, column: labelOf(table, notice.field), message: english.t(`rollProblems:notice.${notice.code}`, { value: notice.value }) })),
  divisions: [...plan.divisions],
  divisionsToCreate: [...plan.newDivisions],
  listItemsToCreate: [...plan.newMesses.map((name) => ({ list: 'messes' as const, name })), ...plan.newTrades.map((name) => ({ list: 'trades' as const, name }))],
  obstacles: [...obstacles].map(([memberId, refusal]) => ({ memberId, ...toRefused(refusal.code, refusal.details) })),
  columns: table.columns.map(({ header, field }) => ({ header, field })),
})

/** Rows that stand in the way, each once. */
export const errorRows = ({ problems }: RollPlan): number[] => [...new Set(problems.filter(isIncluded).map(({ row }) => row))]

/** “PO2 Singh, Harjit”: in a list of changes nobody should have to guess who an initial is. */
export const fullName = ({ rank, lastName, firstName }: { rank?: string | null; lastName?: string | null; firstName?: string | null }): string => `${rank ?? ''} ${lastName ?? ''}, ${firstName ?? ''}`.trim()

/** A column by the name that the file itself gives it. */
export function labelOf({ columns }: RollTable, field: RollField | null): string {
  const header = columns.find((column) => column.field === field)?.header ?? ''
  return header !== '' || field === null ? header : rollProblems.en.field[field]
}

const translators = { en: english, fr: createTranslator('fr') }

/** In plain words; a window says it in its own language from code, column and value. */
export function problemWords(code: RollPlan['problems'][number]['code'], value: string | null, label: string, language: 'en' | 'fr'): { message: string; howToFix: string } {
  const { t } = translators[language]
  const filling = { value: value ?? '', label }
  return { message: t(`rollProblems:problem.${code}.message`, filling), howToFix: t(`rollProblems:problem.${code}.howToFix`, filling) }
}
