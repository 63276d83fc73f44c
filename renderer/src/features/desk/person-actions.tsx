import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { useMay, useSession } from '../../stores/session.ts'
import { useStationName } from '../../stores/stations.ts'
import { openVisitorDialog } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTimes } from '../../ui/time.ts'
import { openDialog } from '../accounts/dialog-store.ts'
import { openNotes } from '../alerts/notes-store.ts'
import { useDutyDialog } from '../duty/dialog-store.ts'
import { openEventOf, signAttendeeOut } from '../events/acts.ts'
import { openPerson } from '../history/history-store.ts'
import { openManual } from '../history/manual-store.ts'
import { openProfile } from '../history/open-profile.ts'

interface Props {
  readonly personId: string
  readonly onClose: () => void
}

/** What can be done with one who is inside. */
export function PersonActions({ personId, onClose }: Props) {
  const { t } = useTranslation(['history', 'common', 'alerts', 'duty', 'events'])
  const { moment } = useTimes()
  const stationOf = useStationName()
  const person = usePresence((state) => state.snapshot?.people.find(({ id }) => id === personId))
  const locked = useSession((state) => state.state?.session?.locked ?? false)
  const may = useMay('quartermaster')
  const mayNote = useMay('quartermasterOrDds')
  const mayCover = useMay('adminOrDds')
  // Whoever has just left is not acted on any more.
  useEffect(() => {
    if (person === undefined) onClose()
  }, [person, onClose])
  if (person === undefined) return null
  const isMember = person.kind === 'member'
  const acts = [
    ['visitorOut', may && person.kind === 'visitor', t('actions.out'), () => openVisitorDialog({ kind: 'signOut', visitId: person.id })],
    ['attendeeOut', may && person.kind === 'attendee', t('actions.out'), () => void signAttendeeOut(person.id)],
    ['event', may && person.kind === 'attendee', t('events:act.openEvent'), () => void openEventOf(person.id)],
    ['out', may && isMember, t('actions.out'), () => openManual({ person, kind: 'out' })],
    ['away', may && isMember, t('actions.away'), () => openManual({ person, kind: 'away' })],
    ['movements', may && isMember, t('actions.movements'), () => openPerson(person)],
    ['profile', may && isMember, t('actions.profile'), () => openProfile(person.id)],
    ['notes', mayNote && isMember, t('alerts:notes.open'), () => openNotes(person)],
    ['cover', mayCover && isMember, t('duty:cover.give'), () => useDutyDialog.setState({ open: { kind: 'cover', person: person.id } })],
  ] as const
  const open = acts.filter(([, allowed]) => allowed)
  return (
    <Dialog title={t('actions.title', { name: person.displayName })} isOpen onClose={onClose} size="sm" footer={<Button onPress={onClose}>{t('common:close')}</Button>}>
      <p className="mb-3 text-ink-muted">{t('actions.since', { at: moment(person.since), station: stationOf(person.stationId, person.stationName) })}</p>
      <div className="grid gap-2">
        {open.length > 0 ? (
          open.map(([name, , words, act], index) => (
            <Button
              key={name}
              autoFocus={index === 0}
              className="w-full"
              onPress={() => {
                onClose()
                act()
              }}
            >
              {words}
            </Button>
          ))
        ) : (
          <Button variant="primary" onPress={() => openDialog(locked ? 'unlock' : 'signIn')}>
            {t('actions.signIn')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
