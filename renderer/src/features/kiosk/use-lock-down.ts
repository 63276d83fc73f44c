import { useEffect } from 'react'

const forbiddenChords = new Set(['KeyP', 'KeyS', 'KeyR', 'KeyW', 'KeyF', 'KeyG', 'KeyO', 'KeyU', 'KeyN', 'KeyT', 'KeyL', 'KeyJ', 'KeyH', 'KeyI', 'KeyA', 'KeyD', 'Digit0', 'Numpad0', 'Equal', 'Minus', 'NumpadAdd', 'NumpadSubtract'])

/** Keys that would open something of the browser's over the kiosk (trust.md 4.5). F11 stays: in a browser tab it fills the screen. */
export const isForbidden = ({ code, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  ((ctrlKey || metaKey) && forbiddenChords.has(code)) || (altKey && (code === 'ArrowLeft' || code === 'ArrowRight')) || ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F12', 'ContextMenu'].includes(code)

/** The page's own part of the lock-down; the window's part is the shell's. */
export function useLockDown(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isForbidden(event)) event.preventDefault()
    }
    const forbid = (event: Event): void => event.preventDefault()
    window.addEventListener('keydown', onKey, true)
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey) event.preventDefault()
    }
    const events = ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop'] as const
    for (const name of events) window.addEventListener(name, forbid)
    // Zoom by wheel or by two fingers on a pad; passive listeners could not forbid it.
    window.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      window.removeEventListener('keydown', onKey, true)
      for (const name of events) window.removeEventListener(name, forbid)
      window.removeEventListener('wheel', onWheel)
    }
  }, [])
}
