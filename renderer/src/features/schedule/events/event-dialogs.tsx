import { useState } from 'react'
import { openEvent, useView } from '../schedule-view.ts'
import { EventDialog } from './event-dialog.tsx'
import { EventForm } from './event-form.tsx'
import type { UnitEvent } from './event-words.ts'

/** The event that is looked at, planned or changed, whichever part of the room it was opened from. */
export function EventDialogs({ today }: { today: string }) {
  const { eventId, date, view } = useView()
  const [editing, setEditing] = useState<UnitEvent | null>(null)
  const close = (): void => {
    setEditing(null)
    openEvent(null)
  }
  if (eventId === null) return null
  if (eventId === 'new') return <EventForm event={null} date={view === 'events' && date !== null && date >= today ? date : today} onSaved={openEvent} onClose={close} />
  if (editing !== null) return <EventForm event={editing} date={editing.eventDate} onSaved={() => setEditing(null)} onClose={() => setEditing(null)} />
  return <EventDialog key={eventId} eventId={eventId} onEdit={setEditing} onClose={close} />
}
