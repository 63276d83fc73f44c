import { useTranslation } from 'react-i18next'
import { attendeeStates } from '../../../../shared/domain/access-events.ts'
import { isNarrowed, noFilters, setPeopleFilters, useEvents, type EventStats } from '../../stores/events.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { peopleTableId } from './people-table.tsx'
import { useEventWords } from './words.ts'

interface Props {
  /** Null while they are on their way. */
  readonly stats: EventStats | null
  readonly field: React.RefObject<HTMLInputElement | null>
}

/** What the list of people is narrowed to; each choice that holds is marked, and one button ends them all. */
export function FilterBar({ stats, field }: Props) {
  const { t } = useTranslation('events')
  const { role } = useEventWords()
  const { filters } = useEvents()
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5 text-xs">
      <SearchField field={field} label={t('find')} hint={t('findHint')} value={filters.search} onChange={(search) => setPeopleFilters({ search })} onLeave={() => document.getElementById(peopleTableId)?.focus()} />
      <Narrow label={t('filter.status')} value={filters.status} onChange={(status) => setPeopleFilters({ status })} options={attendeeStates.map((state) => [state, t(`person.${state}`)] as const)} />
      <Narrow label={t('filter.role')} value={filters.role} onChange={(next) => setPeopleFilters({ role: next })} options={(stats?.byRole ?? []).map(({ name }) => [name, role(name)] as const)} />
      <Narrow label={t('filter.organization')} value={filters.organization} onChange={(organization) => setPeopleFilters({ organization })} options={(stats?.byOrganization ?? []).map(({ name }) => [name, name] as const)} />
      <label className="flex h-[30px] cursor-pointer items-center gap-1.5 px-1">
        <input type="checkbox" className="size-4 accent-(--out)" checked={filters.insideOnly} onChange={(event) => setPeopleFilters({ insideOnly: event.target.checked })} />
        {t('filter.insideOnly')}
      </label>
      {isNarrowed(filters) ? (
        <Button size="sm" className="h-[27px] px-2" onPress={() => setPeopleFilters({ ...noFilters, search: filters.search })}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  )
}

interface NarrowProps<T extends string> {
  readonly label: string
  readonly value: T | ''
  readonly onChange: (value: T | '') => void
  readonly options: readonly (readonly [value: T, words: string])[]
}

function Narrow<T extends string>({ label, value, onChange, options }: NarrowProps<T>) {
  // What holds stays to be seen and ended, also when nobody is of it any more.
  const shown = value === '' || options.some(([option]) => option === value) ? options : [...options, [value, value] as const]
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(shown.find(([option]) => option === event.target.value)?.[0] ?? '')} className={`h-[30px] max-w-44 rounded-lg border px-1.5 ${value === '' ? 'border-line bg-panel text-ink-muted' : 'border-out bg-out-soft font-semibold text-out'}`}>
      <option value="">{label}</option>
      {shown.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}
