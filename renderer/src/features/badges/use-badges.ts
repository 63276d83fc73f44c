import { useCallback, useEffect, useState } from 'react'
import { create } from 'zustand'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { usePresence } from '../../stores/presence.ts'

export type BadgePage = OutputOf<typeof badges.list>
export type Badge = BadgePage['badges'][number]
export type InventoryCounts = OutputOf<typeof badges.inventory>

/** Which part of the inventory is shown: kept while a person looks into another room. */
export type View = 'held' | 'free' | 'outstanding' | 'unusable' | 'pool' | 'all'
export const views = ['all', 'held', 'free', 'outstanding', 'unusable', 'pool'] as const satisfies readonly View[]
export const useBadgeFilters = create<{ view: View; search: string }>(() => ({ view: 'all', search: '' }))

const inputOf: Record<View, object> = {
  all: {},
  held: { assigned: true },
  free: { assigned: false, statuses: ['active'] },
  outstanding: { outstanding: true, includeRetired: true },
  unusable: { statuses: ['lost', 'damaged', 'inactive', 'decommissioned'] },
  pool: { kinds: ['visitor', 'event'] },
}

const most = 500

/** Counts what may have changed a badge: whose it is, or to whom of the people inside it is lent. */
export function useBadgeChanges(): string {
  const changes = useMembers((state) => state.changes)
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  return `${changes} ${revision}`
}

/** The inventory as filtered, fetched again whenever a badge changes. */
export function useBadges(): { page: BadgePage | null; counts: InventoryCounts | null; problem: Refused | null; retry: () => void } {
  const { view, search } = useBadgeFilters()
  const [page, setPage] = useState<BadgePage | null>(null)
  const [counts, setCounts] = useState<InventoryCounts | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [round, setRound] = useState(0)
  const changes = useBadgeChanges()
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const [list, inventory] = await Promise.all([api().badges.list({ ...inputOf[view], search, limit: most }), api().badges.inventory({})])
      if (!current) return
      setProblem(list.ok ? null : list.error)
      if (list.ok) setPage(list.value)
      if (inventory.ok) setCounts(inventory.value)
    }, search === '' ? 0 : 200)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [view, search, changes, round])
  return { page, counts, problem, retry: useCallback(() => setRound((before) => before + 1), []) }
}
