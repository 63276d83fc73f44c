/** Events that outsiders take part in for days or weeks, such as courses and inspections (domain.md 2.3, 4.9). Pure. */

export const accessEventStates = ['draft', 'active', 'completed', 'cancelled'] as const
export type AccessEventState = (typeof accessEventStates)[number]

/** `pending` has not come yet; `checked_out` has left the event for good, `expired` had to when it was closed. */
export const attendeeStates = ['pending', 'active', 'checked_out', 'expired'] as const
export type AttendeeState = (typeof attendeeStates)[number]

/** How an attendee came or went. The last two are those who forgot to sign out. */
export const attendeeMethods = ['badge', 'desk', 'lockup_sequence', 'daily_reset'] as const

/** Whether somebody of this state still takes part. */
export const takesPart = (state: AttendeeState): boolean => state === 'pending' || state === 'active'

/** What an event can still be changed: what is over stays as it was. */
export const isOpenEvent = (state: AccessEventState): boolean => state === 'draft' || state === 'active'

/** Days on which somebody may come, both included; of their own where they have any, or those of the event. */
export interface AccessWindow {
  readonly from: string
  readonly to: string
}
export const windowOf = (attendee: { readonly accessStart: string | null; readonly accessEnd: string | null }, event: { readonly startDate: string; readonly endDate: string }): AccessWindow => ({ from: attendee.accessStart ?? event.startDate, to: attendee.accessEnd ?? event.endDate })

/** @param today the operational date */
export const isWithin = ({ from, to }: AccessWindow, today: string): boolean => from <= today && today <= to

/** How an attendee is called: “Maj Roy, Pat”, as the list has it. */
export const attendeeName = ({ rank, name }: { readonly rank: string | null; readonly name: string }): string => (rank === null ? name : `${rank} ${name}`)
