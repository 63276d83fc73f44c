/** The orders in which a list of people is read and called. Pure. */
import type { MusterList, MusterState } from '../../../../shared/domain/muster.ts'
import type { MusterPerson } from './inside.ts'

/** Somebody on any of the lists: frozen, of this minute, or as it stands. */
export interface Listed extends Omit<MusterPerson, 'kind' | 'personId' | 'displayName' | 'presenceRef'> {
  readonly kind: MusterPerson['kind'] | 'unlisted'
  readonly list?: MusterList
  readonly state?: MusterState
  readonly change?: { readonly direction: 'in' | 'out' } | null
}

// One collator for all: to make one a comparison takes 500 names half a second.
const { compare } = new Intl.Collator('en')
const byKeys = (a: readonly string[], b: readonly string[]): number => a.map((text, index) => compare(text, b[index] ?? '')).find((sign) => sign !== 0) ?? 0

/** A stable sort by several texts. */
export const inOrder = <T>(of: readonly T[], keys: (item: T) => readonly string[]): T[] =>
  of
    .map((item) => ({ item, keys: keys(item) }))
    .toSorted((a, b) => byKeys(a.keys, b.keys))
    .map(({ item }) => item)

export const inNameOrder = <T extends Listed>(people: readonly T[]): T[] => inOrder(people, ({ lastName, firstName, rank }) => [lastName, firstName, rank])

const parts = { member: '0', visitor: '1', attendee: '2', unlisted: '3' } as const
/** Members by division, then visitors, attendees and those added by hand; those who are due only come last. */
export const rollKeys = ({ list, kind, division, lastName, firstName, rank }: Pick<Listed, 'list' | 'kind' | 'division' | 'lastName' | 'firstName' | 'rank'>): readonly string[] => [list === 'due' ? '1' : '0', list === 'due' ? '' : parts[kind], list === 'due' ? '' : (division === null ? '\uFFFF' : division.code), lastName, firstName, rank]
export const inRollOrder = <T extends Listed>(people: readonly T[]): T[] => inOrder(people, rollKeys)
