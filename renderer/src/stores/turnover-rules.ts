/** When the turn of the day is worth a word, before it and after. Pure. */
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { jobs } from '../../../shared/contract/jobs.ts'

export type Digest = OutputOf<typeof jobs.digest>

/** The warning begins this long before the day turns over, in ms. */
export const warningMs = 60 * 60_000
interface Now {
  readonly now: number
  readonly nextResetAt: string
  readonly quietUntil: number
  readonly inside: number
  readonly isOpen: boolean
}

/** What is to be said before the day turns over; null = nothing. */
export function warningOf({ now, nextResetAt, quietUntil, inside, isOpen }: Now): 'people' | 'open' | null {
  if (now < new Date(nextResetAt).getTime() - warningMs || now < quietUntil) return null
  return inside > 0 ? 'people' : isOpen ? 'open' : null
}

/** Whether this morning has something to tell that nobody here has read. */
export const isNews = (digest: Digest, seen: string | null): boolean => digest.date !== seen && digest.reset !== null && (digest.reset.closedOut > 0 || digest.reset.notSecured !== null)
