/**
 * Who may do what, derived from the contract and the table that the dispatcher enforces: the screen in Admin and
 * `docs/permissions.md` are both drawn from here, so that no level promises what the core denies (screens.md W-12).
 */
import { levels, permits, type Caller, type Level, type Need } from '../domain/access.ts'
import { contract, type SentinelContract } from './index.ts'

type NeedsOf<F> = F[keyof F] extends infer D ? (D extends { kind: 'call'; needs: infer N extends Need } ? N : never) : never
export type Area = keyof SentinelContract
/** What calls of one feature with one need let a person do: `members.admin`. */
export type CapabilityKey = { [F in Area]: `${F}.${NeedsOf<SentinelContract[F]>}` }[Area]
/** Words for every capability: a call whose feature and need have none does not compile. */
export type CapabilityWords = { [F in Area as [NeedsOf<SentinelContract[F]>] extends [never] ? never : F]: Record<NeedsOf<SentinelContract[F]>, string> }

type Who = Pick<Caller, 'scopes' | 'level' | 'liveDds' | 'person'>
const self = 'self'
const desk: Who = { scopes: ['display', 'device', 'desk'], level: 0, liveDds: false, person: null }
const person = { memberId: 'another', name: 'Another' }

/** Those whom the table tells apart, from the least to the most; the two exceptions last. A person stands at the desk, which has its own rights. */
const callers = {
  display: { ...desk, scopes: ['display'] },
  station: { ...desk, scopes: ['display', 'device'] },
  desk,
  ...(Object.fromEntries((Object.keys(levels) as Level[]).map((name) => [name, { ...desk, level: levels[name], person }])) as Record<Level, Who>),
  liveDds: { ...desk, level: levels.basic, liveDds: true, person },
  oneself: { ...desk, level: levels.basic, person: { ...person, memberId: self } },
} as const satisfies Record<string, Who>

export type Column = keyof typeof callers
export const columns = Object.keys(callers) as readonly Column[]

/** Whether those of the column may make a call, or hear an event, that needs this. */
export const mayColumn = (need: Need, column: Column): boolean => permits(need, callers[column], self)

export interface Capability {
  readonly key: CapabilityKey
  readonly need: Need
  /** The calls behind it, by full name, with their sentence in the published contract. */
  readonly calls: readonly { readonly name: string; readonly summary: string }[]
}

/** Every feature that has calls, with what each need of it lets people do, in the order of the contract. */
export const areas: readonly { readonly area: Area; readonly capabilities: readonly Capability[] }[] = (Object.keys(contract) as Area[]).flatMap((area) => {
  const byNeed = new Map<Need, { name: string; summary: string }[]>()
  for (const [verb, definition] of Object.entries(contract[area]))
    if (definition.kind === 'call') byNeed.set(definition.needs, [...(byNeed.get(definition.needs) ?? []), { name: `${area}.${verb}`, summary: definition.summary }])
  const capabilities = [...byNeed].map(([need, calls]) => ({ key: `${area}.${need}` as CapabilityKey, need, calls }))
  return capabilities.length === 0 ? [] : [{ area, capabilities }]
})
