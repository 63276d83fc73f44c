/** What a person enters to sign somebody in or out by hand, and what it means to the core. Pure. */
import { readWhen, type When } from '../../ui/when.ts'
import type { Wanted } from './chain-problem.ts'

export const kinds = ['in', 'out', 'stay', 'away'] as const
/** One end now or in the past; or both ends: was here from–to, was away from–to. */
export type Kind = (typeof kinds)[number]

export interface ManualDraft {
  readonly kind: Kind
  /** Of one end only: at this moment. */
  readonly isNow: boolean
  readonly from: When
  readonly to: When
  readonly reason: string
}

/** Whoever is inside is most likely leaving. */
export const proposedKind = (isInside: boolean): Kind => (isInside ? 'out' : 'in')

export const hasTwoEnds = (kind: Kind): boolean => kind === 'stay' || kind === 'away'

/** A sign-in now explains itself; everything else needs a reason. */
export const needsReason = ({ kind, isNow }: Pick<ManualDraft, 'kind' | 'isNow'>): boolean => kind !== 'in' || !isNow

export type Entries = { readonly ok: true; readonly entries: readonly { direction: 'in' | 'out'; at: string | null }[] } | { readonly ok: false; readonly problem: 'when' | 'order' }

/** As the core takes it. */
export function entriesOf({ kind, isNow, from, to }: ManualDraft, zone: string): Entries {
  const first = kind === 'in' || kind === 'stay' ? 'in' : 'out'
  if (!hasTwoEnds(kind) && isNow) return { ok: true, entries: [{ direction: first, at: null }] }
  const start = readWhen(from, zone)
  if (!start.ok) return { ok: false, problem: 'when' }
  if (!hasTwoEnds(kind)) return { ok: true, entries: [{ direction: first, at: start.at }] }
  const end = readWhen(to, zone)
  if (!end.ok) return { ok: false, problem: 'when' }
  if (end.at <= start.at) return { ok: false, problem: 'order' }
  return { ok: true, entries: [{ direction: first, at: start.at }, { direction: first === 'in' ? 'out' : 'in', at: end.at }] }
}

/** The same with now as an instant, for a look ahead. */
export const wantedOf = (entries: readonly { direction: 'in' | 'out'; at: string | null }[], now: number): Wanted[] => entries.map(({ direction, at }) => ({ direction, at: at ?? new Date(now).toISOString() }))
