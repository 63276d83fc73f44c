/** Who is simulated, and as what (domain.md 4.24). Pure. */
export const categories = ['fts', 'ftsEdt', 'reserve', 'reserveEdt', 'bmqStudent'] as const
export type Category = (typeof categories)[number]

export interface PersonFacts {
  readonly divisionCode: string | null
  /** Of the member's type: counts as full-time staff. */
  readonly isFullTime: boolean
  readonly notes: string | null
  readonly classDetails: string | null
}

/** Full-time staff are simulated as such where their notes say that they work here; others only train here. */
const worksHere = 'CHW'
/** Exempt from drill and training: they appear now and then. */
const exempt = 'ED&T'

export function categoryOf({ divisionCode, isFullTime, notes, classDetails }: PersonFacts): Category {
  if (divisionCode === 'BMQ') return 'bmqStudent'
  const edt = classDetails?.includes(exempt) === true
  if (isFullTime && notes?.includes(worksHere) === true) return edt ? 'ftsEdt' : 'fts'
  return edt ? 'reserveEdt' : 'reserve'
}
