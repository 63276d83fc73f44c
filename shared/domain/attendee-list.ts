/** What a list of attendees tells of each (domain.md 4.9 Import). */
export const attendeeFields = ['name', 'rank', 'organization', 'role', 'accessStart', 'accessEnd'] as const
export type AttendeeField = (typeof attendeeFields)[number]

/** A file without these cannot be such a list. */
export const requiredAttendeeFields = ['name', 'organization', 'role'] as const satisfies readonly AttendeeField[]

/** What becomes of somebody whose name is on the list of the event already. */
export const duplicatePolicies = ['skip', 'update', 'add'] as const
export type DuplicatePolicy = (typeof duplicatePolicies)[number]

/** How many roles of its own an event may have. */
export const maxOwnRoles = 20
