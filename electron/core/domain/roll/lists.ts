/** What the row rules look up: ranks, divisions, messes and trades as the desk keeps them (domain.md 3, 4.7). Pure. */
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { isFormula } from '../../../../shared/domain/formula-cell.ts'
import type { RollProblem } from '../../../../shared/i18n/roll-problems.ts'
import { slashOrderOf, type SlashOrder } from '../tables/reading/dates.ts'
import type { DivisionChoice, RollState } from './plan.ts'
import { standardDivisions } from './standard-divisions.ts'
import type { RollTable } from './table.ts'

export interface RowLists {
  /** The active rank that a code stands for, and whether it took a retired one's place. */
  rank(code: string): { readonly code: string; readonly retired: boolean } | undefined
  /** The code of the division that a text means, or that a new one would get. */
  division(text: string): string | { readonly problem: RollProblem }
  readonly slashOrder: SlashOrder
}

/** As the desk compares a rank: a roll writes “lt (n)” and “Pte(B)”. */
const rankKey = (code: string): string => code.replace(/\s+/g, '').toUpperCase()
const divisionForm = /^[\p{L}\p{N}][\p{L}\p{N} .&'’/_-]{0,19}$/u
/** The same text in another spelling is the same choice. */
export const divisionKey = (text: string): string => text.trim().toUpperCase()

export function rowLists(table: RollTable, state: RollState, choices: readonly DivisionChoice[]): RowLists {
  const ranks = new Map(state.ranks.filter(({ branch }) => branch !== 'system').map((rank) => [rankKey(rank.code), rank]))
  const codes = new Set(state.divisions.map(({ code }) => code))
  const chosen = new Map(choices.map((choice) => [divisionKey(choice.text), choice]))
  const divisions = new Map<string, string>()
  // Later entries win: a code before a name, the desk's own before the usual ones.
  for (const [code, name] of standardDivisions) divisions.set(foldText(name), code).set(foldText(code), code)
  for (const { code, name } of state.divisions) divisions.set(foldText(name), code)
  for (const { code } of state.divisions) divisions.set(foldText(code), code)
  const known = (text: string): string | undefined => {
    const code = divisionKey(text)
    if (codes.has(code)) return code
    return isFormula(text) ? undefined : (divisions.get(foldText(text)) ?? (divisionForm.test(code) ? code : undefined))
  }
  return {
    rank(code) {
      const rank = ranks.get(rankKey(code))
      if (rank === undefined || rank.isActive) return rank && { code: rank.code, retired: false }
      const successor = ranks.get(rankKey(rank.replacedBy ?? ''))
      return successor?.isActive === true ? { code: successor.code, retired: true } : undefined
    },
    division(text) {
      const choice = chosen.get(divisionKey(text))
      if (choice?.code === null) return { problem: 'division_unknown' }
      return known(choice?.code ?? text) ?? { problem: 'division_form' }
    },
    slashOrder: slashOrderOf(table.records.flatMap(({ cells }) => [cells.contractStart ?? '', cells.contractEnd ?? '']).map((text) => text.trim())),
  }
}

/** Names that a member carries as they are, in the spelling of the list where it has them (decision 005: capitals do not matter). */
export function spellingsOf(names: readonly string[]): (name: string) => string {
  const spelling = new Map(names.map((name) => [name.toLowerCase(), name]))
  return (name) => {
    const key = name.toLowerCase()
    const kept = spelling.get(key)
    if (kept === undefined) spelling.set(key, name)
    return kept ?? name
  }
}
