import { api } from '../../api.ts'
import { endImport, useEvents } from '../../stores/events.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { EventPage } from './event-page.tsx'
import { EventsHome } from './events-home.tsx'
import { AttendeeImport } from './import/attendee-import.tsx'
import { useRoles } from './words.ts'

/** Events of temporary access: all of them, who takes part in one, or its list as it is imported (screens.md 1.11; domain.md 4.9). */
export function EventsRoom() {
  const { opened, isImporting } = useEvents()
  if (opened === null) return <EventsHome />
  return isImporting ? <ImportPage key={opened} eventId={opened} /> : <EventPage key={opened} eventId={opened} />
}

function ImportPage({ eventId }: { eventId: string }) {
  const fetched = useFetched(() => api().events.get({ eventId }), eventId)
  const roles = useRoles(fetched.value)
  return <Loaded fetched={fetched}>{({ name }) => <AttendeeImport eventId={eventId} eventName={name} roles={roles} onClose={endImport} />}</Loaded>
}
