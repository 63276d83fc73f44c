/** Who has the duty, decided from facts alone (domain.md 4.12.2, 4.12.3). Pure. */

/** `upcoming`: the week has turned, its first operational day has not come. The outgoing stays live in both (scenario 24). */
export type HandoverState = 'none' | 'upcoming' | 'pending'

export interface HandoverFacts {
  readonly today: string
  /** First Monday to Friday that is no holiday; null = this week has none. */
  readonly firstOperationalDay: string | null
  /** Last week's scheduled DDS, and this week's: published and not released. */
  readonly outgoing: string | null
  readonly incoming: string | null
  /** This week's assignments, whatever became of them. */
  readonly assignments: readonly { readonly memberId: string; readonly operationalDate: string }[]
}

/** Whether the weekly hand-over still waits to be done: the roster turns on Monday by itself, the duty never does. */
export function decideHandover({ today, firstOperationalDay, outgoing, incoming, assignments }: HandoverFacts): HandoverState {
  if (outgoing === null || incoming === null || outgoing === incoming) return 'none'
  // A stand-in on a holiday ends nothing; the incoming who has had the duty already has nothing left to take over.
  const begins = (date: string): boolean => firstOperationalDay !== null && date >= firstOperationalDay
  if (assignments.some(({ memberId, operationalDate }) => memberId === incoming || (memberId !== outgoing && begins(operationalDate)))) return 'none'
  return begins(today) ? 'pending' : 'upcoming'
}

export interface LiveDds {
  readonly memberId: string
  /** `pending`: it is theirs to accept. */
  readonly status: 'pending' | 'active'
  readonly source: 'assignment' | 'handover' | 'roster'
}

export interface LiveFacts {
  /** Today's, pending or active. */
  readonly assignment: { readonly memberId: string; readonly status: 'pending' | 'active' } | null
  readonly handover: HandoverState
  readonly outgoing: string | null
  /** This week's on the published roster. */
  readonly scheduled: { readonly memberId: string; readonly isConfirmed: boolean } | null
}

/** Who is DDS at this moment, in the order of 4.12.2. */
export function decideLiveDds({ assignment, handover, outgoing, scheduled }: LiveFacts): LiveDds | null {
  if (assignment !== null) return { ...assignment, source: 'assignment' }
  if (handover !== 'none' && outgoing !== null) return { memberId: outgoing, status: 'active', source: 'handover' }
  return scheduled && { memberId: scheduled.memberId, status: scheduled.isConfirmed ? 'active' : 'pending', source: 'roster' }
}
