import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { ExportButtons } from '../reports/export-buttons.tsx'
import { BadgeDialog } from './badge-dialog.tsx'
import { BadgeTable } from './badge-table.tsx'
import { PoolDialog } from './pool-dialog.tsx'
import { useBadgeFilters, useBadges, views, type Badge, type InventoryCounts, type View } from './use-badges.ts'

const countOf = (counts: InventoryCounts | null, view: View): number | undefined => {
  if (counts === null) return undefined
  const status = (...codes: string[]): number => counts.byStatus.filter((row) => codes.includes(row.status)).reduce((sum, row) => sum + row.count, 0)
  switch (view) {
    case 'all':
      return counts.total - status('decommissioned')
    case 'held':
      return counts.assigned
    case 'outstanding':
      return counts.outstanding
    case 'unusable':
      return status('lost', 'damaged', 'inactive', 'decommissioned')
    case 'pool':
      return counts.byKind.filter(({ kind }) => kind !== 'member').reduce((sum, row) => sum + row.count, 0)
    case 'free':
      return undefined
  }
}

/** Every badge the unit owns: who has it, whether it opens the door, and which never came back. */
export function BadgesRoom() {
  const { t } = useTranslation(['badges', 'common'])
  const { view, search } = useBadgeFilters()
  const { page, counts, problem, retry } = useBadges()
  const isAdmin = useMay('admin')
  const [opened, setOpened] = useState<Badge | null>(null)
  const [adding, setAdding] = useState(false)
  return (
    <section aria-labelledby="badges-title" className="panel h-full">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="badges-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <Segments
          label={t('show')}
          value={view}
          onChange={(next) => useBadgeFilters.setState({ view: next })}
          options={views.map((name) => {
            const count = countOf(counts, name)
            return [name, count === undefined ? t(`view.${name}`) : `${t(`view.${name}`)} ${count}`] as const
          })}
        />
        <span className="flex-1" />
        <SearchField label={t('search')} hint={t('searchHint')} value={search} onChange={(text) => useBadgeFilters.setState({ search: text })} />
        {isAdmin ? <ExportButtons label={(format) => t('exportAs', { format })} run={(format, language) => api().badges.export({ format, language })} /> : null}
        {isAdmin ? (
          <Button variant="primary" onPress={() => setAdding(true)}>
            {t('addPool')}
          </Button>
        ) : null}
      </div>
      {problem !== null ? (
        <Failed problem={problem} retry={retry} />
      ) : page === null ? (
        <p role="status" className="p-6 text-ink-muted">
          {t('common:loading')}
        </p>
      ) : page.badges.length === 0 ? (
        <EmptyState title={t(search === '' ? `empty.${view}` : 'noMatch')} text={t(search === '' ? 'emptyText' : 'noMatchText')} />
      ) : (
        <BadgeTable badges={page.badges} onOpen={setOpened} />
      )}
      {page !== null && page.total > page.badges.length ? <p className="border-t border-line px-3 py-1.5 text-xs text-ink-muted">{t('cut', { shown: page.badges.length, total: page.total })}</p> : null}
      {opened === null ? null : <BadgeDialog badge={opened} onClose={() => setOpened(null)} />}
      {adding ? <PoolDialog onClose={() => setAdding(false)} /> : null}
    </section>
  )
}
