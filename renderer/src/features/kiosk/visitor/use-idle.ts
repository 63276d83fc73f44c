import { useCallback, useEffect, useRef, useState } from 'react'
import { useKioskVisitor } from '../../../stores/kiosk-visitor.ts'

/** Without a touch or a key for this long the visitor is asked (screens.md W-11, 5.3). */
const quietMs = 60_000
/** A keyboard reader is known for one when its line ends: its keys wait that long before they count as a person's. */
const burstMs = 250

interface Idle {
  /** The visitor is being asked whether they are still there. */
  readonly isAsking: boolean
  readonly goOn: () => void
}

/** Whether the visitor has left. A badge is no sign of theirs, and while somebody else's task covers the form no time runs. */
export function useIdle(isPaused: boolean): Idle {
  const [isAsking, setIsAsking] = useState(false)
  const restart = useRef((): void => {})
  const goOn = useCallback((): void => {
    setIsAsking(false)
    restart.current()
  }, [])
  useEffect(() => {
    if (isPaused) return
    let quiet: ReturnType<typeof setTimeout> | undefined
    let typed: ReturnType<typeof setTimeout> | undefined
    const act = (): void => {
      clearTimeout(quiet)
      quiet = setTimeout(() => setIsAsking(true), quietMs)
    }
    const onKey = (): void => {
      clearTimeout(typed)
      typed = setTimeout(act, burstMs)
    }
    restart.current = act
    act()
    window.addEventListener('pointerdown', act, true)
    window.addEventListener('keydown', onKey)
    const unsubscribe = useKioskVisitor.subscribe(({ badges }, before) => (badges === before.badges ? undefined : clearTimeout(typed)))
    return () => {
      clearTimeout(quiet)
      clearTimeout(typed)
      setIsAsking(false)
      window.removeEventListener('pointerdown', act, true)
      window.removeEventListener('keydown', onKey)
      unsubscribe()
    }
  }, [isPaused])
  return { isAsking, goOn }
}
