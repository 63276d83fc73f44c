import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenEvent } from '../../../../shared/domain/access-events.ts'
import { api } from '../../api.ts'
import { openEventDialog, openEventPage, useEvents, type AccessEvent } from '../../stores/events.ts'
import { usePresence } from '../../stores/presence.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { focusIfLost } from './focus-if-lost.ts'
import { EventState } from './state-mark.tsx'
import { useEventWords } from './words.ts'

const tableId = 'event-list'

/** Events that are on first, then drafts, then those that are over. */
export function EventList() {
  const { t } = useTranslation('events')
  const changes = useEvents((state) => state.changes)
  // A member who takes part comes and goes without an event's leave.
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const isAdmin = useMay('admin')
  const fetched = useFetched(() => api().events.list({}), '', [changes, revision])
  return (
    <Loaded fetched={fetched}>
      {({ events }) =>
        events.length === 0 ? (
          <EmptyState title={t('list.empty')} text={isAdmin ? t('list.emptyText') : `${t('list.emptyText')} ${t('list.emptyAsk')}`} action={isAdmin ? <Button onPress={() => openEventDialog({ kind: 'newEvent' })}>{t('new.open')}</Button> : undefined} />
        ) : (
          <EventTable events={events} />
        )
      }
    </Loaded>
  )
}

function EventTable({ events }: { events: readonly AccessEvent[] }) {
  const { t } = useTranslation('events')
  const { days } = useEventWords()
  const picked = useEvents((state) => state.picked)
  useEffect(() => focusIfLost(tableId), [])
  const quiet = ({ status }: AccessEvent): string => (isOpenEvent(status) ? '' : 'text-ink-muted')
  return (
    <>
      <VirtualTable
        id={tableId}
        label={t('title')}
        rows={events}
        rowKey={({ id }) => id}
        pick={{ key: picked, onPick: (key) => useEvents.setState({ picked: String(key) }), onOpen: ({ id }) => openEventPage(id) }}
        columns={[
          { key: 'state', title: t('column.state'), width: '110px', renderCell: ({ status }) => <EventState state={status} /> },
          { key: 'event', title: t('column.event'), width: 'minmax(200px, 1fr)', renderCell: (event) => <b className={`font-semibold ${quiet(event)}`}>{event.name}</b> },
          { key: 'code', title: t('column.code'), width: '150px', renderCell: ({ code }) => <span className="text-ink-muted">{code}</span> },
          { key: 'dates', title: t('column.dates'), width: '200px', renderCell: (event) => <span className={quiet(event)}>{days(event.startDate, event.endDate)}</span> },
          { key: 'people', title: t('column.people'), width: '70px', renderCell: ({ counts }) => counts.attendees },
          { key: 'inside', title: t('column.inside'), width: '70px', renderCell: ({ counts }) => <span className={counts.inside > 0 ? 'font-semibold text-in' : 'text-ink-muted'}>{counts.inside}</span> },
          { key: 'badges', title: t('column.badges'), width: '120px', renderCell: ({ status, counts: { badgesOut } }) => <span className={badgesOut === 0 ? 'text-ink-muted' : isOpenEvent(status) ? '' : 'font-semibold text-attention'}>{badgesOut}</span> },
        ]}
      />
      <p className="border-t border-line px-3 py-1.5 text-xs text-ink-muted">{t('list.keys')}</p>
    </>
  )
}
