import { useTranslation } from 'react-i18next'
import { useDuty, watchGaps } from '../../stores/duty.ts'
import { StatusCard } from '../../ui/status-card.tsx'

/** Tonight’s Duty Watch: how many of it are in, and who is not (screens.md 1.3). Only where a watch stands tonight. */
export function WatchCard() {
  const { t } = useTranslation('duty')
  const { tonight } = useDuty()
  if (tonight === null || !tonight.isWatchNight) return null
  const { present, seats, empty, absent } = watchGaps(tonight)
  const nobody = tonight.team.length === 0 && tonight.status !== 'published'
  const gaps = [
    empty.length === 0 ? '' : t('strip.watchMissing', { seats: empty.map(({ position, count }) => (count > 1 ? `${count} ${position.code}` : position.code)).join(', ') }),
    absent.length === 0 ? '' : t('strip.watchAbsent', { people: absent.map(({ position, member }) => [position?.code, member.displayName].filter(Boolean).join(' ')).join(', ') }),
  ].filter(Boolean)
  return (
    <StatusCard label={t('strip.watch')} aside={tonight.start ?? undefined} tone={nobody || gaps.length > 0 ? 'attention' : 'ok'} detail={nobody ? (tonight.status === 'draft' ? t('strip.watchDraft') : t('strip.watchNoRoster')) : gaps.join(' · ') || t('strip.watchWhole')}>
      {nobody ? t('strip.watchNone') : t('strip.watchIn', { present, count: seats })}
    </StatusCard>
  )
}
