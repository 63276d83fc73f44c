import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Failed } from '../../../ui/failed.tsx'
import { TableSkeleton } from '../../members/member-table.tsx'
import { ExportButtons } from '../../reports/export-buttons.tsx'
import { isFiltered, noFilters, setFilters, toInput, useAuditView } from './audit-store.ts'
import { AuditTable, auditTableId } from './audit-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LinePanel } from './line-panel.tsx'
import { useAudit, type AuditList } from './use-audit.ts'

const backToList = (): void => document.getElementById(auditTableId)?.focus()
const closePanel = (): void => {
  useAuditView.setState({ opened: null })
  backToList()
}

/** Who did what, when and where: narrowed as asked, and one line with everything it tells (domain.md 4.23). */
export function AuditSection() {
  const opened = useAuditView((state) => state.opened)
  const list = useAudit()
  return (
    <section aria-labelledby="audit-title" className="flex h-full min-h-0 flex-col">
      <HeadBar list={list} />
      <FilterBar />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <List list={list} />
        </div>
        {opened === null ? null : <LinePanel line={opened} onClose={closePanel} />}
      </div>
    </section>
  )
}

function HeadBar({ list }: { list: AuditList }) {
  const { t } = useTranslation('audit')
  const filters = useAuditView((state) => state.filters)
  const { lines, hasMore, news } = list
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
      <h2 id="audit-title" className="text-[15px] font-semibold">
        {t('title')}
      </h2>
      <label className="flex h-[34px] w-72 items-center gap-2 rounded-lg border border-line px-2.5 focus-within:border-out">
        <Search aria-hidden size={16} className="text-ink-muted" />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          maxLength={100}
          value={filters.search}
          onChange={(event) => setFilters({ search: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filters.search !== '') {
              event.preventDefault()
              setFilters({ search: '' })
            }
            if (event.key === 'Enter' || event.key === 'ArrowDown') backToList()
          }}
          className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-muted"
        />
      </label>
      <span role="status" className="text-ink-muted">
        {lines === null ? '' : t(hasMore ? 'shownMore' : 'shown', { count: lines.length })}
      </span>
      <span className="flex-1" />
      <span role="status">
        {news.count === 0 ? null : (
          <Button size="sm" className="h-[30px] border-out text-out" onPress={list.reload}>
            {t(news.more ? 'newsMore' : 'news', { count: news.count })}
          </Button>
        )}
      </span>
      <ExportButtons label={(format) => t('exportAs', { format })} run={(format, language) => api().audit.export({ filters: toInput(filters), format, language })} done={({ rows, isCut }) => t(isCut ? 'exportedCut' : 'exported', { count: rows })} />
    </div>
  )
}

function List({ list }: { list: AuditList }) {
  const { t } = useTranslation(['audit', 'common'])
  const filters = useAuditView((state) => state.filters)
  const { lines, problem } = list
  if (problem !== null) return <Failed problem={problem} retry={list.reload} />
  if (lines === null) return <TableSkeleton />
  if (lines.length === 0) {
    return filters.search === '' && !isFiltered(filters) ? (
      <EmptyState title={t('empty.title')} text={t('empty.text')} />
    ) : (
      <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} action={<Button onPress={() => useAuditView.setState({ filters: noFilters })}>{t('noMatch.action')}</Button>} />
    )
  }
  return (
    <>
      <AuditTable lines={lines} onEnd={list.loadMore} />
      <p className="border-t border-line px-3 py-1.5 text-right text-xs text-ink-muted">{t('keys')}</p>
    </>
  )
}
