import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { useTimes } from '../../ui/time.ts'
import { VirtualTable, type VirtualColumn } from '../../ui/virtual-table.tsx'
import { TableSkeleton } from '../members/member-table.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { openMovement } from './history-store.ts'
import { LeftAtBar } from './left-at-bar.tsx'
import { PersonName } from './movement-table.tsx'
import { useDetails } from './use-details.ts'
import { useMissed, type Missed } from './use-missed.ts'

/** Who was closed out, and when they really left: one by one, or several at once (screens.md P0-4). */
export function MissedSection() {
  const { t } = useTranslation(['history', 'common'])
  const mayCorrect = useMay('adminOrDds')
  const [openOnly, setOpenOnly] = useState(true)
  const { page, problem, loadMore, reload } = useMissed(openOnly)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [setting, setSetting] = useState<string | null>(null)
  const items = page?.items ?? []
  // Whoever was corrected meanwhile is not in the next act.
  const selected = items.filter(({ id }) => chosen.has(id))
  const toggle = (id: string): void => setChosen(chosen.has(id) ? new Set([...chosen].filter((other) => other !== id)) : new Set([...chosen, id]))
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-[51px] items-center gap-4 border-b border-line px-3">
        <h2 className="sr-only">{t('missed.title')}</h2>
        <span role="status" className="text-ink-muted">
          {page === null ? '' : t('missed.total', { count: page.total })}
        </span>
        <label className="flex cursor-pointer items-center gap-2">
          <input type="checkbox" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />
          {t('missed.openOnly')}
        </label>
      </div>
      {problem !== null ? (
        <Failed problem={problem} retry={reload} />
      ) : page === null ? (
        <TableSkeleton />
      ) : items.length > 0 ? (
        <MissedTable items={items} chosen={chosen} onToggle={mayCorrect ? toggle : null} onChoose={(ids) => setChosen(new Set(ids))} onSet={setSetting} onEnd={loadMore} />
      ) : openOnly ? (
        <EmptyState title={t('missed.noneOpen.title')} text={t('missed.noneOpen.text')} action={<Button onPress={() => setOpenOnly(false)}>{t('missed.noneOpen.action')}</Button>} />
      ) : (
        <EmptyState title={t('missed.empty.title')} text={t('missed.empty.text')} />
      )}
      {selected.length > 0 ? <LeftAtBar chosen={selected} onDone={() => setChosen(new Set())} /> : null}
      {setting === null ? null : <SetDialog movementId={setting} onClose={() => setSetting(null)} />}
    </div>
  )
}

interface TableProps {
  readonly items: readonly Missed[]
  readonly chosen: ReadonlySet<string>
  /** Null = the person at the desk may not set times. */
  readonly onToggle: ((id: string) => void) | null
  readonly onChoose: (ids: readonly string[]) => void
  readonly onSet: (movementId: string) => void
  readonly onEnd: () => void
}

/** Only a closing that still stands as it was can get its true time here. */
const canSet = ({ checkout }: Missed): boolean => checkout !== null && !checkout.corrected
/** Who was signed out by hand has a time that somebody gave. */
const isUnknown = (row: Missed): boolean => canSet(row) && row.resolvedBy !== 'admin'

function MissedTable({ items, chosen, onToggle, onChoose, onSet, onEnd }: TableProps) {
  const { t } = useTranslation('history')
  const { civilDate, time, moment } = useTimes()
  const open = items.filter(isUnknown)
  const all = open.length > 0 && open.every(({ id }) => chosen.has(id))
  const choice: VirtualColumn<Missed> = {
    key: 'chosen',
    title: t('missed.chooseAll'),
    width: '18px',
    renderTitle: () => <input type="checkbox" aria-label={t('missed.chooseAll')} checked={all} onChange={() => onChoose(all ? [] : open.map(({ id }) => id))} />,
    renderCell: (row) => (isUnknown(row) ? <input type="checkbox" aria-label={t('missed.choose', { name: row.person.displayName })} checked={chosen.has(row.id)} onChange={() => onToggle?.(row.id)} /> : null),
  }
  return (
    <VirtualTable
      label={t('missed.title')}
      rows={items}
      rowKey={({ id }) => id}
      onEnd={onEnd}
      columns={[
        ...(onToggle === null ? [] : [choice]),
        { key: 'day', title: t('missed.column.day'), width: '104px', renderCell: ({ operationalDate }) => <span className="whitespace-nowrap">{civilDate(operationalDate)}</span> },
        { key: 'person', title: t('missed.column.person'), width: 'minmax(150px, 2fr)', renderCell: ({ person }) => <PersonName {...person} /> },
        { key: 'division', title: t('missed.column.division'), width: '74px', renderCell: ({ person }) => <span title={person.division?.name}>{person.division?.code ?? '–'}</span> },
        { key: 'in', title: t('missed.column.in'), width: '72px', renderCell: ({ originalCheckinAt }) => time(originalCheckinAt) },
        { key: 'closed', title: t('missed.column.closed'), width: '148px', renderCell: ({ forcedCheckoutAt }) => <span className="text-ink-muted">{moment(forcedCheckoutAt)}</span> },
        { key: 'by', title: t('missed.column.by'), width: 'minmax(90px, 1fr)', renderCell: ({ resolvedBy, actorName, notes }) => <span title={notes ?? undefined}>{resolvedBy === 'admin' ? actorName : t(`missed.by.${resolvedBy}`)}</span> },
        {
          key: 'left',
          title: t('missed.column.left'),
          width: '220px',
          renderCell: (row) => (
            <span className="flex items-center gap-2">
              {row.checkout === null ? (
                <Chip>{t('missed.gone')}</Chip>
              ) : !isUnknown(row) ? (
                <button type="button" className="cursor-pointer text-out hover:underline" onClick={() => openMovement(row.checkout?.movementId ?? '')}>
                  {moment(row.checkout.at)}
                </button>
              ) : (
                <span className="text-ink-muted">{t('missed.unknown')}</span>
              )}
              {onToggle !== null && canSet(row) ? (
                <Button size="sm" className="h-[27px] px-2" aria-label={t('missed.setOneOf', { name: row.person.displayName })} onPress={() => onSet(row.checkout?.movementId ?? '')}>
                  {t('missed.setOne')}
                </Button>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  )
}

/** The correction of that one check-out, with its neighbours. */
function SetDialog({ movementId, onClose }: { movementId: string; onClose: () => void }) {
  const { details } = useDetails(movementId)
  return details === null ? null : <ChangeDialog details={details} onClose={onClose} onDone={onClose} />
}
