import { useTranslation } from 'react-i18next'
import { eventSections, openEventDialog, useEvents } from '../../stores/events.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { BadgesSection } from './badges-section.tsx'
import { EventForm } from './event-form.tsx'
import { EventList } from './event-list.tsx'

/** Every event, and the badges that all of them share. */
export function EventsHome() {
  const { t } = useTranslation('events')
  const { section, dialog } = useEvents()
  const isAdmin = useMay('admin')
  return (
    <section aria-labelledby="events-title" className="panel h-full">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="events-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <Segments label={t('sections')} value={section} onChange={(next) => useEvents.setState({ section: next })} options={eventSections.map((name) => [name, t(`section.${name}`)] as const)} />
        <span className="flex-1" />
        {isAdmin ? (
          <Button variant="primary" onPress={() => openEventDialog({ kind: 'newEvent' })}>
            {t('new.open')}
          </Button>
        ) : null}
      </div>
      {section === 'events' ? <EventList /> : <BadgesSection />}
      {dialog?.kind === 'newEvent' ? <EventForm event={null} /> : null}
    </section>
  )
}
