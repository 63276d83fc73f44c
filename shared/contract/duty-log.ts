/** The daily page, its checklist and the duty log (domain.md 4.12.6). */
export const dutyLog = {}
