import { divisionSeeds } from '../../db/seed-values.ts'

/** The divisions a unit usually has (domain.md 3.2), by code: names for codes that come with a roll, and codes for names. */
export const standardDivisions: ReadonlyMap<string, string> = new Map(divisionSeeds)
