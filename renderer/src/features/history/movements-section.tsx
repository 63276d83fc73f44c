import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMay } from '../../stores/session.ts'
import { useSystem } from '../../stores/system.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TableSkeleton } from '../members/member-table.tsx'
import { ExportButtons } from '../reports/export-buttons.tsx'
import { FilterBar } from './filter-bar.tsx'
import { isFiltered, noFilters, setFilters, toInput, useHistoryView } from './history-store.ts'
import { MovementPanel } from './movement-panel.tsx'
import { MovementTable, movementTableId } from './movement-table.tsx'
import { useHistory, type HistoryList } from './use-history.ts'

const backToList = (): void => document.getElementById(movementTableId)?.focus()
const closePanel = (): void => {
  useHistoryView.setState({ opened: null })
  backToList()
}

/** Every movement, narrowed as asked, and one of them with all that happened to it. */
export function MovementsSection() {
  const opened = useHistoryView((state) => state.opened)
  const list = useHistory()
  return (
    <div className="flex h-full min-h-0 flex-col">
      <SearchBar list={list} />
      <FilterBar />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <List list={list} />
        </div>
        {opened === null ? null : (
          <MovementPanel
            key={opened}
            movementId={opened}
            onClose={closePanel}
            onChanged={(id) => {
              useHistoryView.setState({ opened: id })
              list.reload()
            }}
          />
        )}
      </div>
    </div>
  )
}

function SearchBar({ list }: { list: HistoryList }) {
  const { t } = useTranslation('history')
  const filters = useHistoryView((state) => state.filters)
  const today = useSystem((state) => state.status?.operationalDate)
  const mayExport = useMay('command')
  return (
    <div className="flex items-center gap-3 border-b border-line px-3 py-2">
      <SearchField label={t('search')} hint={t('searchHint')} value={filters.search} onChange={(search) => setFilters({ search })} onLeave={backToList} />
      <span role="status" className="text-ink-muted">
        {list.items === null ? '' : list.hasMore ? t('shownMore', { count: list.items.length }) : t('shown', { count: list.items.length })}
      </span>
      <label className="flex cursor-pointer items-center gap-1.5">
        <input type="checkbox" checked={filters.includeVoided} onChange={(event) => setFilters({ includeVoided: event.target.checked })} />
        {t('filter.includeVoided')}
      </label>
      <span className="flex-1" />
      <span role="status" className="flex items-center gap-2">
        {list.changed ? (
          <>
            <span className="text-attention">{t('changed')}</span>
            <Button size="sm" onPress={list.reload}>
              {t('reload')}
            </Button>
          </>
        ) : null}
      </span>
      {mayExport && today !== undefined ? (
        <ExportButtons
          label={(format) => t('exportAs', { format })}
          run={(format, language) => api().history.export({ filters: toInput(filters, today), format, language })}
          done={({ rows, isCut }) => (isCut ? t('exportedCut', { count: rows }) : t('exported', { count: rows }))}
        />
      ) : null}
    </div>
  )
}

function List({ list }: { list: HistoryList }) {
  const { t } = useTranslation(['history', 'common'])
  const filters = useHistoryView((state) => state.filters)
  const { items, problem } = list
  if (problem !== null) return <Failed problem={problem} retry={list.reload} />
  if (items === null) return <TableSkeleton />
  if (items.length === 0) {
    return filters.search === '' && !isFiltered(filters) ? (
      <EmptyState title={t('empty.title')} text={t('empty.text')} />
    ) : (
      <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} action={<Button onPress={() => useHistoryView.setState({ filters: noFilters })}>{t('noMatch.action')}</Button>} />
    )
  }
  return (
    <>
      <MovementTable movements={items} onEnd={list.loadMore} />
      <p className="border-t border-line px-3 py-1.5 text-right text-xs text-ink-muted">{t('keys')}</p>
    </>
  )
}
