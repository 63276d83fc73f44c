import { useTranslation } from 'react-i18next'
import { useDefinitions } from '../../stores/definitions.ts'
import { useStationName, useStations } from '../../stores/stations.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { ChoicesField } from '../../ui/choices-field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { dayChoices, isFiltered, methods, noFilters, rangeOf, setFilters, useHistoryView, withDate, type Filters } from './history-store.ts'

type Choice = readonly [value: string, words: string]

const look = (isChosen: boolean): string => `h-[30px] rounded-lg border px-1.5 ${isChosen ? 'border-out bg-out-soft font-semibold text-out' : 'border-line bg-panel text-ink-muted'}`

function Filter({ name, choices }: { name: 'direction' | 'method' | 'station' | 'mark'; choices: readonly Choice[] }) {
  const { t } = useTranslation('history')
  const value = useHistoryView((state) => state.filters[name])
  const label = t(`filter.${name === 'mark' ? 'marks' : name}`)
  return (
    <select aria-label={label} value={value} onChange={(event) => setFilters({ [name]: event.target.value } as Partial<Filters>)} className={`max-w-32 ${look(value !== '')}`}>
      <option value="">{label}</option>
      {choices.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Dates({ today }: { today: string }) {
  const { t } = useTranslation('history')
  const filters = useHistoryView((state) => state.filters)
  const range = rangeOf(filters, today)
  return (
    <>
      <Segments label={t('quick.label')} value={filters.days} onChange={(days) => setFilters({ days })} options={dayChoices.map((days) => [days, t(`quick.${days}`)] as const)} />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex items-center gap-1 text-ink-muted">
          {t(`filter.${end}`)}
          <input type="date" max={today} value={range[end] ?? ''} onChange={(event) => setFilters(withDate(filters, end, event.target.value, today))} className={look(filters.days === 'dates' && range[end] !== null)} />
        </label>
      ))}
    </>
  )
}

/** What the history can be narrowed to; each choice that holds is marked, and one button ends them all. */
export function FilterBar() {
  const { t } = useTranslation(['history', 'common'])
  const filters = useHistoryView((state) => state.filters)
  const lists = useDefinitions((state) => state.definitions)
  const today = useSystem((state) => state.status?.operationalDate)
  const stations = useStations((state) => state.stations) ?? []
  const stationOf = useStationName()
  if (lists === null || today === undefined) return null
  const { from, to } = rangeOf(filters, today)
  const divisions = [...lists.divisions.map(({ code, name }) => [code, `${code} · ${name}`] as const), ['-', t('noDivision')] as const]
  const codes = filters.divisions.map((code) => (code === '-' ? t('noDivision') : code)).join(', ')
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5 text-xs">
      <Dates today={today} />
      <ChoicesField label={t('filter.divisions')} face={codes === '' ? t('filter.divisions') : t('divisionsChosen', { codes })} chosen={filters.divisions} onChange={(chosen) => setFilters({ divisions: chosen })} options={divisions} />
      <Filter name="direction" choices={(['in', 'out'] as const).map((direction) => [direction, t(`common:direction.${direction}`)])} />
      <Filter name="method" choices={methods.map((method) => [method, t(`method.${method}`)])} />
      <Filter name="station" choices={stations.map(({ id, name, isActive }) => [id, isActive ? stationOf(id, name) : t('closedDoor', { name: stationOf(id, name) })])} />
      <Filter name="mark" choices={(['flagged', 'corrected'] as const).map((mark) => [mark, t(`mark.${mark}`)])} />
      {filters.person === null ? null : (
        <Button size="sm" className="h-[27px] px-2" onPress={() => setFilters({ person: null })}>
          {t('only', { name: filters.person.displayName })} <span aria-hidden>✕</span>
          <span className="sr-only">, {t('everyone')}</span>
        </Button>
      )}
      {isFiltered(filters) ? (
        <Button size="sm" className="h-[27px] px-2" onPress={() => setFilters({ ...noFilters, search: filters.search })}>
          {t('clearFilters')}
        </Button>
      ) : null}
      {from !== null && to !== null && from > to ? (
        <span role="alert" className="text-refused">
          {t('range')}
        </span>
      ) : null}
    </div>
  )
}
