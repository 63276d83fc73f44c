/** What the events' room shows, kept while a person looks into another room; `changes` counts what the core said. */
import { create } from 'zustand'
import type { AttendeeState } from '../../../shared/domain/access-events.ts'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { events } from '../../../shared/contract/events.ts'
import { useRoom } from './room.ts'
import { leave } from './unsaved.ts'

export type AccessEvent = OutputOf<typeof events.get>
export type Attendee = OutputOf<typeof events.attendee>['attendee']
export type EventStats = OutputOf<typeof events.stats>

export const eventSections = ['events', 'badges'] as const
export type EventSection = (typeof eventSections)[number]
export const eventPages = ['people', 'stats'] as const
export type EventPage = (typeof eventPages)[number]

export interface PeopleFilters {
  readonly search: string
  /** Empty = all. */
  readonly status: AttendeeState | ''
  readonly role: string
  readonly organization: string
  readonly insideOnly: boolean
}
export const noFilters: PeopleFilters = { search: '', status: '', role: '', organization: '', insideOnly: false }

/** What is open over the room. */
export type EventDialog =
  | { readonly kind: 'newEvent' | 'editEvent' | 'closeEvent' | 'removeEvent' | 'addPerson' }
  | { readonly kind: 'closed'; readonly outcome: OutputOf<typeof events.close> }
  | { readonly kind: 'person'; readonly attendeeId: string }
  | { readonly kind: 'editPerson' | 'lend' | 'checkOut' | 'removePerson'; readonly attendee: Attendee }

interface EventsView {
  readonly changes: number
  readonly section: EventSection
  /** The event whose page is open; null = the list of all. */
  readonly opened: string | null
  /** Where the arrows stand in the list of all. */
  readonly picked: string | null
  readonly page: EventPage
  /** A list of attendees is being imported in the place of the page. */
  readonly isImporting: boolean
  /** Of the event that was opened last, which has them still when it is opened again. */
  readonly filters: PeopleFilters
  readonly filtersOf: string | null
  /** Where the arrows stand among its people. */
  readonly person: string | null
  readonly dialog: EventDialog | null
}
export const useEvents = create<EventsView>(() => ({ changes: 0, section: 'events', opened: null, picked: null, page: 'people', isImporting: false, filters: noFilters, filtersOf: null, person: null, dialog: null }))

export const eventsChanged = (): void => useEvents.setState(({ changes }) => ({ changes: changes + 1 }))
export const openEventDialog = (dialog: EventDialog): void => useEvents.setState({ dialog })
export const closeEventDialog = (): void => useEvents.setState({ dialog: null })
export const setPeopleFilters = (change: Partial<PeopleFilters>): void => useEvents.setState(({ filters }) => ({ filters: { ...filters, ...change } }))
/** The search has its own field and its own way to be emptied. */
export const isNarrowed = ({ search: _search, ...rest }: PeopleFilters): boolean => JSON.stringify(rest) !== JSON.stringify({ ...noFilters, search: undefined })

/** The page of one event; what another one's list was narrowed to is forgotten. */
export const openEventPage = (eventId: string): void =>
  useEvents.setState(({ filtersOf }) => ({ section: 'events', opened: eventId, picked: eventId, filtersOf: eventId, ...(filtersOf !== eventId && { page: 'people', filters: noFilters, person: null }) }))
export const closeEventPage = (): void => useEvents.setState({ opened: null, isImporting: false })
export const beginImport = (): void => useEvents.setState({ isImporting: true })
export const endImport = (): void => useEvents.setState({ isImporting: false })

/** From anywhere to the page of one event. */
export const showEvent = (eventId: string): void =>
  leave(() => {
    useRoom.setState({ room: 'events' })
    openEventPage(eventId)
  })
