/**
 * The number that ties what belongs together: made where a scan or a call enters, and carried without being handed on
 * through every await to the log lines, the trail and the answer (issue 8: from reader to row). It names an act, never a person.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { newCorrelationId } from './id.ts'

// The one piece of module state in the kit: it holds nothing itself, and a context that had to be handed on would be lost by the first that forgot.
const carried = new AsyncLocalStorage<string>()

/** Runs `work`, and all that it awaits or begins, under a number of its own. */
export const correlated = <T>(work: () => T, id: string = newCorrelationId()): T => carried.run(id, work)

/** The number of what is going on; undefined = nothing that came in from outside. */
export const correlationId = (): string | undefined => carried.getStore()
