import { useEffect, useState } from 'react'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { useDefinitions } from '../../../stores/definitions.ts'
import { useMembers } from '../../../stores/members.ts'
import type { AnyList } from './list-view.ts'

interface Usage {
  readonly list: AnyList
  /** By key; a key that is missing is carried by none. */
  readonly counts: ReadonlyMap<string, number>
}

const countsOf = async (list: AnyList): Promise<{ ok: true; counts: Usage['counts'] } | { ok: false; error: Refused }> => {
  if (list === 'ranks') {
    const result = await api().definitions.rankStatistics({})
    return result.ok ? { ok: true, counts: new Map(result.value.ranks.map(({ code, members }) => [code, members])) } : result
  }
  const result = await api().definitions.usage({ list })
  return result.ok ? { ok: true, counts: new Map(result.value.usage.map(({ key, count }) => [key, count])) } : result
}

/** How often each item of the list is carried, counted again when lists or members change. Null until it is known. */
export function useUsage(list: AnyList): { counts: Usage['counts'] | null; problem: Refused | null; retry: () => void } {
  const definitions = useDefinitions((state) => state.definitions)
  const changes = useMembers((state) => state.changes)
  const [usage, setUsage] = useState<Usage | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let current = true
    const count = async (): Promise<void> => {
      const answer = await countsOf(list)
      if (!current) return
      setProblem(answer.ok ? null : answer.error)
      if (answer.ok) setUsage({ list, counts: answer.counts })
    }
    void count()
    return () => {
      current = false
    }
  }, [list, definitions, changes, tries])
  return { counts: usage?.list === list ? usage.counts : null, problem, retry: () => setTries((count) => count + 1) }
}
