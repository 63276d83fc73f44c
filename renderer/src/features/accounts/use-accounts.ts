import { useCallback, useEffect, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { accounts } from '../../../../shared/contract/accounts.ts'
import { api } from '../../api.ts'
import { useAccountChanges } from '../../stores/sign-in-badge.ts'

export type Account = OutputOf<typeof accounts.list>['accounts'][number]

/** The accounts that match, fetched again whenever one changes. There are tens of them, never thousands. */
export function useAccounts(search: string): { accounts: readonly Account[] | null; problem: Refused | null; refresh: () => void } {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [round, setRound] = useState(0)
  const changes = useAccountChanges((state) => state.changes)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const result = await api().accounts.list({ search, limit: 500 })
      if (!current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) setAccounts(result.value.accounts)
    }, search === '' ? 0 : 200)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [search, changes, round])
  return { accounts, problem, refresh: useCallback(() => setRound((before) => before + 1), []) }
}
