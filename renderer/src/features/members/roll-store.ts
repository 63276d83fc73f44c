/** What of the roll is shown, and who is chosen: kept while a person looks into another room. */
import { create } from 'zustand'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'

type ListInput = InputOf<typeof members.list>
export type Sort = ListInput['sort']

export interface RollFilters {
  readonly search: string
  /** Codes and ids; '' = all. */
  readonly division: string
  readonly rank: string
  readonly status: string
  readonly memberType: string
  readonly tag: string
  readonly qualification: string
  readonly contract: '' | 'active' | 'expiring' | 'expired'
  readonly badge: '' | 'with' | 'without'
  readonly scope: ListInput['scope']
  readonly includeHidden: boolean
}

export const noFilters: RollFilters = { search: '', division: '', rank: '', status: '', memberType: '', tag: '', qualification: '', contract: '', badge: '', scope: 'all', includeHidden: false }

interface RollView {
  readonly filters: RollFilters
  readonly sort: Sort
  /** null = the column's own way: senior first, names from A. */
  readonly direction: 'asc' | 'desc' | null
  readonly chosen: ReadonlySet<string>
  /** Whose profile is open. */
  readonly opened: string | null
}

export const useRollView = create<RollView>(() => ({ filters: noFilters, sort: 'rank', direction: null, chosen: new Set(), opened: null }))

/** Who was chosen is not chosen any more once they may not be seen. */
export const setFilters = (change: Partial<RollFilters>): void => useRollView.setState(({ filters }) => ({ filters: { ...filters, ...change }, chosen: new Set() }))

export const isFiltered = ({ search: _search, ...rest }: RollFilters): boolean => Object.entries(rest).some(([key, value]) => value !== noFilters[key as keyof RollFilters])

const own = (sort: Sort): 'asc' | 'desc' => (sort === 'rank' ? 'desc' : 'asc')
export const directionOf = ({ sort, direction }: Pick<RollView, 'sort' | 'direction'>): 'asc' | 'desc' => direction ?? own(sort)

/** The same column again turns the order round. */
export const sortBy = (sort: Sort): void =>
  useRollView.setState((view) => (view.sort === sort ? { direction: directionOf(view) === 'asc' ? 'desc' : 'asc' } : { sort, direction: null }))

export const toggleChosen = (id: string): void =>
  useRollView.setState(({ chosen }) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    return { chosen: next }
  })
export const choose = (ids: readonly string[]): void => useRollView.setState({ chosen: new Set(ids) })

const one = (value: string): string[] => (value === '' ? [] : [value])

/** As the core is asked. */
export const toInput = ({ filters, sort, direction }: RollView) => ({
  search: filters.search,
  divisions: one(filters.division),
  ranks: one(filters.rank),
  statuses: one(filters.status),
  memberTypes: one(filters.memberType),
  tags: one(filters.tag),
  qualifications: one(filters.qualification),
  contract: filters.contract === '' ? null : filters.contract,
  hasBadge: filters.badge === '' ? null : filters.badge === 'with',
  scope: filters.scope,
  includeHidden: filters.includeHidden,
  sort,
  direction,
})
