import { Sunrise } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { seeDigest, useTurnover } from '../../stores/turnover.ts'
import { isNews } from '../../stores/turnover-rules.ts'
import { Button } from '../../ui/button.tsx'
import { useTimes } from '../../ui/time.ts'

/** On the desk in the morning while nobody has read what the night closed, and not there otherwise. */
export function DigestCard() {
  const { t } = useTranslation('turnover')
  const { time } = useTimes()
  const { digest, seen } = useTurnover()
  if (digest?.reset == null || !isNews(digest, seen)) return null
  const { closedOut, notSecured, dueAt } = digest.reset
  return (
    <section aria-label={t('digest.card')} className="flex flex-none flex-wrap items-center gap-2 rounded-lg border border-l-[5px] border-line border-l-out bg-panel px-3 py-2">
      <Sunrise aria-hidden size={17} className="flex-none self-start text-out" />
      <p className="min-w-56 flex-1">
        <b className="block font-semibold">{t('digest.card')}</b>
        {[closedOut > 0 ? `${t('digest.closedOut', { count: closedOut, at: time(dueAt) })}.` : '', notSecured === null ? '' : t('digest.notSecured', { name: notSecured })].filter(Boolean).join(' ')}
      </p>
      <span className="flex gap-2 pl-6.5">
        <Button size="sm" onPress={() => useTurnover.setState({ open: 'digest' })}>
          {t('digest.look')}
        </Button>
        <Button size="sm" onPress={() => seeDigest(digest.date)}>
          {t('digest.seen')}
        </Button>
      </span>
    </section>
  )
}
