/** Emergency muster: what a person on the list can be, and what is settable (screens.md P0-7; trust.md on muster). */

/** A drill is kept apart from an emergency, everywhere. */
export const musterKinds = ['live', 'drill'] as const
export type MusterKind = (typeof musterKinds)[number]

/** `inside`: on the frozen list. `late`: came in after it was frozen. `unlisted`: added by hand. `due`: expected tonight, never in; not counted as missing. */
export const musterLists = ['inside', 'late', 'unlisted', 'due'] as const
export type MusterList = (typeof musterLists)[number]

/** `essential` is somewhere on duty and must not be counted as missing, such as the DDS on rounds. */
export const musterStates = ['missing', 'safe', 'needs_assistance', 'essential'] as const
export type MusterState = (typeof musterStates)[number]

/** How somebody was accounted for; `left`: signed out at a door after the list was frozen. */
export const musterWays = ['tap', 'scan', 'left'] as const

/** Why a badge that marked its holder wants a second look: the outcomes of scans that would have been refused. */
export const musterBadgeWarnings = ['inactive_badge', 'member_not_allowed', 'attendee_outside_window', 'event_closed'] as const
export type MusterBadgeWarning = (typeof musterBadgeWarnings)[number]

/** Why somebody is due who is not in. */
export const dueReasons = ['dds', 'duty_watch', 'event'] as const

export const musterPeople = ['member', 'visitor', 'attendee', 'unlisted'] as const

export const isAccounted = (state: MusterState): boolean => state !== 'missing'

export interface MusterSettings {
  /** Printed as soon as the list is frozen, where there is a printer. */
  readonly printAtStart: boolean
  readonly copies: number
  /** Printed again every so many minutes while it is open; 0 = not. */
  readonly reprintMinutes: number
  /** Names still missing turn red after so many minutes. */
  readonly redAfterMinutes: number
  /** A drill is brought to mind when the last one is so many days ago; 0 = never. */
  readonly drillReminderDays: number
  /** Null = the PC’s own choice. */
  readonly printer: string | null
}

export const defaultMusterSettings: MusterSettings = { printAtStart: true, copies: 2, reprintMinutes: 5, redAfterMinutes: 10, drillReminderDays: 90, printer: null }
