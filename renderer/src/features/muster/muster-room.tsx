import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { openMusterDialog, showRoll, useMuster, type MusterSummary } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { percentOf } from './parts.ts'
import { stopwatch } from './stopwatch.ts'

const pageSize = 50

/** Past emergencies and drills with their figures; Enter or a click opens the report. */
export function MusterRoom() {
  const { t } = useTranslation('muster')
  const { yearDate } = useTimes()
  const now = useMuster((state) => state.now)
  const [page, setPage] = useState(1)
  const [picked, setPicked] = useState<string | null>(null)
  // Another one is in the list as soon as one is opened or closed.
  const fetched = useFetched(() => api().muster.list({ limit: pageSize, page }), `${page} ${now?.open?.id ?? ''}`)
  return (
    <section aria-labelledby="muster-room-title" className="panel h-full">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-3 py-2">
        <h1 id="muster-room-title" className="text-[15px] font-semibold">
          {t('room.title')}
        </h1>
        <p className="min-w-0 flex-1 text-ink-muted">
          {now === null ? '' : now.lastDrill === null ? t('drill.never') : t('drill.last', { date: yearDate(now.lastDrill) })} {now?.drillDue === true ? <b className="text-ink">{t('drill.due')}</b> : null}
        </p>
        <Button onPress={() => openMusterDialog({ kind: 'begin', drill: true })}>{t('drill.begin')}</Button>
        <Button variant="danger" shortcut="F12" onPress={() => openMusterDialog({ kind: 'begin', drill: false })}>
          {t('room.begin')}
        </Button>
      </div>
      <Loaded fetched={fetched}>
        {({ musters, total }) =>
          total === 0 ? (
            <EmptyState title={t('room.empty')} text={t('room.emptyText')} />
          ) : (
            <>
              <PastTable musters={musters} picked={picked} onPick={setPicked} />
              {total <= pageSize ? null : (
                <div className="flex items-center justify-end gap-3 border-t border-line px-3 py-2">
                  <span className="text-ink-muted">{t('room.page', { page, pages: Math.ceil(total / pageSize) })}</span>
                  <Button isDisabled={page === 1} onPress={() => setPage(page - 1)}>
                    {t('room.later')}
                  </Button>
                  <Button isDisabled={page * pageSize >= total} onPress={() => setPage(page + 1)}>
                    {t('room.earlier')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  )
}

function PastTable({ musters, picked, onPick }: { musters: readonly MusterSummary[]; picked: string | null; onPick: (id: string) => void }) {
  const { t } = useTranslation('muster')
  const { moment } = useTimes()
  const longOf = ({ startedAt, endedAt }: MusterSummary): string => (endedAt === null ? t('room.open') : stopwatch(new Date(endedAt).getTime() - new Date(startedAt).getTime()))
  return (
    <VirtualTable
      label={t('room.title')}
      rows={musters}
      rowKey={({ id }) => id}
      pick={{ key: picked, onPick: (key) => onPick(String(key)), onOpen: ({ id }) => showRoll(id) }}
      columns={[
        { key: 'at', title: t('room.column.at'), width: '150px', renderCell: ({ startedAt }) => moment(startedAt) },
        { key: 'kind', title: t('room.column.kind'), width: '120px', renderCell: ({ kind }) => <Chip tone={kind === 'live' ? 'refused' : 'out'}>{t(`kind.${kind}`)}</Chip> },
        { key: 'figures', title: t('room.column.figures'), width: 'minmax(150px, 1fr)', renderCell: ({ accounted, total }) => `${t('figures.of', { accounted, total })} · ${t('figures.percent', { percent: percentOf(total, accounted) })}` },
        { key: 'missing', title: t('room.column.missing'), width: '110px', renderCell: ({ missing }) => (missing === 0 ? <span className="text-in">✓ {t('room.nobody')}</span> : <b className="text-refused">{missing}</b>) },
        { key: 'long', title: t('room.column.long'), width: '90px', renderCell: longOf },
        { key: 'by', title: t('room.column.by'), width: 'minmax(140px, 1fr)', renderCell: ({ startedBy, endedBy }) => [startedBy, endedBy].filter((name, index, all) => name !== null && all.indexOf(name) === index).join(' · ') },
        { key: 'reason', title: t('room.column.reason'), width: 'minmax(140px, 1.5fr)', renderCell: ({ reason, remarks }) => [reason, remarks].filter(Boolean).join(' · ') },
      ]}
    />
  )
}
