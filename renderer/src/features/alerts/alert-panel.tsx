import { useTranslation } from 'react-i18next'
import { useAlerts } from '../../stores/alerts.ts'
import { useMay } from '../../stores/session.ts'
import { AlertCard } from './alert-card.tsx'
import { useAlertDialogs } from './dialog-store.ts'

/** So many cards fit beside the activity; the others are one press away. */
const shown = 3

/** What needs somebody, above what just happened; nothing where nothing does. */
export function AlertPanel() {
  const { t } = useTranslation('alerts')
  const alerts = useAlerts((state) => state.alerts) ?? []
  const mayList = useMay('quartermasterOrDds')
  if (alerts.length === 0) return null
  const more = alerts.length - shown
  return (
    <section aria-label={t('title')} aria-live="polite" className="flex max-h-[45vh] flex-none flex-col gap-2 overflow-y-auto">
      <ul className="flex flex-col gap-2">
        {alerts.slice(0, shown).map((alert) => (
          <AlertCard key={alert.id} alert={alert} />
        ))}
      </ul>
      {more <= 0 && !mayList ? null : (
        <button type="button" disabled={!mayList} onClick={() => useAlertDialogs.setState({ isListOpen: true })} className={`self-end rounded px-1 text-xs text-ink-muted ${mayList ? 'cursor-pointer underline hover:text-ink' : ''}`}>
          {more > 0 ? t('more', { count: more }) : t('seeAll')}
        </button>
      )}
    </section>
  )
}
