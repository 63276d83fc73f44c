/** Statutory holidays and the unit’s own events (domain.md 4.10, 4.18). */
export const calendar = {}
