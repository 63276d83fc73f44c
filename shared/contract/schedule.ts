/** Weekly rosters and who stands tonight’s watch (domain.md 4.13, 4.14). */
export const schedule = {}
