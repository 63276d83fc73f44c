/** The one way into the core (design.md 5): look up, permit, parse, run, parse again; refusals leave as data. */
import * as v from 'valibot'
import { commonCodes, lookUp, type Call, type Contract, type Result } from '../../../shared/contract/kit.ts'
import { mayUse, type Caller } from '../../../shared/domain/access.ts'
import type { RefusalCode } from '../../../shared/i18n/refusals.ts'
import { correlated } from '../kit/correlation.ts'
import { newCorrelationId } from '../kit/id.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { Refusal, toRefused } from '../kit/refusal.ts'
import { unstorableAt } from '../kit/unstorable.ts'

/** What a handler knows of the one who calls. */
export interface CallContext {
  readonly caller: Caller
  readonly correlationId: string
}

type Handler = (input: unknown, context: CallContext) => Promise<unknown>
/** Told that a call has begun; what it answers is told how it ended. */
export type WatchCall = (name: string) => (result: RefusalCode | 'ok') => void
/** `id` is the number under which the act is known where it came in; without one it gets its own. */
export type Dispatch = (caller: Caller, name: string, input: unknown, id?: string) => Promise<Result<unknown, RefusalCode>>

/** @param handlers own properties `feature.verb` of the contract; the type `Handlers<T>` makes sure that none is missing. */
export function createDispatcher(contract: Contract, handlers: object, log: Log, watch: WatchCall = () => () => {}): Dispatch {
  const table = handlers as Record<string, Record<string, Handler>>
  async function answer(caller: Caller, name: string, input: unknown, correlationId: string): ReturnType<Dispatch> {
    const refused = (code: RefusalCode, details?: Record<string, string>) => ({ ok: false as const, error: toRefused(code, details) })

    const definition = lookUp(contract, name)
    if (definition?.kind !== 'call') return refused('call_unknown', { name: name.slice(0, 60) })
    if (!mayUse(name, definition.needs, caller, subjectOf(input))) {
      log.warn('call.forbidden', { name, caller: caller.id, needs: definition.needs })
      return refused('forbidden')
    }
    const parsed = v.safeParse(definition.input, input ?? {})
    if (!parsed.success) {
      const [issue] = parsed.issues
      return refused('invalid_input', { field: v.getDotPath(issue) ?? 'input', problem: issue.message })
    }
    const unstorable = unstorableAt(parsed.output)
    if (unstorable !== undefined) return refused('invalid_input', { field: unstorable, problem: 'must be text' })
    try {
      const [feature = '', verb = ''] = name.split('.')
      const handler = table[feature]?.[verb]
      if (handler === undefined) throw new Error(`no handler for ${name}`)
      // Undeclared columns stop here: the output schema keeps only what the contract names.
      return { ok: true, value: v.parse(definition.output, await handler(parsed.output, { caller, correlationId })) }
    } catch (error) {
      if (error instanceof Refusal && isDeclared(definition, error.code)) return { ok: false, error: toRefused(error.code, error.details) }
      log.error('call.failed', { name, correlationId, ...errorFields(error) })
      return refused('internal', { correlationId })
    }
  }
  return async (caller, name, input, correlationId = newCorrelationId()) => {
    // What is no call of ours has no name of ours either.
    const ended = watch(lookUp(contract, name)?.kind === 'call' ? name : 'unknown')
    const result = await correlated(() => answer(caller, name, input, correlationId), correlationId)
    ended(result.ok ? 'ok' : result.error.code)
    return result
  }
}

/** The member a call is about, by the one name that the contract has for it. */
const subjectOf = (input: unknown): unknown => (typeof input === 'object' && input !== null && Object.hasOwn(input, 'memberId') ? (input as { memberId: unknown }).memberId : undefined)

const isDeclared = (definition: Call, code: RefusalCode): boolean =>
  definition.errors.includes(code) || (commonCodes as readonly RefusalCode[]).includes(code)
