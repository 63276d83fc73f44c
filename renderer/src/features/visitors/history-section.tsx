import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useVisitors } from '../../stores/visitors.ts'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { useKeyset } from '../history/use-keyset.ts'
import { VisitorName } from './inside-section.tsx'
import { useVisitWords } from './words.ts'

interface Asked {
  readonly search: string
  readonly overstayed: boolean
  /** Asked again when the core said that something changed. */
  readonly changes: number
}
type Cursor = { at: string; id: string }

async function readPage({ search, overstayed }: Asked, cursor: unknown) {
  const result = await api().visitors.history({ search, overstayed, cursor: cursor as Cursor | null, limit: 100 })
  return result.ok ? { ok: true as const, value: { items: result.value.visits, next: result.value.next } } : result
}

/** Visits of the past, the latest first, with how long and who forgot to sign out. */
export function HistorySection() {
  const { t } = useTranslation(['visitors', 'common'])
  const { moment } = useTimes()
  const { typeOf, endOf, longOf } = useVisitWords()
  const changes = useVisitors((state) => state.changes)
  const [search, setSearch] = useState('')
  const [overstayed, setOverstayed] = useState(false)
  const asked = useMemo(() => ({ search, overstayed, changes }), [search, overstayed, changes])
  const { page, problem, loadMore, reload } = useKeyset(readPage, asked)
  return (
    <>
      <div className="flex flex-wrap items-center gap-4 border-b border-line px-3 py-2">
        <SearchField label={t('history.search')} hint={t('history.searchHint')} value={search} onChange={setSearch} />
        <label className="flex cursor-pointer items-center gap-2">
          <input type="checkbox" checked={overstayed} onChange={(event) => setOverstayed(event.target.checked)} />
          {t('history.overstayed')}
        </label>
      </div>
      {problem !== null ? (
        <Failed problem={problem} retry={reload} />
      ) : page === null ? (
        <p role="status" className="p-6 text-ink-muted">
          {t('common:loading')}
        </p>
      ) : page.items.length === 0 ? (
        <EmptyState title={t(search === '' && !overstayed ? 'history.empty' : 'inside.noMatch')} text={t(search === '' && !overstayed ? 'history.emptyText' : 'inside.noMatchText')} />
      ) : (
        <VirtualTable
          label={t('section.history')}
          rows={page.items}
          rowKey={({ id }) => id}
          onEnd={loadMore}
          columns={[
            { key: 'in', title: t('column.in'), width: '140px', renderCell: ({ since }) => moment(since) },
            { key: 'name', title: t('column.name'), width: 'minmax(180px, 2fr)', renderCell: (visit) => <VisitorName visit={visit} /> },
            { key: 'type', title: t('column.type'), width: '110px', renderCell: typeOf },
            { key: 'host', title: t('column.host'), width: 'minmax(140px, 1fr)', renderCell: ({ host }) => host?.displayName ?? '–' },
            { key: 'long', title: t('column.long'), width: '90px', renderCell: (visit) => longOf(visit) || t('history.inside') },
            {
              key: 'end',
              title: t('column.end'),
              width: '190px',
              renderCell: (visit) => (visit.endedBy === 'lockup_sequence' || visit.endedBy === 'daily_reset' ? <Chip tone="attention">{endOf(visit)}</Chip> : <span className="text-ink-muted">{endOf(visit)}</span>),
            },
          ]}
        />
      )}
    </>
  )
}
