import { useEffect, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import { useNow } from '../../ui/time.ts'

export type StalePerson = OutputOf<typeof history.stale>['people'][number]

/** Who has been inside for longer than so many hours; read again when somebody comes or goes, and every minute. */
export function useStale(hours: number): { people: readonly StalePerson[] | null; problem: Refused | null; retry: () => void } {
  const revision = usePresence((state) => state.snapshot?.revision)
  const minute = Math.floor(useNow(15_000) / 60_000)
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<{ people: readonly StalePerson[] | null; problem: Refused | null }>({ people: null, problem: null })
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().history.stale({ hours })
      if (current) setAnswer(result.ok ? { people: result.value.people, problem: null } : { people: null, problem: result.error })
    }
    void load()
    return () => {
      current = false
    }
  }, [hours, revision, minute, round])
  return { ...answer, retry: () => setRound(round + 1) }
}
