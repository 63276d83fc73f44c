/** Import of the nominal roll (domain.md 4.7). */
export const roll = {}
