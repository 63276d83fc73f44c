import { useEffect, useState } from 'react'
import { begin } from './acts.ts'
import { createHold, holdMs } from './hold.ts'

/**
 * F12 held for two seconds begins an emergency: from every room, over an open dialog, with nobody signed in (screens.md 5.2).
 * @returns since when it is held, in `performance.now()`; null = it is not
 */
export function useMusterKey(): number | null {
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    const hold = createHold((held) => setSince(held ? performance.now() : null))
    const onDown = (event: KeyboardEvent): void => {
      if (!event.isTrusted) return
      // The browser's own tools.
      if (event.key === 'F12') event.preventDefault()
      hold.down(event)
    }
    const onUp = ({ key }: KeyboardEvent): void => hold.up(key)
    const onHidden = (): void => void (document.hidden && hold.end())
    window.addEventListener('keydown', onDown, true)
    window.addEventListener('keyup', onUp, true)
    window.addEventListener('blur', hold.end)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      window.removeEventListener('keydown', onDown, true)
      window.removeEventListener('keyup', onUp, true)
      window.removeEventListener('blur', hold.end)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [])
  useEffect(() => {
    if (since === null) return undefined
    const timer = setTimeout(() => {
      setSince(null)
      void begin('live')
    }, holdMs)
    return () => clearTimeout(timer)
  }, [since])
  return since
}
