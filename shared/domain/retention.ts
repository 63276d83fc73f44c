/** How long what visitors told of themselves is kept (trust.md 4.4: Privacy Act, two years at least after its last use). */
import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'

/** The law’s floor, in months: less would need the visitor’s consent, for which Sentinel does not ask. */
export const leastVisitMonths = 24
const mostVisitMonths = 120

const months = `must be ${leastVisitMonths} to ${mostVisitMonths}`
export const retentionEntries = {
  /** Counted from the day on which a visitor left. */
  visitMonths: v.pipe(v.number(months), v.integer(months), v.minValue(leastVisitMonths, months), v.maxValue(mostVisitMonths, months)),
  /** Somebody has asked for records, or a court has: nothing is disposed of meanwhile. */
  legalHold: v.boolean(),
} as const
export const RetentionSchema = v.strictObject(retentionEntries)
export type Retention = v.InferOutput<typeof RetentionSchema>

export const defaultRetention: Retention = { visitMonths: leastVisitMonths, legalHold: false }

/** Whoever left before this operational date has been kept for so many months on `today`; where a month is too short for the day, from its last day on. */
export const keptFrom = (today: string, visitMonths: number): string => Temporal.PlainDate.from(today).subtract({ months: visitMonths }).toString()
