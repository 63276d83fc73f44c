/** What an attendee's coming or going means, decided from facts alone (domain.md 4.1 ▶, 4.9 ▶). */
import { isWithin, takesPart, type AccessEventState, type AccessWindow, type AttendeeState } from '../../../../shared/domain/access-events.ts'

export interface AttendeeFacts {
  readonly status: AttendeeState
  readonly eventStatus: AccessEventState
  readonly window: AccessWindow
  readonly last: { readonly direction: 'in' | 'out'; /** When it counts. */ readonly at: Date; /** What the wall clock said then. */ readonly recordedAt: Date } | null
}

export type AttendeeDecision =
  | { readonly kind: 'moved'; readonly direction: 'in' | 'out'; readonly at: Date; readonly isSetBack: boolean }
  | { readonly kind: 'duplicate'; readonly direction: 'in' | 'out'; readonly at: Date }
  | { readonly kind: 'refused'; readonly outcome: 'event_closed' | 'attendee_outside_window' }

/**
 * Whoever is inside gets out, whatever became of the event or of their days meanwhile: the list of who is inside must be true.
 * @param now the wall clock; may have been set back
 * @param today the operational date
 * @param bounceMs a second scan this soon after the last movement is a bounce; 0 = no scan, but somebody's own decision
 */
export function decideAttendee({ status, eventStatus, window, last }: AttendeeFacts, now: Date, today: string, bounceMs: number): AttendeeDecision {
  if (last !== null && bounceMs > 0 && Math.abs(now.getTime() - last.recordedAt.getTime()) < bounceMs) return { kind: 'duplicate', direction: last.direction, at: last.at }
  // The order of a person's movements must hold even when the clock does not.
  const isSetBack = last !== null && last.at.getTime() >= now.getTime()
  const at = isSetBack ? new Date(last.at.getTime() + 1) : now
  if (last?.direction === 'in') return { kind: 'moved', direction: 'out', at, isSetBack }
  if (eventStatus !== 'active' || !takesPart(status)) return { kind: 'refused', outcome: 'event_closed' }
  if (!isWithin(window, today)) return { kind: 'refused', outcome: 'attendee_outside_window' }
  return { kind: 'moved', direction: 'in', at, isSetBack }
}
