import type { ReaderProblem } from './driver.ts'

const steps = [500, 1000, 2000, 5000]
const longest = 10_000
/** A person has to do something about these; trying sooner would only fill the log. */
const needPerson = new Set<ReaderProblem['fault']>(['permission', 'driver-missing', 'config'])

/** How long to wait before trying a reader again after `failures` failures in a row (hardware.md 5). */
export const retryDelay = (fault: ReaderProblem['fault'], failures: number): number => (needPerson.has(fault) ? longest : (steps[failures - 1] ?? longest))
