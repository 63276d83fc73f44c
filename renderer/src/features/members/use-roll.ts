import { useEffect, useRef, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { usePresence } from '../../stores/presence.ts'

export type RollPage = OutputOf<typeof members.list>
export type Member = RollPage['members'][number]

const pageSize = 50
/** Long enough that nobody's typing is answered letter by letter. */
const typingMs = 200

/** One page of the roll, fetched again whenever the roll changes or somebody comes or goes. */
export function useRoll(search: string, page: number): { roll: RollPage | null; problem: Refused | null; retry: () => void } {
  const [roll, setRoll] = useState<RollPage | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [tries, setTries] = useState(0)
  // Only typing waits; turning a page does not.
  const asked = useRef(search)
  const changes = useMembers((state) => state.changes)
  const revision = usePresence((state) => state.snapshot?.revision)
  useEffect(() => {
    let current = true
    const timer = setTimeout(async () => {
      const result = await api().members.list({ search, page, limit: pageSize })
      // An answer that was overtaken by the next letter is no answer any more.
      if (!current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) setRoll(result.value)
      asked.current = search
    }, asked.current === search ? 0 : typingMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [search, page, changes, revision, tries])
  return { roll, problem, retry: () => setTries(tries + 1) }
}
