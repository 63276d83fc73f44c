import { useTranslation } from 'react-i18next'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import { openVisitorDialog, useVisitors, type Visit } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useVisitWords } from './words.ts'

/** Visitors in the building, each with the way out. */
export function InsideSection() {
  const { t } = useTranslation('visitors')
  const { changes, find } = useVisitors()
  // A host who comes or goes is said at once.
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const fetched = useFetched(() => api().visitors.inside({}), '', [changes, revision])
  const words = foldText(find).split(' ').filter(Boolean)
  return (
    <Loaded fetched={fetched}>
      {({ visits }) => {
        const shown = visits.filter(({ displayName, organization, pass, host }) => words.every((word) => foldText([displayName, organization, pass?.label, host?.displayName].join(' ')).includes(word)))
        return (
          <>
            <div className="flex border-b border-line px-3 py-2">
              <SearchField label={t('inside.find')} hint={t('inside.findHint')} value={find} onChange={(text) => useVisitors.setState({ find: text })} />
            </div>
            {visits.length === 0 ? (
              <EmptyState title={t('inside.empty')} text={t('inside.emptyText')} action={<Button onPress={() => openVisitorDialog({ kind: 'signIn' })}>{t('signIn.open')}</Button>} />
            ) : shown.length === 0 ? (
              <EmptyState title={t('inside.noMatch')} text={t('inside.noMatchText')} />
            ) : (
              <InsideTable visits={shown} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function InsideTable({ visits }: { visits: readonly Visit[] }) {
  const { t } = useTranslation('visitors')
  const { moment } = useTimes()
  const { typeOf } = useVisitWords()
  return (
    <VirtualTable
      label={t('section.inside')}
      rows={visits}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('column.name'), width: 'minmax(180px, 2fr)', renderCell: (visit) => <VisitorName visit={visit} /> },
        { key: 'type', title: t('column.type'), width: '110px', renderCell: typeOf },
        { key: 'host', title: t('column.host'), width: 'minmax(160px, 1.5fr)', renderCell: ({ host, details }) => (host === null ? <span className="text-ink-muted">{details ?? '–'}</span> : <Host {...host} />) },
        {
          key: 'pass',
          title: t('column.pass'),
          width: '110px',
          renderCell: (visit) =>
            visit.pass !== null && visit.pass.returnedAt === null ? (
              <b className="font-semibold">{visit.pass.label}</b>
            ) : (
              <Button size="sm" className="h-[27px] px-2" aria-label={t('lend.of', { name: visit.displayName })} onPress={() => openVisitorDialog({ kind: 'lend', visit })}>
                {t('lend.open')}
              </Button>
            ),
        },
        { key: 'since', title: t('column.since'), width: '130px', renderCell: ({ since, stationName }) => <span title={stationName}>{moment(since)}</span> },
        {
          key: 'out',
          title: t('column.out'),
          width: '110px',
          renderCell: ({ id, displayName }) => (
            <Button size="sm" className="h-[27px] px-2" aria-label={t('signOut.of', { name: displayName })} onPress={() => openVisitorDialog({ kind: 'signOut', visitId: id })}>
              {t('signOut.open')}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** Opens everything that was said. */
export function VisitorName({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visitors')
  if (visit.isDisposed) return <span className="text-ink-muted italic">{t('disposed')}</span>
  return (
    <button type="button" className="cursor-pointer text-left wrap-break-word hover:underline" onClick={() => openVisitorDialog({ kind: 'details', visit })}>
      <b className="font-semibold text-out">{visit.displayName}</b> <span className="text-ink-muted">{visit.organization}</span>
    </button>
  )
}

function Host({ displayName, isInside }: { displayName: string; isInside: boolean }) {
  const { t } = useTranslation('visitors')
  return (
    <span className="flex flex-wrap items-center gap-2">
      {displayName}
      {isInside ? null : <Chip tone="attention">{t('hostAway')}</Chip>}
    </span>
  )
}
