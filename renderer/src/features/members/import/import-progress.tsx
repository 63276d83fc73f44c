import { useTranslation } from 'react-i18next'
import { useRollProgress } from '../../../stores/roll-progress.ts'
import { ProgressBar } from '../../../ui/progress-bar.tsx'

/** How far the import is. There is nothing to press: all of it is written, or nothing. */
export function ImportProgress() {
  const { t } = useTranslation('roll')
  const progress = useRollProgress((state) => state.progress)
  const { phase, done, total } = progress ?? { phase: 'checking' as const, done: 0, total: 0 }
  const words = phase === 'writing' ? t('phase.writing', { done, total }) : t(`phase.${phase}`)
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-4 p-8 text-center">
      <p className="text-xl font-semibold">{t('importing')}</p>
      <div className="w-96">
        <ProgressBar label={t('importing')} words={words} share={phase === 'checking' ? null : done / Math.max(total, 1)} />
      </div>
      <p aria-hidden>{words}</p>
      <p role="status" className="text-ink-muted">
        {t('importingText')}
      </p>
    </div>
  )
}
