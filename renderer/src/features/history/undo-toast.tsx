import { Check, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissUndo, hasWayBack, isOffered, takeOfferBack, useUndo } from '../../stores/undo.ts'
import { secondsLeft, undoMs } from '../../stores/undo-window.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useNow } from '../../ui/time.ts'

/** A text field's own undo comes first, as long as there is text in it. */
const isEditing = (target: EventTarget | null): boolean => (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== ''

/** What the desk just did, with ten seconds to take it back; the time waits for nobody, for the door does not either. */
export function UndoToast() {
  const { t } = useTranslation('history')
  const { offer, said } = useUndo()
  const now = useNow(250)
  const offered = isOffered(offer, now) ? offer : null
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!isUndo || event.repeat || offer === null || !hasWayBack(offer) || isEditing(event.target)) return
      // What a dialog asks comes first.
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      event.preventDefault()
      void takeOfferBack(offer, (name) => t('undo.done', { name }))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [offer, t])
  const left = offered === null ? 0 : secondsLeft(offered.at, now)
  const words = said?.words ?? offered?.words
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-40 flex justify-center px-6">
      {words === undefined ? null : (
        <div className={`pointer-events-auto relative flex max-w-2xl items-center gap-3 overflow-hidden rounded-lg border bg-panel py-2 pr-2 pl-4 shadow-lg ${said?.isRefused === true ? 'border-refused' : 'border-line'}`}>
          {said?.isRefused === true ? <X aria-hidden size={18} className="flex-none text-refused" /> : said === null ? <Check aria-hidden size={18} className="flex-none text-in" /> : <Undo2 aria-hidden size={18} className="flex-none text-ink-muted" />}
          <span className={`min-w-0 wrap-break-word ${said?.isRefused === true ? 'text-refused' : ''}`}>{words}</span>
          {said === null && offered?.next !== undefined ? <Button onPress={offered.next.run}>{offered.next.words}</Button> : null}
          {said === null && offered !== null && hasWayBack(offered) ? (
            <Button shortcut="Ctrl+Z" onPress={() => void takeOfferBack(offered, (name) => t('undo.done', { name }))}>
              {t('undo.label')}
              <span aria-hidden className="w-8 text-right text-ink-muted">
                {t('undo.seconds', { count: left })}
              </span>
            </Button>
          ) : null}
          <IconButton label={t('undo.dismiss')} onPress={dismissUndo}>
            <X aria-hidden size={16} />
          </IconButton>
          {said === null && offered !== null ? <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-out" style={{ transform: `scaleX(${Math.max(0, (offered.at + undoMs - now) / undoMs)})` }} /> : null}
        </div>
      )}
    </div>
  )
}
