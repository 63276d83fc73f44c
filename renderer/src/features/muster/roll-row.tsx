import { Circle, CircleAlert, CircleCheckBig, HandHelping, ShieldCheck, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import type { MusterState } from '../../../../shared/domain/muster.ts'
import { openMusterDialog, type Entry } from '../../stores/muster.ts'
import { Chip } from '../../ui/chip.tsx'
import { useTimes } from '../../ui/time.ts'

const signs: Record<MusterState | 'overdue', { readonly Icon: LucideIcon; readonly ink: string; readonly ground: string }> = {
  missing: { Icon: Circle, ink: 'text-ink', ground: 'bg-panel' },
  overdue: { Icon: CircleAlert, ink: 'text-refused', ground: 'bg-refused-soft' },
  safe: { Icon: CircleCheckBig, ink: 'text-in', ground: 'bg-in-soft' },
  needs_assistance: { Icon: HandHelping, ink: 'text-attention', ground: 'bg-attention-soft' },
  essential: { Icon: ShieldCheck, ink: 'text-out', ground: 'bg-out-soft' },
}

interface Props {
  readonly entry: Entry
  readonly isActive: boolean
  /** The time after which the missing are red has passed. */
  readonly isRed: boolean
  readonly isFresh: boolean
  /** Null once the muster is closed: then the list only tells. */
  readonly onSay: ((entry: Entry, state: MusterState) => void) | null
}

/** One on the list. The whole row is the target; a tap says safe, another takes it back. */
export const RollRow = memo(function RollRow({ entry, isActive, isRed, isFresh, onSay }: Props) {
  const { t } = useTranslation('muster')
  const isMissing = entry.state === 'missing' && entry.list !== 'due'
  const { Icon, ink, ground } = signs[isMissing && isRed ? 'overdue' : entry.state]
  const word = entry.list === 'due' && entry.state === 'missing' ? t('state.due') : t(`state.${entry.state}`)
  const isDisposed = entry.lastName === ''
  const name = isDisposed ? t('row.disposed') : fullName(entry)
  const face = (
    <>
      <Icon aria-hidden size={34} strokeWidth={2.2} className={`flex-none ${ink}`} />
      <span className="min-w-0 flex-1">
        <span className={`flex flex-wrap items-baseline gap-x-2 text-[21px]/7 wrap-break-word ${isMissing && isRed ? 'text-refused' : ''}`}>
          {entry.rank === '' ? null : <span className={isMissing && isRed ? '' : 'text-ink-muted'}>{entry.rank}</span>}
          <span>
            {isDisposed ? <i className="text-ink-muted">{name}</i> : <b className="font-bold">{entry.lastName}</b>}
            {entry.firstName === '' ? '' : `, ${entry.firstName}`}
          </span>
          <span className={`text-sm font-bold uppercase ${ink}`}>{word}</span>
        </span>
        <Details entry={entry} />
      </span>
    </>
  )
  return (
    <div className={`flex min-h-[68px] items-stretch gap-2 border-b border-line ${ground} ${isActive ? 'inset-ring-3 inset-ring-focus' : ''} ${isFresh ? 'outline-3 -outline-offset-3 outline-in' : ''}`}>
      <span role="gridcell" className="flex min-w-0 flex-1">
        {onSay === null ? (
          <span className="flex min-w-0 flex-1 items-center gap-4 px-4 py-1.5">{face}</span>
        ) : (
          <button
            type="button"
            tabIndex={-1}
            aria-pressed={entry.state === 'safe'}
            title={entry.state === 'safe' ? t('row.takeBack') : t('row.safe')}
            onClick={() => onSay(entry, entry.state === 'safe' ? 'missing' : 'safe')}
            className="flex min-w-0 flex-1 cursor-pointer items-center gap-4 px-4 py-1.5 text-left -outline-offset-2!"
          >
            {face}
          </button>
        )}
      </span>
      {onSay === null ? null : (
        <>
          <SideButton entry={entry} state="needs_assistance" name={name} onSay={onSay} />
          <SideButton entry={entry} state="essential" name={name} onSay={onSay} />
        </>
      )}
    </div>
  )
})

function SideButton({ entry, state, name, onSay }: { entry: Entry; state: 'needs_assistance' | 'essential'; name: string; onSay: NonNullable<Props['onSay']> }) {
  const { t } = useTranslation('muster')
  const { Icon, ink } = signs[state]
  const isSo = entry.state === state
  const word = isSo && state === 'needs_assistance' ? t('row.note') : t(`row.short.${state}`)
  return (
    <span role="gridcell" className="flex py-1.5 last:pr-2">
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={isSo}
        aria-label={t('row.named', { word, name })}
        onClick={() => (isSo && state === 'needs_assistance' ? openMusterDialog({ kind: 'note', entry }) : onSay(entry, isSo ? 'missing' : state))}
        className={`grid min-h-14 w-[92px] cursor-pointer place-content-center justify-items-center rounded-lg border text-xs/4 font-semibold ${isSo ? `border-2 border-current bg-panel ${ink}` : 'border-line bg-panel text-ink-muted hover:bg-chip'}`}
      >
        <Icon aria-hidden size={20} />
        {word}
      </button>
    </span>
  )
}

/** Where they belong, how they are reached, and what happened since the list was frozen. */
function Details({ entry: { kind, list, division, organization, phone, host, pass, since, stationName, due, marked, note, change, badgeWarning } }: { entry: Entry }) {
  const { t } = useTranslation(['muster', 'outcomes'])
  const { time } = useTimes()
  const said = [
    kind === 'member' ? (division?.code ?? t('row.noDivision')) : t(`row.kind.${kind}`),
    organization,
    pass === null ? null : t('row.pass', { pass }),
    host === null ? null : t('row.host', { name: [host.displayName, host.phone].filter(Boolean).join(', ') }),
    phone === null ? null : t('row.phone', { phone }),
    due === null ? null : t(`row.due.${due}`),
    since === null || list === 'due' ? null : t('row.since', { at: time(since), station: stationName ?? '' }).trim(),
    marked === null ? null : t(`row.marked.${marked.way}`, { at: time(marked.at), by: marked.by, station: marked.stationName ?? '' }).trim(),
  ].filter((part) => part !== null && part !== '')
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-ink">
      <span>{said.join(' · ')}</span>
      {change === null ? null : <Chip tone={change.direction}>{t(`row.change.${change.direction}`, { at: time(change.at), station: change.stationName })}</Chip>}
      {badgeWarning === null ? null : <Chip tone="attention">{t('row.badge', { what: t(`outcomes:outcome.${badgeWarning}.title`) })}</Chip>}
      {note === null ? null : <b className="text-attention">{note}</b>}
    </span>
  )
}
