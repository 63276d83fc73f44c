import { useEffect, useRef, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { usePresence } from '../../stores/presence.ts'
import { toInput, useRollView } from './roll-store.ts'

export type Member = OutputOf<typeof members.list>['members'][number]

export interface Roll {
  readonly members: readonly Member[]
  readonly total: number
}

/** Small enough that no page holds a scan up for long. */
const pageSize = 200
/** Far more than a unit has; whoever has more narrows the list down. */
const mostPages = 25
/** Long enough that nobody's typing is answered letter by letter. */
const typingMs = 200

/** The whole roll as filtered and sorted, page after page, fetched again whenever it changes or somebody comes or goes. */
export function useRoll(): { roll: Roll | null; problem: Refused | null; retry: () => void } {
  const [roll, setRoll] = useState<Roll | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [tries, setTries] = useState(0)
  const { filters, sort, direction } = useRollView()
  // Only typing waits; choosing does not.
  const asked = useRef(filters.search)
  const changes = useMembers((state) => state.changes)
  const revision = usePresence((state) => state.snapshot?.revision)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const found: Member[] = []
      for (let page = 1; page <= mostPages; page += 1) {
        const result = await api().members.list({ ...toInput(useRollView.getState()), page, limit: pageSize })
        // An answer that was overtaken by the next letter is no answer any more.
        if (!current) return
        if (!result.ok) return setProblem(result.error)
        found.push(...result.value.members)
        if (page >= result.value.totalPages || page === mostPages) {
          setProblem(null)
          setRoll({ members: found, total: result.value.total })
          break
        }
      }
      asked.current = filters.search
    }
    const timer = setTimeout(() => void load(), asked.current === filters.search ? 0 : typingMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [filters, sort, direction, changes, revision, tries])
  return { roll, problem, retry: () => setTries(tries + 1) }
}
