import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenEvent } from '../../../../shared/domain/access-events.ts'
import { isNarrowed, noFilters, openEventDialog, setPeopleFilters, useEvents, type AccessEvent, type EventStats } from '../../stores/events.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { FilterBar } from './filter-bar.tsx'
import { PeopleTable } from './people-table.tsx'
import { usePeople } from './use-people.ts'

/** Who takes part, narrowed as asked, kept true while people come and go. */
export function PeopleSection({ event, stats }: { event: AccessEvent; stats: EventStats | null }) {
  const { t } = useTranslation('events')
  const { filters } = useEvents()
  const fetched = usePeople(event.id)
  const mayAdd = useMay('admin') && isOpenEvent(event.status)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.key.toLowerCase() !== 'f' || !(pressed.ctrlKey || pressed.metaKey) || pressed.altKey || pressed.shiftKey || document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      pressed.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const isWhole = filters.search === '' && !isNarrowed(filters)
  return (
    <>
      {event.counts.attendees === 0 ? null : <FilterBar stats={stats} field={field} />}
      <Loaded fetched={fetched}>
        {({ attendees }) =>
          attendees.length > 0 ? (
            <PeopleTable event={event} people={attendees} />
          ) : isWhole ? (
            <EmptyState title={t('people.empty')} text={t('people.emptyText')} action={mayAdd ? <Button onPress={() => openEventDialog({ kind: 'addPerson' })}>{t('add.open')}</Button> : undefined} />
          ) : (
            <EmptyState title={t('people.noMatch')} text={t('people.noMatchText')} action={<Button onPress={() => setPeopleFilters(noFilters)}>{t('people.showAll')}</Button>} />
          )
        }
      </Loaded>
      <p className="flex gap-3 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
        <span className="flex-1">{t('people.keys')}</span>
        <span role="status">{isWhole || fetched.value === null ? '' : t('people.shown', { shown: fetched.value.total, total: event.counts.attendees })}</span>
      </p>
    </>
  )
}
