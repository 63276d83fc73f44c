import { ClipboardList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openMusterDialog, useMuster } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { useTimes } from '../../ui/time.ts'

/** When the last drill was; that one is due is brought to mind, and is no alarm. */
export function DrillCard() {
  const { t } = useTranslation('muster')
  const { yearDate } = useTimes()
  const now = useMuster((state) => state.now)
  if (now === null) return null
  const last = now.lastDrill === null ? t('drill.never') : t('drill.last', { date: yearDate(now.lastDrill) })
  return (
    <section aria-label={t('drill.label')} className={`flex flex-none items-center gap-2.5 rounded-lg border border-line bg-panel px-3 py-1.5 ${now.drillDue ? 'border-l-[5px] border-l-out' : ''}`}>
      <ClipboardList aria-hidden size={17} className="flex-none text-out" />
      <p className="min-w-0 flex-1 text-xs text-ink-muted">
        {now.drillDue ? <b className="block text-sm text-ink">{t('drill.due')}</b> : null}
        {last}
      </p>
      {now.drillDue ? (
        <Button size="sm" onPress={() => openMusterDialog({ kind: 'begin', drill: true })}>
          {t('drill.begin')}
        </Button>
      ) : null}
    </section>
  )
}
