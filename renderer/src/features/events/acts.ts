/** Acts that are done with one press, wherever the press is; what came of them is said at the foot of the window. */
import type { Refused } from '../../../../shared/contract/kit.ts'
import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { api } from '../../api.ts'
import { i18n } from '../../i18n/index.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { showEvent } from '../../stores/events.ts'
import { offerUndo, sayDone } from '../../stores/undo.ts'

/** Signs an attendee in or out at the desk, with a way back. @returns why it was refused */
export async function passAttendee(attendeeId: string, direction: 'in' | 'out'): Promise<Refused | null> {
  const result = await (direction === 'in' ? api().events.signIn({ attendeeId }) : api().events.signOut({ attendeeId }))
  if (!result.ok) return result.error
  offerUndo(attendeeId, i18n.t(`events:done.${direction}`, { name: attendeeName(result.value) }), 'attendee')
  return null
}

/** The way out from the list of who is inside. */
export async function signAttendeeOut(attendeeId: string): Promise<void> {
  const problem = await passAttendee(attendeeId, 'out')
  if (problem !== null) sayDone(refusalLine(problem))
}

/** From somebody who is inside to the page of their event. */
export async function openEventOf(attendeeId: string): Promise<void> {
  const result = await api().events.attendee({ attendeeId })
  if (result.ok) showEvent(result.value.attendee.eventId)
  else sayDone(refusalLine(result.error))
}

export async function takeBadgeBack({ attendeeId, label }: { readonly attendeeId: string; readonly label: string }): Promise<void> {
  const result = await api().events.badgeReturned({ attendeeId })
  sayDone(result.ok ? i18n.t('events:done.back', { label }) : refusalLine(result.error))
}
