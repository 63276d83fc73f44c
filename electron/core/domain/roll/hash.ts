/** Binds an import to what was previewed (domain.md 4.7 ▶): the file, what a person chose, and the roll as it was. */
import { createHash } from 'node:crypto'
import { rollFields, type ColumnField } from '../../../../shared/domain/roll.ts'
import { divisionKey } from './lists.ts'
import type { DivisionChoice, RollState } from './plan.ts'
import type { Column } from './table.ts'

interface Chosen {
  readonly sheet: string
  readonly columns: readonly Column[]
  readonly excludeRows: readonly number[]
  readonly clears: readonly ColumnField[]
  readonly divisions: readonly DivisionChoice[]
  readonly deactivateIds: readonly string[]
}

/**
 * Of the roll: members, ranks, divisions and lists. Who is inside is not part of it, or nobody could import while people
 * come and go; deactivating someone inside is refused on its own.
 */
export function rollHash(bytes: Uint8Array, { sheet, columns, excludeRows, clears, divisions, deactivateIds }: Chosen, { members, ranks, divisions: known, messes, trades }: RollState): string {
  const byKey = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1)
  const choices = [
    sheet,
    columns.map(({ field }) => field),
    [...new Set(excludeRows)].sort((a, b) => a - b),
    [...new Set(clears)].sort(),
    divisions.map(({ text, code, name }) => [divisionKey(text), code, name]).sort(byKey),
    [...new Set(deactivateIds)].sort(),
  ]
  const state = [
    members.map(({ id, source, status, values }) => [id, source, status, ...rollFields.map((field) => values[field])]).sort(byKey),
    ranks.map(({ code, isActive, replacedBy }) => [code, isActive, replacedBy]).sort(byKey),
    known.map(({ code, name }) => [code, name]).sort(byKey),
    messes.toSorted(),
    trades.toSorted(),
  ]
  return createHash('sha256').update(bytes).update(JSON.stringify([choices, state])).digest('hex')
}
