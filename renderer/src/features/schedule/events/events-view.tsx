import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../../shared/domain/civil-date.ts'
import { eventCategories, eventStates, type EventCategory, type EventState } from '../../../../../shared/domain/unit-events.ts'
import { api } from '../../../api.ts'
import { useSchedule } from '../../../stores/schedule.ts'
import { useMay } from '../../../stores/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failed } from '../../../ui/failed.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { openEvent, useWords } from '../schedule-view.ts'
import { toneOfEvent, useEventWords, type EventRow } from './event-words.ts'

type When = 'coming' | 'past'
const most = 200

/** The unit's own events: what is coming, or what was; by kind, status and title. */
export function EventsView({ today }: { today: string }) {
  const { t } = useTranslation('schedule')
  const { statusWords } = useEventWords()
  const [when, setWhen] = useState<When>('coming')
  const [category, setCategory] = useState<EventCategory | ''>('')
  const [status, setStatus] = useState<EventState | ''>('')
  const [search, setSearch] = useState('')
  const changes = useSchedule((state) => state.changes)
  const mayPlan = useMay('command')
  const range = when === 'coming' ? { from: today } : { to: addDays(today, -1), descending: true }
  const input = { ...range, search, limit: most, ...(category !== '' && { categories: [category] }), ...(status !== '' && { statuses: [status] }) }
  const { value, problem, retry } = useFetched(() => api().calendar.events(input), JSON.stringify(input), [changes], search === '' ? 0 : 200)
  const isNarrowed = search !== '' || category !== '' || status !== ''
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
        <Segments label={t('event.when')} value={when} onChange={setWhen} options={[['coming', t('event.coming')], ['past', t('event.past')]]} />
        <Narrow label={t('event.category')} value={category} onChange={(next) => setCategory(eventCategories.find((one) => one === next) ?? '')} options={eventCategories.map((one) => [one, t(`event.categories.${one}`)])} />
        <Narrow label={t('event.statusLabel')} value={status} onChange={(next) => setStatus(eventStates.find((one) => one === next) ?? '')} options={eventStates.map((one) => [one, statusWords(one)])} />
        <span className="flex-1" />
        <label className="flex h-[34px] w-56 items-center gap-2 rounded-lg border border-line px-2.5 focus-within:border-out">
          <Search aria-hidden size={16} className="text-ink-muted" />
          <input
            type="search"
            aria-label={t('event.search')}
            placeholder={t('event.search')}
            maxLength={100}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-muted"
          />
        </label>
        {mayPlan ? (
          <Button variant="primary" onPress={() => openEvent('new')}>
            {t('event.plan')}
          </Button>
        ) : null}
      </div>
      {problem !== null ? (
        <Failed problem={problem} retry={retry} />
      ) : value === null ? (
        <p role="status" className="p-6 text-ink-muted">
          {t('loading')}
        </p>
      ) : value.events.length === 0 ? (
        <EmptyState title={t(isNarrowed ? 'event.noMatch' : when === 'coming' ? 'event.noneComing' : 'event.nonePast')} text={t(isNarrowed ? 'event.noMatchText' : 'event.noneText')} />
      ) : (
        <EventTable events={value.events} />
      )}
      {value !== null && value.total > value.events.length ? <p className="border-t border-line px-3 py-1.5 text-xs text-ink-muted">{t('event.cut', { shown: value.events.length, total: value.total })}</p> : null}
    </>
  )
}

function Narrow({ label, value, onChange, options }: { label: string; value: string; onChange: (value: string) => void; options: readonly (readonly [string, string])[] }) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} className={`h-[30px] max-w-44 rounded-lg border px-1.5 text-xs ${value === '' ? 'border-line bg-panel text-ink-muted' : 'border-out bg-out-soft font-semibold text-out'}`}>
      <option value="">{label}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}

function EventTable({ events }: { events: readonly EventRow[] }) {
  const { t } = useTranslation('schedule')
  const { statusWords } = useEventWords()
  const { civilDate, named } = useWords()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel">
          <tr className="label-caps h-8 border-b border-line text-left">
            {(['date', 'time', 'title', 'type', 'location', 'watch', 'staffing', 'status'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 font-semibold">
                {t(`event.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, title, type, eventDate, startTime, endTime, location, requiresDutyWatch, status, places, filled }) => (
            <tr key={id} className="h-[35px] border-b border-line hover:bg-chip">
              <td className="px-3 whitespace-nowrap">
                {civilDate(eventDate)} {eventDate.slice(0, 4)}
              </td>
              <td className="px-3 whitespace-nowrap text-ink-muted">{startTime === null ? '' : endTime === null ? startTime : `${startTime} – ${endTime}`}</td>
              <td className="px-1.5">
                <button type="button" onClick={() => openEvent(id)} className={`cursor-pointer rounded-md px-1.5 py-1 text-left font-semibold underline-offset-2 hover:underline ${status === 'cancelled' ? 'text-ink-muted line-through' : ''}`}>
                  {title}
                </button>
              </td>
              <td className="px-3 text-ink-muted">{type === null ? '' : named(type)}</td>
              <td className="px-3 text-ink-muted">{location ?? ''}</td>
              <td className="px-3">{requiresDutyWatch ? t('event.withWatch') : ''}</td>
              <td className={`px-3 ${filled < places ? 'text-attention' : 'text-ink-muted'}`}>{places === 0 ? '' : t('filled', { filled, seats: places })}</td>
              <td className="px-3">
                <Chip tone={toneOfEvent[status]}>{statusWords(status)}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
