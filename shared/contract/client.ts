/** The client derived from the contract: both ends check what crosses (design.md 5, F8). */
import * as v from 'valibot'
import { refusals } from '../i18n/refusals.ts'
import { entries, type Client, type Contract, type Refused, type Result, type Schema, type Transport } from './kit.ts'

const ResultShape = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.string(),
      message: v.string(),
      howToFix: v.optional(v.string()),
      details: v.optional(v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))),
    }),
  }),
])

const unreachable = (): { ok: false; error: Refused } => ({ ok: false, error: { code: 'unreachable', ...refusals.en.unreachable } })

/**
 * Builds `api.feature.verb(input)` and `api.feature.on.name(listener)` for every call and event.
 * A call never throws for something that happened: it answers a Result. An answer that is not of the declared shape
 * is a defect and rejects.
 */
export function createClient<T extends Contract>(contract: T, transport: Transport): Client<T> {
  const client: Record<string, Record<string, unknown>> = {}
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const payloads = new Map<string, Schema>()

  for (const [name, definition] of entries(contract)) {
    const [feature = '', verb = ''] = name.split('.')
    const group = (client[feature] ??= { on: {} })
    if (definition.kind === 'call') group[verb] = (input: unknown) => send(transport, name, definition.output, input)
    else {
      payloads.set(name, definition.payload)
      ;(group['on'] as Record<string, unknown>)[verb] = (listener: (payload: unknown) => void) => listen(listeners, name, listener)
    }
  }

  transport.listen((name, payload) => {
    const schema = payloads.get(name)
    if (schema === undefined) return
    const parsed = v.safeParse(schema, payload)
    if (parsed.success) for (const listener of listeners.get(name) ?? []) listener(parsed.output)
  })
  return client as Client<T>
}

async function send(transport: Transport, name: string, output: Schema, input: unknown): Promise<Result<unknown>> {
  let answer: unknown
  try {
    answer = await transport.call(name, input ?? {})
  } catch {
    return unreachable()
  }
  const result = v.parse(ResultShape, answer) as Result<unknown>
  return result.ok ? { ok: true, value: v.parse(output, result.value) } : result
}

function listen(listeners: Map<string, Set<(payload: unknown) => void>>, name: string, listener: (payload: unknown) => void): () => void {
  const set = listeners.get(name) ?? new Set()
  listeners.set(name, set.add(listener))
  return () => void set.delete(listener)
}
