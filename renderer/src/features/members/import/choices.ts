/** What the person chose about a file, and whether it may be imported. Pure. */
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { roll } from '../../../../../shared/contract/roll.ts'
import { clearableFields, requiredFields, type ClearableField, type ColumnField } from '../../../../../shared/domain/roll.ts'

export type RollRead = OutputOf<typeof roll.read>
export type Preview = OutputOf<typeof roll.preview>

export interface DivisionChoice {
  readonly code: string | null
  readonly name: string | null
}
export interface Choices {
  readonly sheet: string | null
  /** One a column of the file. */
  readonly columns: readonly (ColumnField | null)[]
  readonly clears: ReadonlySet<ClearableField>
  /** By what stands in the file. */
  readonly divisions: ReadonlyMap<string, DivisionChoice>
  readonly excludeRows: ReadonlySet<number>
  readonly deactivateIds: ReadonlySet<string>
}

export const noChoices: Choices = { sheet: null, columns: [], clears: new Set(), divisions: new Map(), excludeRows: new Set(), deactivateIds: new Set() }

/** A copy of `set` with `value` in it, or without. */
export function toggled<T>(set: ReadonlySet<T>, value: T, on: boolean): Set<T> {
  const copy = new Set(set)
  if (on) copy.add(value)
  else copy.delete(value)
  return copy
}

/** For a file that has just been read: what its headings suggest; of the choices before those that still mean something. */
export const choicesFor = ({ sheet, columns }: RollRead, { clears, divisions }: Choices): Choices => ({ ...noChoices, clears, divisions, sheet, columns: columns.map(({ suggested }) => suggested) })

export const missingFields = (columns: Choices['columns']): ColumnField[] => requiredFields.filter((field) => !columns.includes(field))

/** True where the headings left nothing to ask. */
export const isCertain = ({ columns, missing }: RollRead): boolean => missing.length === 0 && columns.every(({ certain }) => certain)

/** Columns of the file whose blank cells may empty what members have. */
export const clearableIn = (columns: Choices['columns']): ClearableField[] => clearableFields.filter((field) => columns.includes(field))

/** As the core wants them. */
export const toWire = ({ sheet, columns, clears, divisions, excludeRows, deactivateIds }: Choices) => ({
  sheet,
  columns: [...columns],
  clears: [...clears].filter((field) => columns.includes(field)),
  divisions: [...divisions].map(([text, choice]) => ({ text, ...choice })),
  excludeRows: [...excludeRows],
  deactivateIds: [...deactivateIds],
})

/** Those of the choices that a new preview of the same file still offers. */
export function stillPossible(preview: Preview, choices: Choices): Choices {
  const offered = new Set(preview.toReview.filter(({ present }) => !present).map(({ memberId }) => memberId))
  return { ...choices, deactivateIds: new Set([...choices.deactivateIds].filter((id) => offered.has(id))) }
}

/** How many people the import would touch. */
export const touched = ({ counts }: Preview): number => counts.add + counts.update + counts.deactivate

export interface NoticeGroup {
  readonly key: string
  readonly notice: Preview['notices'][number]
  readonly rows: readonly number[]
}

/** What is said of many rows alike, said once. */
export const groupedNotices = (notices: Preview['notices']): NoticeGroup[] =>
  [...Map.groupBy(notices, ({ code, field, value }) => `${code} ${field} ${value}`)].flatMap(([key, own]) => (own[0] === undefined ? [] : [{ key, notice: own[0], rows: own.map(({ row }) => row) }]))

export type Obstacle = { readonly why: 'errors'; readonly rows: number } | { readonly why: 'person'; readonly refusal: Preview['obstacles'][number] } | { readonly why: 'nothing' }

/** Why the import may not begin, or undefined. */
export function obstacleTo(preview: Preview): Obstacle | undefined {
  const { counts, obstacles } = preview
  if (counts.errorRows > 0) return { why: 'errors', rows: counts.errorRows }
  const [refusal] = obstacles
  if (refusal !== undefined) return { why: 'person', refusal }
  return touched(preview) === 0 ? { why: 'nothing' } : undefined
}
