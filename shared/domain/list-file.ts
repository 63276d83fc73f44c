/** What the file of a list of people may be (domain.md 4.7, 4.9; trust.md V5). */

/** Nothing that a unit's list could be is larger; as base64 it is still less than a host lets through. */
export const maxListBytes = 5_000_000
export const maxListRows = 10_000
/** Endings of the files that are read; what is inside must fit the ending. */
export const listEndings = ['csv', 'txt', 'tsv', 'xlsx'] as const
