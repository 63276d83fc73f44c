import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeEventDialog, closeEventPage, useEvents, type AccessEvent, type EventStats } from '../../stores/events.ts'
import { sayDone } from '../../stores/undo.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CheckOutDialog, LendDialog } from './badge-dialogs.tsx'
import { CloseDialog, ClosedDialog } from './close-dialog.tsx'
import { EventForm } from './event-form.tsx'
import { focusIfLost } from './focus-if-lost.ts'
import { peopleTableId } from './people-table.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PersonForm } from './person-form.tsx'

/** The dialog that is asked for on the page of an event: each begins empty. */
export function EventDialogs({ event, stats }: { event: AccessEvent; stats: EventStats | null }) {
  const { t } = useTranslation('events')
  const dialog = useEvents((state) => state.dialog)
  // A dialog that another one led to gives the focus back to what is gone.
  useEffect(() => {
    if (dialog !== null) return
    const timer = setTimeout(() => focusIfLost(peopleTableId), 100)
    return () => clearTimeout(timer)
  }, [dialog])
  const organizations = (stats?.byOrganization ?? []).map(({ name }) => name)
  const removed = (): void => {
    sayDone(t('remove.done', { name: event.name }))
    closeEventPage()
  }
  switch (dialog?.kind) {
    case 'editEvent':
      return <EventForm event={event} />
    case 'closeEvent':
      return <CloseDialog event={event} stats={stats} />
    case 'closed':
      return <ClosedDialog outcome={dialog.outcome} />
    case 'removeEvent':
      return (
        <ConfirmDialog
          title={t('remove.title', { name: event.name })}
          text={event.counts.attendees === 0 ? t('remove.textNone') : t('remove.text', { count: event.counts.attendees })}
          confirm={t('remove.confirm')}
          isGrave
          act={() => api().events.remove({ eventId: event.id })}
          onDone={removed}
          onClose={closeEventDialog}
        />
      )
    case 'addPerson':
      return <PersonForm event={event} attendee={null} organizations={organizations} />
    case 'editPerson':
      return <PersonForm event={event} attendee={dialog.attendee} organizations={organizations} />
    case 'person':
      return <PersonDialog event={event} attendeeId={dialog.attendeeId} />
    case 'lend':
      return <LendDialog attendee={dialog.attendee} />
    case 'checkOut':
      return <CheckOutDialog attendee={dialog.attendee} />
    case 'removePerson': {
      const name = attendeeName(dialog.attendee)
      return (
        <ConfirmDialog
          title={t('removePerson.title', { name })}
          text={t('removePerson.text')}
          confirm={t('removePerson.confirm')}
          isGrave
          act={() => api().events.removeAttendee({ attendeeId: dialog.attendee.id })}
          onDone={() => sayDone(t('done.removed', { name }))}
          onClose={closeEventDialog}
        />
      )
    }
    case 'newEvent':
    case undefined:
      return null
  }
}
