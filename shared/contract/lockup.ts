/** Who has promised to secure the building (domain.md 4.15). */
export const lockup = {}
