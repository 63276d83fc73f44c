import { randomUUID } from 'node:crypto'

/** A new random id for a row or a scan. */
export const newId = (): string => randomUUID()

/** A short number that a person can read out to find the line in the log. */
export const newCorrelationId = (): string => randomUUID().slice(0, 8)
