import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Alert } from '../../stores/alerts.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { useTimes } from '../../ui/time.ts'
import { openManual } from '../history/manual-store.ts'
import { useAlertDialogs } from './dialog-store.ts'
import { useAlertWords } from './use-alert-words.ts'

/** An octagon is critical, a triangle wants a look, a circle is a note: the shape says it without the colour. */
const looks = {
  critical: { Icon: OctagonAlert, frame: 'border-refused bg-refused-soft text-refused' },
  warning: { Icon: TriangleAlert, frame: 'border-attention bg-attention-soft text-attention' },
  info: { Icon: Info, frame: 'border-line bg-panel text-ink' },
} as const

/** Somebody stood at the door and was not let through: they may still be who they say (screens.md P0-1.5). */
const wantsName: ReadonlySet<Alert['type']> = new Set(['badge_unknown', 'badge_unassigned', 'badge_disabled'])

function identify(): void {
  useAlertDialogs.setState({ isListOpen: false })
  openManual()
}

/** One alert: what, where, when and how often, and what to do with it. */
export function AlertCard({ alert, as: Frame = 'li' }: { alert: Alert; as?: 'li' | 'div' }) {
  const { t } = useTranslation('alerts')
  const { time } = useTimes()
  const words = useAlertWords()(alert)
  const may = useMay('commandOrDds')
  const { Icon, frame } = looks[alert.severity]
  const line = [time(alert.lastAt), words.line, alert.count > 1 ? t('count', { count: alert.count }) : ''].filter((part) => part !== '').join(' · ')
  return (
    <Frame className={`flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border px-3 py-2 ${frame}`}>
      <Icon role="img" aria-label={t(`severity.${alert.severity}`)} size={18} className="flex-none self-start" />
      <p className="min-w-56 flex-1 leading-tight wrap-break-word">
        <b className="block font-semibold">{words.title}</b>
        <span className="text-[13px]">{line}</span>
      </p>
      <span className="flex flex-none flex-wrap gap-2 pl-6.5">
        {wantsName.has(alert.type) && alert.status === 'active' ? (
          <Button className="border-current bg-transparent text-current" aria-label={t('identifyNamed', { title: words.title })} onPress={identify}>
            {t('identify')}
          </Button>
        ) : null}
        {may && alert.status === 'active' ? (
          <Button className="border-current bg-transparent text-current" aria-label={t('acknowledgeNamed', { title: words.title })} onPress={() => useAlertDialogs.setState({ acknowledging: [alert] })}>
            {t('acknowledge')}
          </Button>
        ) : null}
      </span>
    </Frame>
  )
}
