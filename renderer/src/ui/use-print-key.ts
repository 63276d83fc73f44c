import { useEffect } from 'react'

/** Ctrl+P prints what the room has made for paper, the same as its button (screens.md 5.2). */
export function usePrintKey(isOn = true): void {
  useEffect(() => {
    if (!isOn) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.metaKey || event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      window.print()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isOn])
}
