import { OctagonX, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useKiosk } from '../../stores/kiosk.ts'
import { offeredScan, undoAtKiosk, useKioskUndo, type Said } from '../../stores/kiosk-undo.ts'
import { secondsLeft } from '../../stores/undo-window.ts'
import { useNow } from '../../ui/time.ts'

/** For ten seconds, whoever stands there takes their own scan back; the next badge may come at any time. @param isNarrow only the button has room */
export function UndoBar({ isNarrow = false }: { isNarrow?: boolean }) {
  const { t } = useTranslation(['kiosk', 'outcomes'])
  const { card, last } = useKiosk()
  const undone = useKioskUndo((state) => state.undone)
  const now = useNow(250)
  const scan = offeredScan({ card, last }, undone, now)
  // Its place is kept: nothing jumps when the time is over.
  if (scan === null) return <div aria-hidden className={`h-16 ${card === null ? '' : 'mt-4'}`} />
  const name = scan.person === null ? '' : `${scan.person.rank} ${scan.person.lastName}`.trim()
  return (
    <div className={`flex h-16 items-center gap-4 ${card === null ? '' : 'mt-4'}`}>
      <button
        type="button"
        onClick={() => void undoAtKiosk(scan)}
        className="flex h-16 min-w-0 cursor-pointer items-center gap-3 rounded-xl border-2 border-line bg-panel px-6 text-2xl font-semibold text-ink"
      >
        <Undo2 aria-hidden size={28} className="flex-none" />
        <span className="whitespace-nowrap">{t('undo.label')}</span>
        {card === null ? <span className="truncate font-normal text-ink-muted">{`${name} · ${t(`outcomes:outcome.${scan.outcome}.title`)}`}</span> : <span className="sr-only">{name}</span>}
        <span aria-hidden className="w-14 flex-none text-right font-normal text-ink-muted">
          {t('undo.seconds', { count: secondsLeft(scan.at, now) })}
        </span>
      </button>
      {card === null || isNarrow ? null : <span className="text-xl text-ink-muted">{t('undo.question')}</span>}
    </div>
  )
}

/** What came of it, in place of the card. */
export function UndoneCard({ said: { scan, refused } }: { said: Said }) {
  const { t } = useTranslation('kiosk')
  const words = refused === null ? null : refusalWords(refused)
  const Icon = words === null ? Undo2 : OctagonX
  const face = words === null ? 'border-ink-muted bg-panel text-ink' : 'border-refused bg-refused-soft text-refused'
  return (
    <section role={words === null ? 'status' : 'alert'} data-outcome={words === null ? 'undone' : 'undo_refused'} className={`flex min-w-0 flex-col justify-center gap-4 overflow-hidden rounded-2xl border-2 px-10 py-9 ${face}`}>
      <Icon aria-hidden size={92} strokeWidth={2.2} />
      <h1 className="text-5xl/tight font-bold">{t(words === null ? 'undo.doneTitle' : 'undo.refusedTitle')}</h1>
      <p className="text-[28px]/snug text-pretty text-ink">{words === null ? t('undo.doneText', { name: `${scan.person?.rank ?? ''} ${scan.person?.lastName ?? ''}`.trim() }) : `${words.message} ${words.howToFix}`}</p>
    </section>
  )
}
