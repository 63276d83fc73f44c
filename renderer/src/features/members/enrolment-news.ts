/** What has become of an enrolment, from all that was heard of its member since it was asked for. Pure. */
import type { EnrolmentEvent } from '../../stores/members.ts'

export interface Standing {
  readonly state: 'waiting' | 'enrolled' | 'expired' | 'cancelled'
  /** Why the badge that was held up last was not taken. */
  readonly reason: string | null
}

/** However the member came by the badge: by this scan, by another desk's, or by its typed number. */
const givesBadge = ({ state, reason }: EnrolmentEvent): boolean => state === 'enrolled' || (state === 'cancelled' && reason === 'member_has_badge')

/**
 * `expiresAt` tells the one enrolment that was asked for from any other of the same member. An ending stays one: the
 * enrolment that took its place is heard right after it, and must not look like this one waiting on.
 */
export function standingOf(heard: readonly EnrolmentEvent[], expiresAt: string): Standing {
  if (heard.some(givesBadge)) return { state: 'enrolled', reason: null }
  const own = heard.filter(({ enrolment }) => enrolment.expiresAt === expiresAt)
  const ending = own.find(({ state }) => state === 'expired' || state === 'cancelled')
  if (ending !== undefined) return { state: ending.state === 'expired' ? 'expired' : 'cancelled', reason: null }
  return { state: 'waiting', reason: own.findLast(({ state }) => state === 'refused')?.reason ?? null }
}
