import { ClipboardList, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { muster as english } from '../../i18n/en/muster.ts'
import { muster as french } from '../../i18n/fr/muster.ts'
import { useMuster } from '../../stores/muster.ts'

/** For everybody who passes a kiosk or the wall display while a muster is open: what to do, in both languages, and figures; no names. @param isLarge it has the screen to itself */
export function PublicNotice({ isLarge = false }: { isLarge?: boolean }) {
  const { t, i18n } = useTranslation('muster')
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
  const [other, language] = i18n.language === 'fr' ? [english.point, 'en-CA'] : [french.point, 'fr-CA']
  return (
    <section role="status" className={`flex min-h-0 min-w-0 flex-col justify-center-safe gap-5 overflow-hidden rounded-2xl border-4 px-10 py-6 ${face}`}>
      <div className="flex items-start gap-6">
        <Icon aria-hidden size={84} strokeWidth={2.2} className="flex-none" />
        <div className="grid gap-1">
          <p className="text-[clamp(34px,3.6vw,60px)]/tight font-extrabold">{t(`point.${kind}`)}</p>
          <p className="text-[clamp(28px,2.8vw,46px)]/tight font-bold text-ink">{t('point.go')}</p>
        </div>
      </div>
      <div lang={language} className="grid gap-1 border-t-2 border-current pt-4">
        <p className="text-[clamp(26px,2.4vw,40px)]/tight font-extrabold">{other[kind]}</p>
        <p className="text-[clamp(24px,2.2vw,36px)]/tight font-semibold text-ink">{other.go}</p>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-8 border-t-2 border-current pt-3">
        <span className="text-[clamp(64px,8vw,130px)]/none font-extrabold whitespace-nowrap">{t('figures.of', { accounted, total })}</span>
        <span className="text-4xl font-bold">{missing === 0 ? t('figures.nobody') : t('figures.missing', { count: missing })}</span>
      </p>
    </section>
  )
}
