/** What one scan means, decided from facts alone (domain.md 4.1 ▶). */
import type { Admission } from '../../../../shared/domain/definitions.ts'

/** A second scan this soon after the last movement is a bounce, not a change of mind. Milliseconds. */
export const duplicateWindowMs = 2000

export type Direction = 'in' | 'out'
export type ScanNote = 'member_inactive' | 'member_deployed' | 'member_status' | 'contract_ended' | 'clock_set_back'
export type RefusedOutcome = 'unknown_badge' | 'unassigned_badge' | 'inactive_badge' | 'member_not_allowed'

export interface LastMovement {
  readonly direction: Direction
  /** When it counts. */
  readonly at: Date
  /** What the wall clock said when it was written. */
  readonly recordedAt: Date
}

export interface BadgeFacts {
  /** The door takes badges of this status. */
  readonly isUsable: boolean
  readonly holder: { readonly status: string; readonly admission: Admission; readonly contractEnd: string | null; readonly last: LastMovement | null } | null
}

export type ScanDecision =
  | { readonly kind: 'refused'; readonly outcome: RefusedOutcome }
  | { readonly kind: 'duplicate'; readonly direction: Direction; readonly at: Date }
  | { readonly kind: 'moved'; readonly direction: Direction; readonly at: Date; readonly notes: readonly ScanNote[] }

/**
 * @param badge what is known of the scanned serial; undefined = nothing
 * @param now the wall clock; may have been set back
 * @param today the operational date, for contracts
 */
export function decideScan(badge: BadgeFacts | undefined, now: Date, today: string): ScanDecision {
  if (badge === undefined) return { kind: 'refused', outcome: 'unknown_badge' }
  // A lost badge that was replaced is nobody's, but above all it is lost.
  if (!badge.isUsable) return { kind: 'refused', outcome: 'inactive_badge' }
  if (badge.holder === null) return { kind: 'refused', outcome: 'unassigned_badge' }
  const { status, admission, contractEnd, last } = badge.holder
  if (admission === 'refuse') return { kind: 'refused', outcome: 'member_not_allowed' }
  if (last !== null && isBounce(last, now)) return { kind: 'duplicate', direction: last.direction, at: last.at }

  const setBack = last !== null && last.at.getTime() >= now.getTime()
  const notes: ScanNote[] = []
  if (admission === 'note') notes.push(status === 'inactive' ? 'member_inactive' : status === 'deployed' ? 'member_deployed' : 'member_status')
  if (contractEnd !== null && contractEnd < today) notes.push('contract_ended')
  if (setBack) notes.push('clock_set_back')
  return {
    kind: 'moved',
    direction: last?.direction === 'in' ? 'out' : 'in',
    // The order of a person's movements must hold even when the clock does not.
    at: setBack ? new Date(last.at.getTime() + 1) : now,
    notes,
  }
}

/** By the time it counts and by the time it was written: after the clock was set back only the second can tell. */
const isBounce = (last: LastMovement, now: Date): boolean =>
  Math.abs(now.getTime() - last.at.getTime()) < duplicateWindowMs || Math.abs(now.getTime() - last.recordedAt.getTime()) < duplicateWindowMs
