/** The unit’s profile and its timings (domain.md 1.2, 3.5). */
export const settings = {}
