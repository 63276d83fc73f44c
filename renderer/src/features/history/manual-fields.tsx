import { useTranslation } from 'react-i18next'
import { useStationName } from '../../stores/stations.ts'
import { useZone } from '../../stores/system.ts'
import { Chip } from '../../ui/chip.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useNow, useTimes, wallDate } from '../../ui/time.ts'
import { WhenField } from '../../ui/when-field.tsx'
import { whenAt } from '../../ui/when.ts'
import { hasTwoEnds, kinds, type Kind, type ManualDraft } from './manual-draft.ts'
import type { Latest } from './use-latest.ts'

interface Props {
  readonly draft: ManualDraft
  readonly latest: Latest | null
  readonly onKind: (kind: Kind) => void
  readonly onChange: (change: Partial<Omit<ManualDraft, 'kind'>>) => void
}

/** What happened and when, below what the record says of the person so far. */
export function ManualFields({ draft, latest, onKind, onChange }: Props) {
  const { t } = useTranslation('history')
  const zone = useZone()
  const now = useNow(15_000)
  const { kind, isNow, from, to } = draft
  const two = hasTwoEnds(kind)
  const last = wallDate(now, zone)
  const setNow = (choice: 'now' | 'past'): void => onChange({ isNow: choice === 'now', ...(choice === 'past' && { from: whenAt(now, zone) }) })
  return (
    <>
      <LatestLine latest={latest} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <div className="grid gap-1.5">
          <span className="text-sm font-medium">{t('manual.kind')}</span>
          <Segments label={t('manual.kind')} value={kind} onChange={onKind} options={kinds.map((name) => [name, t(`manual.kinds.${name}`)] as const)} />
        </div>
        {two ? null : (
          <div className="grid gap-1.5">
            <span className="text-sm font-medium">{t('change.when')}</span>
            <Segments
              label={t('change.when')}
              value={isNow ? 'now' : 'past'}
              onChange={setNow}
              options={[
                ['now', t('manual.now')],
                ['past', t('manual.past')],
              ]}
            />
          </div>
        )}
      </div>
      {two || !isNow ? (
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <WhenField label={t(`manual.from.${kind}`)} value={from} onChange={(value) => onChange({ from: value })} max={last} />
          {two ? <WhenField label={t(`manual.to.${kind}`)} value={to} onChange={(value) => onChange({ to: value })} max={last} /> : null}
        </div>
      ) : null}
    </>
  )
}

/** Inside or out, since when, and the few movements before. */
function LatestLine({ latest }: { latest: Latest | null }) {
  const { t } = useTranslation(['history', 'common'])
  const { moment } = useTimes()
  const stationOf = useStationName()
  if (latest === null) return <p className="h-[52px] text-ink-muted">{t('common:loading')}</p>
  const [newest, ...earlier] = latest.movements.slice(0, 4)
  if (newest === undefined) return <p className="text-ink-muted">{t('manual.never')}</p>
  return (
    <div className="grid gap-1">
      <p>
        <Chip tone={newest.direction}>{t(`common:direction.${newest.direction}`)}</Chip> {t(newest.direction === 'in' ? 'manual.inside' : 'manual.outside', { at: moment(newest.at) })} · <span className="text-ink-muted">{stationOf(newest.stationId, newest.stationName)}</span>
      </p>
      {earlier.length === 0 ? null : (
        <p className="text-xs text-ink-muted">
          {t('manual.latest')}: {earlier.map(({ direction, at }) => `${t(`common:direction.${direction}`)} ${moment(at)}`).join(' · ')}
        </p>
      )}
    </div>
  )
}
