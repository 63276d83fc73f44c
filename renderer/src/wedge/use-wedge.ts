import { useEffect } from 'react'
import { createKeyBurstRecogniser } from '../../../shared/domain/key-burst.ts'
import { removeBeforeCaret, textEntryOf } from './text-entry.ts'

/**
 * Hears a keyboard reader anywhere in the window (screens.md W-4): no field needs the focus, and no badge lands in one.
 * In a text field the reader's characters are taken out again; the Enter that ends them never submits a form.
 */
export function useWedge(onScan: (text: string) => void): void {
  useEffect(() => {
    const recogniser = createKeyBurstRecogniser()
    const onKey = (event: KeyboardEvent): void => {
      const field = textEntryOf(event.target)
      const verdict = recogniser.key(event, field === null ? 'hold' : 'watch')
      if (verdict.swallow) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      const leaked = verdict.scan?.leaked ?? verdict.refused?.leaked ?? 0
      if (field !== null && leaked > 0) removeBeforeCaret(field, leaked)
      if (verdict.scan !== null) onScan(verdict.scan.text)
    }
    const onBlur = (): void => recogniser.reset()
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('blur', onBlur)
    }
  }, [onScan])
}
