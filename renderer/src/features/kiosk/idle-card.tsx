import { Hourglass, Nfc, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { kiosk as english } from '../../i18n/en/kiosk.ts'
import { kiosk as french } from '../../i18n/fr/kiosk.ts'
import { DutyBanner } from './duty-banner.tsx'
import { helpFor } from './kiosk-state.ts'
import { TodaysLead } from './todays-lead.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useReadyState } from './use-ready-state.ts'

/** Between two people: what to do, in both languages; or, honestly, why it would not work. */
export function IdleCard() {
  const { t, i18n } = useTranslation('kiosk')
  const state = useReadyState()
  const help = helpFor(state)
  const here = i18n.language === 'fr' ? [french.hold, english.hold] : [english.hold, french.hold]
  const languages = i18n.language === 'fr' ? ['fr-CA', 'en-CA'] : ['en-CA', 'fr-CA']
  if (help !== undefined) {
    const { Icon, face } = help === 'moment' ? { Icon: Hourglass, face: 'border-attention bg-attention-soft text-attention' } : { Icon: TriangleAlert, face: 'border-refused bg-refused-soft text-refused' }
    return (
      <section role={help === 'moment' ? 'status' : 'alert'} className={`flex flex-col justify-center gap-4 rounded-2xl border-2 p-10 ${face}`}>
        <Icon aria-hidden size={92} strokeWidth={1.8} />
        <h1 className="text-5xl/tight font-bold">{t(`state.${state}`)}</h1>
        <p className="text-3xl text-ink">{t(`help.${help}`)}</p>
      </section>
    )
  }
  return (
    <section className="flex min-h-0 flex-col items-center justify-center gap-5 rounded-2xl border-2 border-line bg-panel px-10 py-5 text-center">
      <Nfc aria-hidden size={96} strokeWidth={1.5} className="flex-none text-out" />
      <div className="grid gap-3">
        <h1 lang={languages[0]} className="text-[40px]/tight font-bold text-balance">
          {here[0]}
        </h1>
        <p lang={languages[1]} className="text-[34px]/tight text-ink-muted text-balance">
          {here[1]}
        </p>
      </div>
      <DutyBanner />
      <TodaysLead />
      <UndoBar />
    </section>
  )
}
