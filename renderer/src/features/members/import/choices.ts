/** What the person chose about a preview, and whether it may be imported. Pure. */
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { members } from '../../../../../shared/contract/members.ts'

export type Preview = OutputOf<typeof members.previewRoll>

export interface Choices {
  readonly excludeRows: ReadonlySet<number>
  readonly deactivateIds: ReadonlySet<string>
  readonly createDivisions: boolean
}

export const noChoices: Choices = { excludeRows: new Set(), deactivateIds: new Set(), createDivisions: true }

/** A copy of `set` with `value` in it, or without. */
export function toggled<T>(set: ReadonlySet<T>, value: T, on: boolean): Set<T> {
  const copy = new Set(set)
  if (on) copy.add(value)
  else copy.delete(value)
  return copy
}

/** Those of the choices that a new preview of the same file still offers. */
export function stillPossible(preview: Preview, { excludeRows, deactivateIds, createDivisions }: Choices): Choices {
  const offered = new Set(preview.toReview.filter(({ present }) => !present).map(({ memberId }) => memberId))
  return { excludeRows, deactivateIds: new Set([...deactivateIds].filter((id) => offered.has(id))), createDivisions }
}

/** Rows that still stand in the way, each once. */
export const blockingRows = (preview: Preview, { excludeRows }: Choices): number[] => [...new Set(preview.errors.map(({ row }) => row))].filter((row) => !excludeRows.has(row))

/** How many people the import would touch. */
export const touched = (preview: Preview, { excludeRows, deactivateIds }: Choices): number =>
  [...preview.toAdd, ...preview.toUpdate].filter(({ row }) => !excludeRows.has(row)).length + deactivateIds.size

export type Obstacle = { readonly why: 'errors'; readonly rows: number } | { readonly why: 'divisions' | 'nothing' }

/** Why the import may not begin, or undefined. */
export function obstacleTo(preview: Preview, choices: Choices): Obstacle | undefined {
  const rows = blockingRows(preview, choices).length
  if (rows > 0) return { why: 'errors', rows }
  if (preview.divisionsToCreate.length > 0 && !choices.createDivisions) return { why: 'divisions' }
  return touched(preview, choices) === 0 ? { why: 'nothing' } : undefined
}
