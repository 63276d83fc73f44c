/** What needs a person’s attention (domain.md 4.11). */
export const alerts = {}
