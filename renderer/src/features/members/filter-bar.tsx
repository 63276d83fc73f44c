import { useTranslation } from 'react-i18next'
import { useDefinitions } from '../../stores/definitions.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { isFiltered, noFilters, setFilters, useRollView, type RollFilters } from './roll-store.ts'

type Choice = readonly [value: string, words: string]

function Filter({ name, choices }: { name: keyof RollFilters; choices: readonly Choice[] }) {
  const { t } = useTranslation('members')
  const value = String(useRollView((state) => state.filters[name]))
  const label = t(`filter.${name as 'division'}`)
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => setFilters({ [name]: event.target.value })}
      className={`h-[30px] max-w-44 rounded-lg border px-1.5 ${value === '' || value === 'all' ? 'border-line bg-panel text-ink-muted' : 'border-out bg-out-soft font-semibold text-out'}`}
    >
      {name === 'scope' ? null : <option value="">{label}</option>}
      {choices.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </select>
  )
}

/** What the roll can be narrowed to; each choice that holds is marked, and one button ends them all. */
export function FilterBar() {
  const { t, i18n } = useTranslation('members')
  const filters = useRollView((state) => state.filters)
  const lists = useDefinitions((state) => state.definitions)
  const isAdmin = useMay('admin')
  if (lists === null) return null
  const named = ({ name, nameFr }: { name: string; nameFr: string | null }): string => (i18n.language === 'fr' ? (nameFr ?? name) : name)
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5 text-xs">
      <Filter name="division" choices={[...lists.divisions.map(({ code, name }) => [code, `${code} · ${name}`] as const), ['-', t('noDivision')]]} />
      <Filter name="rank" choices={lists.ranks.filter(({ isActive }) => isActive).toReversed().map(({ code, name }) => [code, `${code} · ${name}`])} />
      <Filter name="status" choices={lists.memberStatuses.filter(({ isHidden }) => isAdmin || !isHidden).map((row) => [row.code, named(row)])} />
      <Filter name="memberType" choices={lists.memberTypes.map((row) => [row.code, named(row)])} />
      <Filter name="qualification" choices={lists.qualificationTypes.map((row) => [row.code, named(row)])} />
      <Filter name="tag" choices={lists.tags.map((row) => [row.id, named(row)])} />
      <Filter name="contract" choices={(['active', 'expiring', 'expired'] as const).map((name) => [name, t(`contract.${name}`)])} />
      <Filter name="badge" choices={(['with', 'without'] as const).map((name) => [name, t(`badgeFilter.${name}`)])} />
      {isAdmin ? <Filter name="scope" choices={(['all', 'nominal_roll', 'civilian_manual'] as const).map((name) => [name, t(`scope.${name}`)])} /> : null}
      {isAdmin ? (
        <label className="flex cursor-pointer items-center gap-1.5">
          <input type="checkbox" checked={filters.includeHidden} onChange={(event) => setFilters({ includeHidden: event.target.checked })} />
          {t('filter.includeHidden')}
        </label>
      ) : null}
      {isFiltered(filters) ? (
        <Button size="sm" className="h-[27px] px-2" onPress={() => setFilters({ ...noFilters, search: filters.search })}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </div>
  )
}
