/** Reading the audit trail (domain.md 4.23). */
export const audit = {}
