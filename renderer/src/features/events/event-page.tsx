import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { closeEventPage, eventPages, useEvents, type AccessEvent, type EventStats } from '../../stores/events.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { EventDialogs } from './event-dialogs.tsx'
import { EventHead } from './event-head.tsx'
import { PeopleSection } from './people-section.tsx'
import { StatsSection } from './stats-section.tsx'
import { useEventChanges } from './use-people.ts'

/** One event: how it stands, who takes part, who of them is here, and how it was attended (domain.md 4.9, the monitor view). */
export function EventPage({ eventId }: { eventId: string }) {
  const { t } = useTranslation('events')
  const changes = useEventChanges()
  const fetched = useFetched(() => api().events.get({ eventId }), eventId, changes)
  const { value: stats } = useFetched(() => api().events.stats({ eventId }), eventId, changes)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What a dialog or a field makes of it comes first.
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null) closeEventPage()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <section aria-labelledby="events-title" className="panel h-full">
      {fetched.value === null ? (
        <div className="flex items-center gap-3 border-b border-line px-3 py-2">
          <Button onPress={closeEventPage}>{t('back')}</Button>
          <h1 id="events-title" className="text-[15px] font-semibold">
            {t('title')}
          </h1>
        </div>
      ) : null}
      <Loaded fetched={fetched}>{(event) => <Page event={event} stats={stats} />}</Loaded>
    </section>
  )
}

function Page({ event, stats }: { event: AccessEvent; stats: EventStats | null }) {
  const { t } = useTranslation('events')
  const page = useEvents((state) => state.page)
  return (
    <>
      <EventHead event={event} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-3 py-2">
        <Segments label={t('pages')} value={page} onChange={(next) => useEvents.setState({ page: next })} options={eventPages.map((name) => [name, t(`page.${name}`)] as const)} />
        <Counts event={event} stats={stats} />
      </div>
      {page === 'people' ? <PeopleSection event={event} stats={stats} /> : <StatsSection stats={stats} />}
      <EventDialogs event={event} stats={stats} />
    </>
  )
}

/** To be read from a step away: how many, who is still to come, who is in, which badges are out. */
function Counts({ event: { status, counts }, stats }: { event: AccessEvent; stats: EventStats | null }) {
  const { t } = useTranslation('events')
  const isOver = status === 'completed' || status === 'cancelled'
  const shown = [
    ['people', counts.attendees, ''],
    ['came', stats?.came, ''],
    ['inside', counts.inside, counts.inside > 0 ? 'text-in' : ''],
    ['badges', counts.badgesOut, isOver && counts.badgesOut > 0 ? 'text-attention' : ''],
  ] as const
  return (
    <dl aria-label={t('counts')} className="flex flex-wrap items-center gap-x-5 gap-y-1">
      {shown.map(([name, count, tone]) => (
        <div key={name} className="flex items-baseline gap-1.5">
          <dt className="text-ink-muted">{t(`count.${name}`)}</dt>
          <dd className={`text-[17px] font-semibold ${tone}`}>{count ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
