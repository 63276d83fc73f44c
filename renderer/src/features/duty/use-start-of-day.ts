import { useCallback, useEffect, useState } from 'react'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import { api } from '../../api.ts'
import { useDuty } from '../../stores/duty.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSession } from '../../stores/session.ts'

type StartOfDay = OutputOf<typeof dds.startOfDay>

/** What the person who is signed in may take on; null = nobody is signed in, or nothing is known yet. */
export function useStartOfDay(): { state: StartOfDay | null; refresh: () => void } {
  const me = useSession((session) => (session.state?.session?.locked === false ? session.state.session.memberId : undefined))
  const { dds: duty, lockup } = useDuty()
  const revision = usePresence((presence) => presence.snapshot?.revision)
  const [state, setState] = useState<StartOfDay | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (me === undefined) {
      setState(null)
      return undefined
    }
    let current = true
    void api()
      .dds.startOfDay({})
      .then((result) => current && setState(result.ok ? result.value : null))
    return () => {
      current = false
    }
  }, [me, duty, lockup, revision, round])
  return { state, refresh: useCallback(() => setRound((before) => before + 1), []) }
}
