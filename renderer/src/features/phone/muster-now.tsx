import { CircleAlert, CircleCheckBig, ClipboardList, HandHelping, Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMuster } from '../../stores/muster.ts'
import { useTimes } from '../../ui/time.ts'
import { Spoken } from '../muster/figures.tsx'

/** How the muster stands that is open, in figures; the names are at the desk, where the roll is called. */
export function MusterNow() {
  const { t } = useTranslation(['views', 'muster'])
  const { time } = useTimes()
  const open = useMuster((state) => state.now?.open)
  if (open == null) return null
  const { kind, startedAt, accounted, total, missing, needsAssistance } = open
  const Icon = kind === 'live' ? Siren : ClipboardList
  return (
    <section aria-label={t('muster:bar.label')} className={`grid gap-2 border-b-4 px-4 py-3 ${kind === 'live' ? 'border-refused bg-refused-soft text-refused' : 'border-out bg-out-soft text-out'}`}>
      <h2 className="flex items-center gap-3 text-lg font-extrabold">
        <Icon aria-hidden size={30} className="flex-none" />
        {t(`muster:bar.${kind}`)}
        <span className="ml-auto text-sm font-semibold">{t('phone.muster.since', { at: time(startedAt) })}</span>
      </h2>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <p className="text-4xl/none font-extrabold whitespace-nowrap text-ink">{t('muster:figures.of', { accounted, total })}</p>
        {missing === 0 ? (
          <p className="flex items-center gap-2 text-lg font-bold text-in">
            <CircleCheckBig aria-hidden size={24} /> {t('muster:figures.nobody')}
          </p>
        ) : (
          <p className="flex items-center gap-2 text-xl font-extrabold text-refused">
            <CircleAlert aria-hidden size={24} /> {t('muster:figures.missing', { count: missing })}
          </p>
        )}
        {needsAssistance === 0 ? null : (
          <p className="flex items-center gap-2 text-lg font-bold text-attention">
            <HandHelping aria-hidden size={24} /> {t('muster:figures.assistance', { count: needsAssistance })}
          </p>
        )}
      </div>
      <Spoken figures={open} />
    </section>
  )
}
