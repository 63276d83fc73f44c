/** Movements of the past, and their corrections (domain.md 4.2). */
export const history = {}
