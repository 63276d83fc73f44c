import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buildingTone, ddsTone, useDuty, watchGaps, type Tone } from '../../stores/duty.ts'
import { edges } from '../../ui/status-card.tsx'

/** Who answers for the day, for tonight and for the building, and whether it is secured. */
export function Responsible() {
  const { t } = useTranslation(['views', 'duty', 'wall'])
  const { dds, lockup, tonight } = useDuty()
  return (
    <section aria-label={t('phone.responsible')} className="grid grid-cols-2 gap-2 p-3 pb-1">
      {dds === null ? null : (
        <Card label={t('duty:strip.dds')} tone={ddsTone(dds)} detail={dds.live === null ? '' : dds.live.status === 'pending' ? t('phone.pending') : t(dds.live.isInside ? 'duty:strip.onSite' : 'duty:strip.away')}>
          {dds.live?.displayName ?? t('phone.noDds')}
        </Card>
      )}
      {lockup === null ? null : (
        <Card label={t('duty:strip.building')} tone={buildingTone(lockup)} detail={lockup.holder === null ? '' : t('wall:lockup', { name: lockup.holder.displayName })}>
          {t(`duty:status.${lockup.status}`)}
        </Card>
      )}
      {tonight === null || !tonight.isWatchNight ? null : <Watch tonight={tonight} />}
    </section>
  )
}

/** Everybody of tonight’s watch by seat, with who is not in yet. */
function Watch({ tonight }: { tonight: NonNullable<ReturnType<typeof useDuty.getState>['tonight']> }) {
  const { t } = useTranslation(['views', 'duty', 'wall'])
  const { present, seats, empty, absent } = watchGaps(tonight)
  const gaps = [
    ...(empty.length === 0 ? [] : [t('duty:strip.watchMissing', { seats: empty.map(({ position, count }) => (count > 1 ? `${count} ${position.code}` : position.code)).join(', ') })]),
    ...(absent.length === 0 ? [] : [t('duty:strip.watchAbsent', { people: absent.map(({ position, member }) => [position?.code, member.displayName].filter(Boolean).join(' ')).join('; ') })]),
  ]
  const [leader] = tonight.team
  return (
    <div className="col-span-2 grid">
      <Card label={[t('duty:strip.watch'), tonight.start].filter(Boolean).join(' ')} tone={leader === undefined || gaps.length > 0 ? 'attention' : 'ok'} detail={gaps.join(' · ')}>
        {leader === undefined ? t('duty:strip.watchNone') : `${[leader.position?.code, leader.member.displayName].filter(Boolean).join(' ')} · ${t('duty:strip.watchIn', { present, count: seats })}`}
      </Card>
    </div>
  )
}

const Card = ({ label, tone, detail, children }: { label: string; tone: Tone; detail: string; children: ReactNode }) => (
  <div className={`min-w-0 rounded-lg border border-l-[6px] border-line px-3 py-2 ${edges[tone]}`}>
    <h2 className="text-sm font-semibold text-ink-muted">{label}</h2>
    <p className="text-[17px]/tight font-bold wrap-break-word">{children}</p>
    {detail === '' ? null : <p className="mt-0.5 text-sm/tight wrap-break-word text-ink-muted">{detail}</p>}
  </div>
)
