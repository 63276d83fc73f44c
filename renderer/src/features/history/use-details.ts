import { useEffect, useState } from 'react'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import type { Details } from './movement-words.ts'

/** One movement with all that stood in its place; fetched again whenever the record changes. */
export function useDetails(movementId: string): { details: Details | null; problem: Refused | null } {
  const revision = usePresence((state) => state.snapshot?.revision)
  const [answer, setAnswer] = useState<{ of: string; details: Details | null; problem: Refused | null } | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().history.get({ movementId })
      if (current) setAnswer({ of: movementId, details: result.ok ? result.value : null, problem: result.ok ? null : result.error })
    }
    void load()
    return () => {
      current = false
    }
  }, [movementId, revision])
  // What was shown of another movement is not shown under this one's name.
  return answer?.of === movementId ? answer : { details: null, problem: null }
}
