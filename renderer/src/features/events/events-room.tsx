import { useEvents } from '../../stores/events.ts'
import { EventPage } from './event-page.tsx'
import { EventsHome } from './events-home.tsx'

/** Events of temporary access: all of them, or who takes part in one (screens.md 1.11; domain.md 4.9). */
export function EventsRoom() {
  const opened = useEvents((state) => state.opened)
  return opened === null ? <EventsHome /> : <EventPage key={opened} eventId={opened} />
}
