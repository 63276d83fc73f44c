/** Doors and desks (domain.md 3.5). */
export const stations = {}
