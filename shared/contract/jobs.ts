/** What Sentinel does by itself (domain.md 4.16). */
export const jobs = {}
