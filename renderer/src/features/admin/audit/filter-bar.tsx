import { useTranslation } from 'react-i18next'
import { actionsOf, auditActions, auditAreaNames, auditAreas, type AuditAction, type AuditArea } from '../../../../../shared/domain/audit-actions.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { isFiltered, noFilters, setFilters, useAuditView } from './audit-store.ts'
import { useAuditLanguage } from './use-saying.ts'

const look = (isChosen: boolean): string => `h-[30px] rounded-lg border px-1.5 ${isChosen ? 'border-out bg-out-soft font-semibold text-out' : 'border-line bg-panel text-ink-muted'}`

/** Acts under their areas; of a chosen area its own alone. */
function ActionFilter() {
  const { t } = useTranslation('audit')
  const language = useAuditLanguage()
  const { area, action } = useAuditView((state) => state.filters)
  const optionsOf = (of: AuditArea) =>
    actionsOf(of)
      .toSorted((a, b) => auditActions[a][language].localeCompare(auditActions[b][language], language))
      .map((code) => (
        <option key={code} value={code}>
          {auditActions[code][language]}
        </option>
      ))
  return (
    <select aria-label={t('filter.action')} value={action} onChange={(event) => setFilters({ action: event.target.value as AuditAction | '' })} className={`max-w-44 ${look(action !== '')}`}>
      <option value="">{t('filter.action')}</option>
      {area === ''
        ? auditAreaNames.map((of) => (
            <optgroup key={of} label={auditAreas[of][language]}>
              {optionsOf(of)}
            </optgroup>
          ))
        : optionsOf(area)}
    </select>
  )
}

/** What the log can be narrowed to; each choice that holds is marked, and one button ends them all. */
export function FilterBar() {
  const { t } = useTranslation('audit')
  const language = useAuditLanguage()
  const filters = useAuditView((state) => state.filters)
  const today = useSystem((state) => state.status?.operationalDate)
  const { area, actor, from, to, about, by } = filters
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-1.5 text-xs">
      <select aria-label={t('filter.area')} value={area} onChange={(event) => setFilters({ area: event.target.value as AuditArea | '' })} className={look(area !== '')}>
        <option value="">{t('filter.area')}</option>
        {auditAreaNames.map((name) => (
          <option key={name} value={name}>
            {auditAreas[name][language]}
          </option>
        ))}
      </select>
      <ActionFilter />
      <input aria-label={t('filter.actor')} placeholder={t('filter.actor')} maxLength={100} value={actor} onChange={(event) => setFilters({ actor: event.target.value })} className={`w-36 px-2! placeholder:text-ink-muted ${look(actor !== '')}`} />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex items-center gap-1 text-ink-muted">
          {t(`filter.${end}`)}
          <input type="date" max={today} value={filters[end]} onChange={(event) => setFilters({ [end]: event.target.value })} className={look(filters[end] !== '')} />
        </label>
      ))}
      {about === null ? null : <Only words={t('onlyAbout', { name: about.name })} onEnd={() => setFilters({ about: null })} />}
      {by === null ? null : <Only words={t('onlyBy', { name: by.name })} onEnd={() => setFilters({ by: null })} />}
      {isFiltered(filters) ? (
        <Button size="sm" className="h-[27px] px-2" onPress={() => setFilters({ ...noFilters, search: filters.search })}>
          {t('clearFilters')}
        </Button>
      ) : null}
      {from !== '' && to !== '' && from > to ? (
        <span role="alert" className="text-refused">
          {t('range')}
        </span>
      ) : null}
    </div>
  )
}

function Only({ words, onEnd }: { words: string; onEnd: () => void }) {
  const { t } = useTranslation('audit')
  return (
    <Button size="sm" className="h-[27px] max-w-60 border-out bg-out-soft px-2 text-out" onPress={onEnd}>
      <span className="truncate">{words}</span> <span aria-hidden>✕</span>
      <span className="sr-only">, {t('showOthers')}</span>
    </Button>
  )
}
