/** What a badge held to the desk's own reader offers its holder: to take the duty on, or to give lockup away. */
import { create } from 'zustand'
import { promptMs } from '../../../shared/contract/start-of-day.ts'
import type { ScanOutcome } from './kiosk.ts'
import { useSession } from './session.ts'

export const useDeskPrompt = create<{ scan: ScanOutcome | null }>(() => ({ scan: null }))

let timer: ReturnType<typeof setTimeout> | undefined

export function dropDeskPrompt(): void {
  clearTimeout(timer)
  useDeskPrompt.setState({ scan: null })
}

/**
 * The next badge takes the place of the last one, and silence is no answer. Whoever is signed in acts at this desk
 * (decision 010): somebody else's badge offers nothing here, or one would answer for another.
 */
export function offerAtDesk(scan: ScanOutcome): void {
  // A badge held up to agree is part of what goes on.
  if (scan.outcome === 'badge_proof') return
  dropDeskPrompt()
  const session = useSession.getState().state?.session
  const isFree = session == null || session.locked || session.memberId === scan.person?.id
  const isOffer = scan.options.length > 0 || (scan.prompt !== null && scan.prompt.actions.length > 0)
  if (!isFree || !isOffer) return
  useDeskPrompt.setState({ scan })
  timer = setTimeout(dropDeskPrompt, promptMs)
}
