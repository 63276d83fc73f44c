import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePresence } from '../../stores/presence.ts'
import { useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/time.ts'
import { openSection, useHistoryView } from './history-store.ts'

const hourMs = 3_600_000

/** On the desk while somebody has been inside for long, and not there otherwise (domain.md 8 scenario 29). */
export function StaleWidget() {
  const { t } = useTranslation('history')
  const people = usePresence((state) => state.snapshot?.people)
  const hours = useHistoryView((state) => state.staleHours)
  const now = useNow(15_000)
  const mayAct = useMay('quartermaster')
  const count = (people ?? []).filter(({ kind, since }) => kind === 'member' && now - new Date(since).getTime() > hours * hourMs).length
  if (count === 0) return null
  return (
    <section aria-label={t('stale.title')} className="flex flex-none items-center gap-2.5 rounded-lg border border-l-[5px] border-line border-l-attention bg-attention-soft px-3 py-2">
      <Hourglass aria-hidden size={17} className="flex-none text-attention" />
      <p className="min-w-0 flex-1 text-attention">{t('stale.widget', { count, hours })}</p>
      {mayAct ? (
        <Button size="sm" onPress={() => openSection('stale')}>
          {t('stale.look')}
        </Button>
      ) : null}
    </section>
  )
}
