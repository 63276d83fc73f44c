/**
 * The wire as values (design.md 5). A feature is one object of calls and events; the client, the handlers, the
 * permissions and the published JSON Schemas are all derived from it, so they cannot disagree.
 */
import type * as v from 'valibot'
import type { Need } from '../domain/access.ts'
import type { RefusalCode } from '../i18n/refusals.ts'

export type Schema = v.GenericSchema

/** Refusals that any call may answer, whatever it declares. */
export const commonCodes = [
  'call_unknown',
  'forbidden',
  'invalid_input',
  'internal',
  'database_away',
  'database_stalled',
  'database_damaged',
  'database_full',
  'database_busy',
  'closing',
  'unreachable',
] as const satisfies readonly RefusalCode[]
export type CommonCode = (typeof commonCodes)[number]

export interface Call<I extends Schema = Schema, O extends Schema = Schema, C extends RefusalCode = RefusalCode, N extends Need = Need> {
  readonly kind: 'call'
  readonly needs: N
  /** One sentence for the published contract. */
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly errors: readonly C[]
}

export interface Event<P extends Schema = Schema> {
  readonly kind: 'event'
  readonly needs: Need
  readonly summary: string
  readonly payload: P
}

export type Feature = Readonly<Record<string, Call | Event>>
export type Contract = Readonly<Record<string, Feature>>

/** Declares a call. `needs` is required: a call that forgets who may make it does not compile. */
export const call = <I extends Schema, O extends Schema, const N extends Need, const C extends RefusalCode = never>(
  definition: Omit<Call<I, O, C, N>, 'kind'>,
): Call<I, O, C, N> => ({ kind: 'call', ...definition })

/** Declares an event: a fact that is sent after the transaction that made it true has committed. */
export const event = <P extends Schema>(definition: Omit<Event<P>, 'kind'>): Event<P> => ({ kind: 'event', ...definition })

export interface Refused<C extends string = string> {
  code: C
  /** What happened, in plain English; windows say it in their own language from the code and the details. */
  message: string
  howToFix?: string | undefined
  details?: Record<string, string | number | boolean | null> | undefined
}

export type Result<T, C extends string = string> = { ok: true; value: T } | { ok: false; error: Refused<C> }

type Calls<F> = { [K in keyof F as F[K] extends Call ? K : never]: F[K] extends Call ? F[K] : never }
type Events<F> = { [K in keyof F as F[K] extends Event ? K : never]: F[K] extends Event ? F[K] : never }

export type InputOf<C> = C extends Call<infer I> ? v.InferOutput<I> : never
export type OutputOf<C> = C extends Call<Schema, infer O> ? v.InferOutput<O> : never
export type CodesOf<C> = C extends Call<Schema, Schema, infer Codes> ? Codes | CommonCode : never
export type PayloadOf<E> = E extends Event<infer P> ? v.InferOutput<P> : never

/** Optional fields of an input stay optional for the one who calls. */
type ClientInput<C> = C extends Call<infer I> ? v.InferInput<I> : never

/** `api.presence.scan(input)` and `api.presence.on.changed(fn)`, derived from the contract. */
export type Client<T extends Contract> = {
  [F in keyof T]: {
    [K in keyof Calls<T[F]>]: (input: ClientInput<Calls<T[F]>[K]>) => Promise<Result<OutputOf<Calls<T[F]>[K]>, CodesOf<Calls<T[F]>[K]>>>
  } & {
    on: { [K in keyof Events<T[F]>]: (listener: (payload: PayloadOf<Events<T[F]>[K]>) => void) => () => void }
  }
}

/** One function a call; `Context` is what the dispatcher knows of the caller. */
export type Handlers<T extends Contract, Context> = {
  [F in keyof T]: {
    [K in keyof Calls<T[F]>]: (input: InputOf<Calls<T[F]>[K]>, context: Context) => Promise<OutputOf<Calls<T[F]>[K]>>
  }
}

type EventName<T extends Contract> = { [F in keyof T & string]: `${F}.${keyof Events<T[F]> & string}` }[keyof T & string]

/** Every event by its full name, `presence.changed`, with its payload: what the core's hub carries. */
export type EventMap<T extends Contract> = {
  [N in EventName<T>]: N extends `${infer F}.${infer K}` ? (F extends keyof T ? (K extends keyof T[F] ? PayloadOf<T[F][K]> : never) : never) : never
}

/** How a client reaches a core: in process, over Electron's IPC, or over HTTP and WebSocket. Only JSON crosses. */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>
  listen(listener: (name: string, payload: unknown) => void): () => void
  /** Tells whether events can arrive at this moment. Called at once with the present state. */
  watch(listener: (connected: boolean) => void): () => void
}

/** Finds a call or an event by its full name, by own properties only, so that `constructor.name` finds nothing. */
export function lookUp(contract: Contract, name: string): Call | Event | undefined {
  const [feature, verb, ...rest] = name.split('.')
  if (feature === undefined || verb === undefined || rest.length > 0 || !Object.hasOwn(contract, feature)) return undefined
  const members = contract[feature]
  return members !== undefined && Object.hasOwn(members, verb) ? members[verb] : undefined
}

/** All calls and events as `[full name, definition]`, in the order they are written. */
export const entries = (contract: Contract): [string, Call | Event][] =>
  Object.entries(contract).flatMap(([feature, members]) =>
    Object.entries(members).map(([verb, definition]): [string, Call | Event] => [`${feature}.${verb}`, definition]),
  )
