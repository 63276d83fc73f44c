import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import type { Movement } from './movement-words.ts'

/** Enough to judge what is entered for the last days; further back the core alone decides. */
const known = 60

export interface Latest {
  /** In effect, newest first. */
  readonly movements: readonly Movement[]
  /** There is nothing before the last of them. */
  readonly isWhole: boolean
}

/** What the record says of one person last; null until it is known. */
export function useLatest(memberId: string | null): Latest | null {
  const revision = usePresence((state) => state.snapshot?.revision)
  const [answer, setAnswer] = useState<{ of: string; latest: Latest } | null>(null)
  useEffect(() => {
    if (memberId === null) return
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().history.list({ memberId, limit: known })
      if (current && result.ok) setAnswer({ of: memberId, latest: { movements: result.value.items, isWhole: result.value.next === null } })
    }
    void load()
    return () => {
      current = false
    }
  }, [memberId, revision])
  return answer !== null && answer.of === memberId ? answer.latest : null
}
