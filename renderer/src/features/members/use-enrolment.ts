import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { useNow } from '../../ui/time.ts'

export interface Waiting {
  readonly state: 'starting' | 'waiting' | 'enrolled' | 'expired' | 'cancelled'
  /** Left until it expires; null before it began. */
  readonly seconds: number | null
  /** Why the badge that was held up last was not taken. */
  readonly reason: string | null
  /** Why it could not begin at all. */
  readonly problem: Refused | null
}

/** What the core may be late with its word that the minute is over, before we say so ourselves: the event may be lost. */
const graceMs = 3000

/** Waits for a badge as long as the one who asked is there. */
export function useEnrolment(memberId: string): { waiting: Waiting; again: () => void } {
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const now = useNow(500)
  const news = useMembers((state) => state.enrolment)
  const own = expiresAt !== null && news?.enrolment.memberId === memberId && news.enrolment.expiresAt === expiresAt ? news : null
  const left = expiresAt === null ? null : new Date(expiresAt).getTime() - now
  const lost = left !== null && left < -graceMs && own?.state !== 'enrolled'
  const state = lost ? 'expired' : own === null || own.state === 'refused' ? (expiresAt === null ? 'starting' : 'waiting') : own.state
  const stillWaits = useRef(true)
  useEffect(() => {
    stillWaits.current = state === 'starting' || state === 'waiting'
  }, [state])

  const start = useCallback(async (): Promise<void> => {
    setProblem(null)
    setExpiresAt(null)
    const result = await api().badges.startEnrolment({ memberId })
    if (result.ok) setExpiresAt(result.value.expiresAt)
    else setProblem(result.error)
  }, [memberId])
  useEffect(() => {
    void start()
    return () => {
      // One that has ended is left alone: there may be another's by now.
      if (stillWaits.current) void api().badges.cancelEnrolment({})
    }
  }, [start])

  const seconds = left === null ? null : Math.max(0, Math.ceil(left / 1000))
  return { waiting: { state, seconds, reason: own?.state === 'refused' ? own.reason : null, problem }, again: () => void start() }
}
