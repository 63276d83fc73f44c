import { ClipboardList, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMuster } from '../../stores/muster.ts'

/** For everybody who passes a kiosk or the wall display while a muster is open: what to do, and figures; no names. @param isLarge it has the screen to itself */
export function PublicNotice({ isLarge = false }: { isLarge?: boolean }) {
  const { t } = useTranslation('muster')
  const open = useMuster((state) => state.now?.open)
  if (open == null) return null
  const { kind, accounted, total, missing } = open
  const Icon = kind === 'live' ? Siren : ClipboardList
  const face = kind === 'live' ? 'border-refused bg-refused-soft text-refused' : 'border-out bg-out-soft text-out'
  if (!isLarge)
    return (
      <section aria-label={t('bar.label')} className={`flex items-center gap-5 border-b-4 px-7 py-3 ${face}`}>
        <Icon aria-hidden size={44} className="flex-none" />
        <p className="min-w-0 flex-1 text-[22px]/tight font-semibold">
          <b className="block text-[26px]/tight font-extrabold">{t(`point.${kind}`)}</b>
          {t('point.go')}
        </p>
        <p className="text-4xl font-extrabold whitespace-nowrap">{t('figures.of', { accounted, total })}</p>
      </section>
    )
  return (
    <section role="status" className={`flex min-h-0 min-w-0 flex-col justify-center gap-6 overflow-hidden rounded-2xl border-4 px-12 py-8 ${face}`}>
      <p className="flex items-center gap-6 text-[clamp(36px,4vw,64px)]/tight font-extrabold">
        <Icon aria-hidden size={84} strokeWidth={2.2} className="flex-none" />
        {t(`point.${kind}`)}
      </p>
      <p className="text-[clamp(30px,3.2vw,52px)]/tight font-bold text-ink">{t('point.go')}</p>
      <p className="text-[clamp(72px,10vw,150px)]/none font-extrabold">{t('figures.of', { accounted, total })}</p>
      <p className="text-3xl font-semibold">{t('point.figures', { accounted, total, missing })}</p>
    </section>
  )
}
