/** A file together with what a person chose about it: the same for preview, import and exports, so that they cannot differ (P17). */
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { roll } from '../../../../shared/contract/roll.ts'
import { rollHash } from './hash.ts'
import { planRoll, type RollPlan, type RollState } from './plan.ts'
import { chooseSheet, toTable, type RollFile, type RollTable } from './table.ts'

export type Choices = Omit<InputOf<typeof roll.preview>, 'file'>

/** Read before any act begins: while an act runs, scans wait. */
export interface OpenedFile {
  readonly bytes: Uint8Array
  readonly sheet: string
  readonly table: RollTable
}

/** Refuses what `toTable` and `chooseSheet` refuse. */
export function openFile(bytes: Uint8Array, file: RollFile, { sheet: name, columns }: Choices): OpenedFile {
  const sheet = chooseSheet(file, name)
  return { bytes, sheet: sheet.name, table: toTable(sheet, columns) }
}

/** What the import would do with this roll, and the mark that binds it to all of this. */
export function planFile({ bytes, sheet, table }: OpenedFile, choices: Choices, state: RollState): { plan: RollPlan; hash: string } {
  const plan = planRoll(table, state, { exclude: new Set(choices.excludeRows), clears: new Set(choices.clears), divisions: choices.divisions })
  return { plan, hash: rollHash(bytes, { ...choices, sheet, columns: table.columns }, state) }
}
