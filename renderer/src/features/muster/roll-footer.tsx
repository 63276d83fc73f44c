import { Check, CloudOff } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domain/names.ts'
import { takeLastBack, useMuster } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Refusal } from '../../ui/refusal.tsx'

const keysShown = [
  ['Enter', 'enter'],
  ['↑ ↓', 'arrows'],
  ['Alt+F', 'assistance'],
  ['Alt+E', 'essential'],
] as const

/** What was said last, with the way back; taps that wait for the core; and what the keys do. */
export function RollFooter() {
  const { t } = useTranslation('muster')
  const { last, waiting, markProblem, roll } = useMuster()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.repeat || useMuster.getState().last === null) return
      // A field's own undo comes first, and so does what a dialog asks.
      if ((event.target instanceof HTMLInputElement && event.target.value !== '') || document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      takeLastBack()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  const [id] = last?.mark.entryIds ?? []
  const one = last?.mark.entryIds.length === 1 ? roll?.entries.find((entry) => entry.id === id) : undefined
  return (
    <footer className="flex min-h-[60px] flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-1.5">
      <Refusal of={markProblem} />
      {waiting > 1 ? (
        <p role="status" className="flex items-center gap-2 font-semibold text-attention">
          <CloudOff aria-hidden size={20} /> {t('footer.waiting', { count: waiting })}
        </p>
      ) : null}
      {last === null ? null : (
        <div className="flex min-w-0 items-center gap-3">
          <Check aria-hidden size={20} className="flex-none text-in" />
          <span className="min-w-0 truncate">{one === undefined ? t('footer.many', { count: last.mark.entryIds.length }) : t(`footer.${last.mark.state}`, { name: fullName(one) })}</span>
          <Button shortcut="Ctrl+Z" className="h-12!" onPress={takeLastBack}>
            {t('footer.undo')}
          </Button>
        </div>
      )}
      <p aria-label={t('legend.label')} className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink">
        {keysShown.map(([key, word]) => (
          <span key={key} className="flex items-center gap-1.5">
            <Kbd>{key}</Kbd>
            <span className="sr-only">{key}: </span>
            {t(`legend.${word}`)}
          </span>
        ))}
      </p>
    </footer>
  )
}
