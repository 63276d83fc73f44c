/** The closed choices behind the lists that an administrator keeps (domain.md 2.1, 3.3). */
export const chipVariants = ['solid', 'soft', 'bordered', 'light', 'flat', 'faded', 'shadow', 'dot'] as const
export type ChipVariant = (typeof chipVariants)[number]

export const chipColors = ['default', 'neutral', 'primary', 'secondary', 'accent', 'success', 'warning', 'info', 'error', 'danger', 'blue', 'green', 'pink', 'purple', 'red', 'yellow', 'cyan', 'zinc'] as const
export type ChipColor = (typeof chipColors)[number]

/** What the door does with a member of some status: lets them through, lets them through and says so in amber, or refuses (4.1 ▶). */
export const admissions = ['admit', 'note', 'refuse'] as const
export type Admission = (typeof admissions)[number]

/** Ranks are a table of their own, as their order and their successors matter (2.1). */
export const listTypes = ['event_role', 'mess', 'moc'] as const
export type ListType = (typeof listTypes)[number]

/** Every list that an administrator may change, as the contract names them. Ranks are read only. */
export const listNames = ['memberStatuses', 'memberTypes', 'visitTypes', 'badgeStatuses', 'qualificationTypes', 'tags', 'divisions', 'eventRoles', 'messes', 'trades'] as const
export type ListName = (typeof listNames)[number]

/** The plain lists that share one table, and the word that tells them apart there. */
export const plainLists = { eventRoles: 'event_role', messes: 'mess', trades: 'moc' } as const satisfies Partial<Record<ListName, ListType>>

/** How a list's codes are written. Tags have none: their name is their key. */
const codeForms = {
  lower: { form: /^[a-z0-9_]{1,50}$/, fold: (text: string) => text.toLowerCase().replace(/[\s-]+/g, '_') },
  upper: { form: /^[A-Z0-9_]{1,50}$/, fold: (text: string) => text.toUpperCase().replace(/[\s-]+/g, '_') },
  // What the roll brings too, but as short as a column of the desk wants it (domain.md 2.1).
  division: { form: /^[\p{L}\p{N}][\p{L}\p{N} .&'’/_-]{0,9}$/u, fold: (text: string) => text.toUpperCase().replace(/\s+/g, ' ') },
} as const

const codeFormOf = { qualificationTypes: 'upper', divisions: 'division' } as const satisfies Partial<Record<ListName, keyof typeof codeForms>>

/**
 * A typed code as its list keeps it: lower case with `_` for spaces and hyphens, upper case for qualifications and
 * divisions (domain.md 2.1, 4.21). Null when it can be none. Doing it twice changes nothing.
 */
export function toCode(list: ListName, text: string): string | null {
  const { form, fold } = codeForms[list in codeFormOf ? codeFormOf[list as keyof typeof codeFormOf] : 'lower']
  const code = fold(text.trim())
  return form.test(code) ? code : null
}

/**
 * What Sentinel relies on, whoever keeps the list: it makes members active and archived, and badges active, lost and so
 * on by itself, and the door must then do what that word says (domain.md 4.1, 4.5, 4.6). Names and chips are free.
 */
export const fixedBehaviour: Partial<Record<ListName, Readonly<Record<string, Readonly<Record<string, boolean | string>>>>>> = {
  memberStatuses: { active: { admission: 'admit', isHidden: false }, archived: { admission: 'refuse', isHidden: true } },
  badgeStatuses: { active: { isUsable: true }, inactive: { isUsable: false }, lost: { isUsable: false }, damaged: { isUsable: false }, decommissioned: { isUsable: false } },
}

/** Qualifications that Sentinel has a rule for, by rank and division (domain.md 4.17): only these can be automatic. */
export const codesByRank: readonly string[] = ['APS', 'BM', 'QM', 'DSWK']

export const rankComparisons = ['senior', 'junior', 'equal'] as const

/** How the first of two ranks stands to the second, by order and never by letters (domain.md 3.1). */
export const compareRanks = (first: { readonly displayOrder: number }, second: { readonly displayOrder: number }): (typeof rankComparisons)[number] =>
  first.displayOrder > second.displayOrder ? 'senior' : first.displayOrder < second.displayOrder ? 'junior' : 'equal'
