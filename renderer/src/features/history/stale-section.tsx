import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { useDuration, useNow, useTimes } from '../../ui/time.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { TableSkeleton } from '../members/member-table.tsx'
import { useHistoryView } from './history-store.ts'
import { openManual } from './manual-store.ts'
import { SignOutBar } from './sign-out-bar.tsx'
import { useStale, type StalePerson } from './use-stale.ts'

const longest = 72

/** Who may have left without signing out: chosen and signed out together with a note, or one by one (domain.md 4.2, scenario 29). */
export function StaleSection() {
  const { t } = useTranslation(['history', 'common'])
  const hours = useHistoryView((state) => state.staleHours)
  const { people, problem, retry } = useStale(hours)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // Whoever has left meanwhile is not signed out once more.
  const selected = (people ?? []).filter(({ memberId }) => chosen.has(memberId))
  const setHours = (text: string): void => {
    const wanted = Number(text)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= longest) useHistoryView.setState({ staleHours: wanted })
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-[51px] items-center gap-4 border-b border-line px-3">
        <h2 className="sr-only">{t('stale.title')}</h2>
        <label className="flex items-center gap-2">
          {t('stale.hours')}
          <input type="number" min={1} max={longest} defaultValue={hours} onChange={(event) => setHours(event.target.value)} className="h-[34px] w-20 rounded-lg border border-line bg-panel px-2.5" />
        </label>
        <span role="status" className="text-ink-muted">
          {people === null ? '' : t('stale.total', { count: people.length })}
        </span>
      </div>
      {problem !== null ? (
        <Failed problem={problem} retry={retry} />
      ) : people === null ? (
        <TableSkeleton />
      ) : people.length === 0 ? (
        <EmptyState title={t('stale.empty.title')} text={t('stale.empty.text')} />
      ) : (
        <StaleTable people={people} chosen={chosen} onChoose={(ids) => setChosen(new Set(ids))} />
      )}
      {selected.length > 0 ? <SignOutBar chosen={selected} onDone={() => setChosen(new Set())} /> : null}
    </div>
  )
}

interface TableProps {
  readonly people: readonly StalePerson[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[]) => void
}

function StaleTable({ people, chosen, onChoose }: TableProps) {
  const { t } = useTranslation(['history', 'members'])
  const { moment } = useTimes()
  const stationOf = useStationName()
  const duration = useDuration()
  const now = useNow(15_000)
  const ids = people.map(({ memberId }) => memberId)
  const all = ids.every((id) => chosen.has(id))
  const toggle = (id: string): void => onChoose(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id])
  return (
    <VirtualTable
      label={t('stale.title')}
      rows={people}
      rowKey={({ memberId }) => memberId}
      columns={[
        {
          key: 'chosen',
          title: t('members:chooseAll'),
          width: '18px',
          renderTitle: () => <input type="checkbox" aria-label={t('members:chooseAll')} checked={all} onChange={() => onChoose(all ? [] : ids)} />,
          renderCell: ({ memberId, displayName }) => <input type="checkbox" aria-label={t('missed.choose', { name: displayName })} checked={chosen.has(memberId)} onChange={() => toggle(memberId)} />,
        },
        { key: 'person', title: t('stale.column.person'), width: 'minmax(160px, 3fr)', renderCell: ({ displayName }) => <b className="font-semibold">{displayName}</b> },
        { key: 'division', title: t('stale.column.division'), width: '90px', renderCell: ({ division }) => <span title={division?.name}>{division?.code ?? '–'}</span> },
        { key: 'since', title: t('stale.column.since'), width: '160px', renderCell: ({ since }) => moment(since) },
        { key: 'for', title: t('stale.column.for'), width: '110px', renderCell: ({ since }) => duration(now - new Date(since).getTime()) },
        { key: 'station', title: t('stale.column.station'), width: 'minmax(90px, 1fr)', renderCell: ({ stationId, stationName }) => <span className="text-ink-muted">{stationOf(stationId, stationName)}</span> },
        {
          key: 'act',
          title: t('stale.out'),
          width: '96px',
          renderTitle: () => <span className="sr-only">{t('stale.out')}</span>,
          renderCell: ({ memberId, displayName }) => (
            <Button size="sm" className="h-[27px] px-2" aria-label={t('stale.outOf', { name: displayName })} onPress={() => openManual({ person: { id: memberId, displayName }, kind: 'out' })}>
              {t('stale.out')}
            </Button>
          ),
        },
      ]}
    />
  )
}
