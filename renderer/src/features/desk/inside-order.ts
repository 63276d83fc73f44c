/** Which of those inside are shown, and in what order. Pure. */
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { PersonInside } from '../../stores/presence.ts'

/** Where the find field sends the focus. */
export const insideGridId = 'inside-grid'

export const columns = ['rank', 'name', 'division', 'since'] as const
export type Column = (typeof columns)[number]
export interface Sort {
  readonly column: Column
  readonly descending: boolean
}

/** Seniority first: what a duty desk expects. */
export const defaultSort: Sort = { column: 'rank', descending: false }
/** Stands for people without a division, whom a filter must not lose. */
export const withoutDivision = ''

export interface Filter {
  readonly find: string
  readonly kind: 'all' | PersonInside['kind']
  /** A code, `withoutDivision`, or null for all. */
  readonly division: string | null
}

export function choose(people: readonly PersonInside[], { find, kind, division }: Filter): PersonInside[] {
  const words = foldText(find).split(/\s+/).filter(Boolean)
  return people.filter((person) => {
    if (kind !== 'all' && person.kind !== kind) return false
    // Visitors and attendees are of no division, and not among members who have none either.
    if (division !== null && (person.kind !== 'member' || (person.division?.code ?? withoutDivision) !== division)) return false
    const text = foldText([person.rank, person.lastName, person.firstName, person.division?.code, person.division?.name, person.guest?.organization, person.guest?.pass, person.guest?.event].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Ties fall back on seniority, then on the name as the language sorts it, then on the id: the order never jumps. */
export function order(people: readonly PersonInside[], { column, descending }: Sort, collator: Intl.Collator): PersonInside[] {
  const byName = (a: PersonInside, b: PersonInside): number => collator.compare(a.lastName, b.lastName) || collator.compare(a.firstName, b.firstName) || a.id.localeCompare(b.id)
  const byRank = (a: PersonInside, b: PersonInside): number => b.rankOrder - a.rankOrder
  const first: Record<Column, (a: PersonInside, b: PersonInside) => number> = {
    rank: byRank,
    name: byName,
    division: (a, b) => collator.compare(a.division?.code ?? '', b.division?.code ?? ''),
    since: (a, b) => a.since.localeCompare(b.since),
  }
  const direction = descending ? -1 : 1
  return people.toSorted((a, b) => direction * first[column](a, b) || byRank(a, b) || byName(a, b))
}
