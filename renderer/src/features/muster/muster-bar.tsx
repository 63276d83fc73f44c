import { ClipboardList, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { showRoll, useMuster } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/time.ts'
import { stopwatch } from './stopwatch.ts'

/** On every room while a muster is open: how it stands, and the way back to it. */
export function MusterBar() {
  const { t } = useTranslation('muster')
  const open = useMuster((state) => state.now?.open)
  const now = useNow(1000)
  if (open == null) return null
  const Icon = open.kind === 'live' ? Siren : ClipboardList
  return (
    <section aria-label={t('bar.label')} className={`flex items-center gap-4 px-4 py-2 text-on-action ${open.kind === 'live' ? 'bg-refused' : 'bg-out'}`}>
      <Icon aria-hidden size={24} className="flex-none" />
      <p className="min-w-0 flex-1 text-lg">
        <b>{t(`bar.${open.kind}`)}</b> {t('figures.of', { accounted: open.accounted, total: open.total })} · <b>{t('figures.missing', { count: open.missing })}</b> · {stopwatch(now - new Date(open.startedAt).getTime())}
      </p>
      <Button onPress={() => showRoll(open.id)} className="bg-panel! text-ink!">
        {t('bar.back')}
      </Button>
    </section>
  )
}
