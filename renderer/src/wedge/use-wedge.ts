import { useEffect } from 'react'
import { createKeyBurstRecogniser } from '../../../shared/domain/key-burst.ts'
import { createKeyUndo, textEntryOf, writeField, type TextEntry } from './text-entry.ts'

const modifierKeys = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph'])

/** Whether the recogniser may count this key as one that went into a field. */
const mayLeak = ({ key, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => !repeat && !ctrlKey && !altKey && !metaKey && !modifierKeys.has(key)

/**
 * Hears a keyboard reader anywhere in the window (screens.md W-4): no field needs the focus, and no badge lands in one.
 * In a text field the reader's characters are taken out again; the Enter that ends them never submits a form.
 */
export function useWedge(onScan: (text: string) => void): void {
  useEffect(() => {
    const recogniser = createKeyBurstRecogniser()
    const undo = createKeyUndo<TextEntry>(writeField)
    const onKey = (event: KeyboardEvent): void => {
      // A key that a control passes on to another, as a search does to its list, was heard already.
      if (!event.isTrusted) return
      const field = textEntryOf(event.target)
      const { swallow, scan, refused } = recogniser.key(event, field === null ? 'hold' : 'watch')
      if (swallow) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else if (mayLeak(event)) undo.remember(field)
      const leaked = scan?.leaked ?? refused?.leaked ?? 0
      if (leaked > 0) undo.takeBack(leaked)
      if (scan !== null) onScan(scan.text)
    }
    const onBlur = (): void => {
      recogniser.reset()
      undo.forget()
    }
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('blur', onBlur)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('blur', onBlur)
    }
  }, [onScan])
}
