/** Which qualifications rank and division bring by themselves (domain.md 4.17). Pure. */

export interface AutomaticFacts {
  /** Order of the rank within its branch, 1 = the lowest. */
  readonly rankOrder: number
  readonly divisionCode: string | null
  /** Holds SWK now, however granted. */
  readonly isSwk: boolean
}

const between = (order: number, first: number, last: number): boolean => order >= first && order <= last

/** Codes of the qualifications that this member has by rule, in every branch alike. */
export function automaticCodes({ rankOrder, divisionCode, isSwk }: AutomaticFacts): readonly string[] {
  if (rankOrder === 1) return divisionCode === 'BMQ' ? [] : ['APS']
  if (rankOrder === 2) return ['BM']
  if (rankOrder === 3) return ['QM']
  return between(rankOrder, 4, 12) && !isSwk ? ['DSWK'] : []
}
