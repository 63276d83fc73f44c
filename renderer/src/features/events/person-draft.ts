/** What is being filled in about somebody who takes part in an event. Pure. */
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { windowOf } from '../../../../shared/domain/access-events.ts'
import { isCivilDate } from '../../../../shared/domain/civil-date.ts'
import type { AccessEvent, Attendee } from '../../stores/events.ts'
import type { Person } from '../accounts/person-field.tsx'

export interface PersonDraft {
  readonly isMember: boolean
  readonly member: Person | null
  readonly name: string
  readonly rank: string
  readonly organization: string
  readonly role: string
  /** Empty = as the event. */
  readonly accessStart: string
  readonly accessEnd: string
}

/** @param role what a new one has to begin with */
export const draftOf = (attendee: Attendee | null, role: string): PersonDraft => ({
  isMember: attendee?.member != null,
  member: attendee?.member ?? null,
  name: attendee?.name ?? '',
  rank: attendee?.rank ?? '',
  organization: attendee?.organization ?? '',
  role: attendee?.role ?? role,
  accessStart: attendee?.accessStart ?? '',
  accessEnd: attendee?.accessEnd ?? '',
})

/** The next one: of the same organization, with the same role. */
export const nextAfter = ({ organization, role }: PersonDraft): PersonDraft => ({ ...draftOf(null, role), organization })

export const personFields = ['name', 'member', 'organization', 'role', 'accessStart', 'accessEnd'] as const
export type PersonFault = 'name' | 'member' | 'organization' | 'role' | 'date' | 'endFirst'

/** What is wrong with a field, as the core would refuse it. */
export function faultOf(draft: PersonDraft, field: (typeof personFields)[number], event: Pick<AccessEvent, 'startDate' | 'endDate'>): PersonFault | undefined {
  switch (field) {
    case 'name':
      return !draft.isMember && draft.name.trim() === '' ? 'name' : undefined
    case 'member':
      return draft.isMember && draft.member === null ? 'member' : undefined
    case 'organization':
    case 'role':
      return draft[field].trim() === '' ? field : undefined
    case 'accessStart':
    case 'accessEnd': {
      if (draft[field] !== '' && !isCivilDate(draft[field])) return 'date'
      const { from, to } = windowOf({ accessStart: draft.accessStart || null, accessEnd: draft.accessEnd || null }, event)
      return field === 'accessEnd' && from > to ? 'endFirst' : undefined
    }
  }
}

export const isGood = (draft: PersonDraft, event: Pick<AccessEvent, 'startDate' | 'endDate'>): boolean => personFields.every((field) => faultOf(draft, field, event) === undefined)

/** As the core takes it; a member is called as the roll calls them. */
export const toFields = ({ isMember, member, name, rank, organization, role, accessStart, accessEnd }: PersonDraft): Omit<InputOf<typeof events.addAttendee>, 'eventId'> => ({
  ...(isMember && member !== null ? { name: member.displayName, rank: null, memberId: member.id } : { name: name.trim(), rank: orNull(rank), memberId: null }),
  organization: organization.trim(),
  role,
  accessStart: orNull(accessStart),
  accessEnd: orNull(accessEnd),
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
