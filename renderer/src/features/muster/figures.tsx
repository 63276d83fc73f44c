import { CircleAlert, CircleCheckBig, HandHelping } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figures as Counted } from './parts.ts'

/** The largest thing on the screen: how many are accounted for, of how many, and how many are missing. */
export function Figures({ figures }: { figures: Counted }) {
  const { t } = useTranslation('muster')
  const { accounted, total, missing, needsAssistance, percent } = figures
  return (
    <section aria-label={t('figures.label')} className="flex flex-wrap items-center gap-x-8 gap-y-2 border-b border-line bg-panel px-5 py-3">
      <p className="text-[clamp(64px,7vw,120px)]/none font-extrabold tracking-tight whitespace-nowrap">{t('figures.of', { accounted, total })}</p>
      <div className="grid min-w-48 flex-1 gap-2">
        <p className="text-5xl/none font-bold">{t('figures.percent', { percent })}</p>
        <div aria-hidden className="h-5 overflow-hidden rounded-full border border-line bg-chip">
          <div className="h-full bg-in" style={{ width: `${percent}%` }} />
        </div>
      </div>
      <div className="grid gap-1">
        {missing === 0 ? (
          <p className="flex items-center gap-3 text-4xl/none font-extrabold text-in">
            <CircleCheckBig aria-hidden size={44} /> {t('figures.nobody')}
          </p>
        ) : (
          <p className="flex items-center gap-3 text-5xl/none font-extrabold whitespace-nowrap text-refused">
            <CircleAlert aria-hidden size={48} /> {t('figures.missing', { count: missing })}
          </p>
        )}
        {needsAssistance === 0 ? null : (
          <p className="flex items-center gap-3 text-xl font-bold text-attention">
            <HandHelping aria-hidden size={28} className="mx-2.5" /> {t('figures.assistance', { count: needsAssistance })}
          </p>
        )}
      </div>
      <Spoken figures={figures} />
    </section>
  )
}

/** Those who listen hear how it stands at most so often, in ms; that nobody is missing any more at once. */
const spokenMs = 20_000

/** The same for those who listen, now and then. */
export function Spoken({ figures: { accounted, total, missing } }: { figures: Pick<Counted, 'accounted' | 'total' | 'missing'> }) {
  const { t } = useTranslation('muster')
  const [words, setWords] = useState('')
  const at = useRef(-Infinity)
  const now = `${t('figures.of', { accounted, total })}. ${missing === 0 ? t('figures.nobody') : t('figures.missing', { count: missing })}`
  useEffect(() => {
    const wait = missing === 0 ? 0 : Math.max(0, at.current + spokenMs - performance.now())
    const timer = setTimeout(() => {
      at.current = performance.now()
      setWords(now)
    }, wait)
    return () => clearTimeout(timer)
  }, [now, missing])
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )
}
