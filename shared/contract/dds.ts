/** Who has the duty today (domain.md 4.12). */
export const dds = {}
