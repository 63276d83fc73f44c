import { useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useMembers, type EnrolmentEvent } from '../../stores/members.ts'
import { useNow } from '../../ui/time.ts'
import { standingOf, type Standing } from './enrolment-news.ts'

export interface Waiting extends Omit<Standing, 'state'> {
  readonly state: Standing['state'] | 'starting'
  /** Left until it expires; null before it began. */
  readonly seconds: number | null
  /** Why it could not begin at all. */
  readonly problem: Refused | null
}

/** What the core may be late with its word that the minute is over, before we say so ourselves: the event may be lost. */
const graceMs = 3000

/** Counts what this window asked for. The core lets the newest wait alone: what an older one still wants to say of itself is void. */
let asked = 0

/** Waits for a badge as long as the one who asked is there. */
export function useEnrolment(memberId: string, replaces?: 'lost' | 'damaged' | 'returned'): { waiting: Waiting; again: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [heard, setHeard] = useState<readonly EnrolmentEvent[]>([])
  // The store keeps the latest news only; two that come together would hide how the first one ended.
  const known = useRef<readonly EnrolmentEvent[]>([])
  useEffect(
    () =>
      useMembers.subscribe(({ enrolment }, before) => {
        if (enrolment === null || enrolment === before.enrolment || enrolment.enrolment.memberId !== memberId) return
        known.current = [...known.current, enrolment]
        setHeard(known.current)
      }),
    [memberId],
  )

  useEffect(() => {
    asked += 1
    const own = asked
    const started = api().badges.startEnrolment({ memberId, replaces: replaces ?? null })
    const begin = async (): Promise<void> => {
      const result = await started
      if (asked !== own) return
      if (result.ok) setExpiresAt(result.value.expiresAt)
      else setProblem(result.error)
    }
    const stop = async (): Promise<void> => {
      // Not before it has begun, or it would begin after all.
      const result = await started
      if (!result.ok || asked !== own || standingOf(known.current, result.value.expiresAt).state !== 'waiting') return
      await api().badges.cancelEnrolment({})
    }
    void begin()
    return () => void stop()
  }, [memberId, replaces, attempt])

  const again = (): void => {
    setProblem(null)
    setExpiresAt(null)
    setAttempt(attempt + 1)
  }
  const now = useNow(500)
  const left = expiresAt === null ? null : new Date(expiresAt).getTime() - now
  const standing: Waiting = { ...(expiresAt === null ? ({ state: 'starting', reason: null } as const) : standingOf(heard, expiresAt)), seconds: left === null ? null : Math.max(0, Math.ceil(left / 1000)), problem }
  const lost = standing.state === 'waiting' && left !== null && left < -graceMs
  return { waiting: lost ? { ...standing, state: 'expired' } : standing, again }
}
