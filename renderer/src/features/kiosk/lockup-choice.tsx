import { useTranslation } from 'react-i18next'
import { promptMs } from '../../../../shared/contract/start-of-day.ts'
import { beginTask } from '../../stores/door-task.ts'
import { dismissCard, type ScanOutcome } from '../../stores/kiosk.ts'
import { BigButton } from './big-button.tsx'
import { TimeLeft } from './time-left.tsx'

/** What the holder of lockup may do instead of leaving (domain.md 4.15, screens.md P0-5, P0-6). */
export function LockupChoice({ scan }: { scan: ScanOutcome }) {
  const { t } = useTranslation('kiosk')
  const { options } = scan
  return (
    <div role="group" aria-label={t('held.label')} className="mt-3 grid gap-4">
      <div className="flex flex-wrap gap-3">
        {options.includes('hand_over') ? (
          <BigButton isMain onPress={() => beginTask('handOver', scan)} detail={t('held.handOverDetail')}>
            {t('held.handOver')}
          </BigButton>
        ) : null}
        {options.includes('lock_up') ? (
          <BigButton isMain={!options.includes('hand_over')} onPress={() => beginTask('lockUp', scan)} detail={t('held.lockUpDetail')}>
            {t('held.lockUp')}
          </BigButton>
        ) : null}
        <BigButton onPress={dismissCard}>{t('held.stay')}</BigButton>
      </div>
      {options.includes('hand_over') ? null : <p className="text-xl text-ink-muted">{t('held.nobody')}</p>}
      <TimeLeft ms={promptMs} />
    </div>
  )
}
