/** What the core would refuse of a change, said before it is asked: by the same rule, from what this window knows. Pure. */
import { collisionOf, type Link } from '../../../../shared/domain/movement-chain.ts'
import type { Refused } from '../../../../shared/contract/kit.ts'
import type { Details } from './movement-words.ts'

type Known = Pick<Details['chain'][number], 'id' | 'seq' | 'direction' | 'at'>
export interface Wanted {
  readonly direction: 'in' | 'out'
  readonly at: string
}

export const linkOf = ({ id, seq, direction, at }: Known): Link => ({ id, seq, direction, at: new Date(at) })

interface Change {
  readonly name: string
  /** In effect now, as far as they are known, in any order. */
  readonly links: readonly Link[]
  /** Nothing of the person is before the first of them. */
  readonly isWhole: boolean
  readonly removed?: readonly string[]
  readonly added?: readonly Wanted[]
  /** The core's time, in ms. */
  readonly now: number
}

/** As the core's own (history/change.ts): a clock a little ahead is no reason to refuse. */
const toleranceMs = 60_000

export function problemOf({ name, links, isWhole, removed = [], added = [], now }: Change): Refused | null {
  if (added.some(({ at }) => new Date(at).getTime() > now + toleranceMs)) return { code: 'movement_in_future', message: '' }
  const gone = new Set(removed)
  const next = added.map(({ direction, at }, index): Link => ({ id: `new-${index}`, direction, at: new Date(Math.min(new Date(at).getTime(), now)), seq: Number.MAX_SAFE_INTEGER - added.length + index }))
  const collision = collisionOf(links, [...links.filter(({ id }) => !gone.has(id)), ...next], isWhole)
  if (collision === undefined) return null
  return { code: collision.kind === 'same' ? 'movement_same' : 'movement_between', message: '', details: { name, direction: collision.with.direction, at: collision.with.at.toISOString() } }
}

/** The movement that stands, between its neighbours. */
export function linksOf({ chain, before, after }: Details): { links: Link[]; isWhole: boolean } {
  const last = chain.at(-1)
  return { links: [before, last?.voided === false ? last : null, after].flatMap((known) => (known === null || known === undefined ? [] : [linkOf(known)])), isWhole: before === null }
}

export type Removal = 'one' | 'withBefore' | 'withAfter'

/** What may be deleted without breaking the order, the likeliest first: a movement alone at the end of a life, else both ends of a stay. */
export function removalsOf(details: Details, name: string): Removal[] {
  const { links, isWhole } = linksOf(details)
  const own = details.chain.at(-1)
  if (own === undefined) return []
  const choices: [Removal, string[]][] = [['one', [own.id]]]
  const pairs: [Removal, string[]][] = [
    ...(details.before === null ? [] : ([['withBefore', [own.id, details.before.id]]] as [Removal, string[]][])),
    ...(details.after === null ? [] : ([['withAfter', [own.id, details.after.id]]] as [Removal, string[]][])),
  ]
  // A stay first: in with the out after it, out with the in before it.
  choices.push(...(own.direction === 'in' ? pairs.toReversed() : pairs))
  // Of a pair one neighbour is out of sight: what is before the one before cannot be known here, and the core decides.
  return choices.filter(([kind, removed]) => kind !== 'one' || problemOf({ name, links, isWhole, removed, now: 0 }) === null).map(([kind]) => kind)
}
