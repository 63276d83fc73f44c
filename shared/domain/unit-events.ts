/** The unit's own events: kinds, and how one goes on (domain.md 2.3, 4.10). */
export const eventCategories = ['mess_dinner', 'ceremonial', 'training', 'social', 'exercise', 'vip_visit', 'remembrance', 'administrative', 'other'] as const
export type EventCategory = (typeof eventCategories)[number]

export const eventStates = ['draft', 'planned', 'confirmed', 'in_progress', 'completed', 'cancelled', 'postponed'] as const
export type EventState = (typeof eventStates)[number]

export const staffingStates = ['assigned', 'confirmed', 'declined', 'released'] as const
export type StaffingState = (typeof staffingStates)[number]

/** What an event of this status may become; completed and cancelled are final. */
export const nextEventStates: Readonly<Record<EventState, readonly EventState[]>> = {
  draft: ['planned', 'cancelled'],
  planned: ['confirmed', 'cancelled', 'postponed'],
  confirmed: ['in_progress', 'cancelled', 'postponed'],
  in_progress: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  postponed: ['planned'],
}

/** Its words and its date can still be changed. */
export const isEditable = (status: EventState): boolean => status === 'draft' || status === 'planned' || status === 'postponed'
/** People can be put on it and taken off it. */
export const isStaffable = (status: EventState): boolean => status !== 'completed' && status !== 'cancelled'
/** It takes place: a watch that it requires stands, and its people are not free that day. A draft is nobody's duty yet (4.10 ▶). */
export const takesPlace = (status: EventState): boolean => status !== 'draft' && status !== 'cancelled' && status !== 'postponed'
/** Fills a place. */
export const isStaffed = (status: StaffingState): boolean => status === 'assigned' || status === 'confirmed'
