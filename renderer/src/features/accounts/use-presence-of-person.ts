import { useEffect } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../stores/session.ts'

const everyMs = 20_000

/** Tells the core that somebody is at the desk, so that it does not lock under their hands. */
export function usePresenceOfPerson(): void {
  const signedIn = useSession((state) => state.state?.session != null)
  useEffect(() => {
    if (!signedIn) return
    let last = -everyMs
    const touch = (): void => {
      const now = performance.now()
      if (now - last < everyMs) return
      last = now
      void api().accounts.touch({})
    }
    for (const name of ['keydown', 'pointerdown', 'wheel'] as const) window.addEventListener(name, touch, { passive: true })
    return () => {
      for (const name of ['keydown', 'pointerdown', 'wheel'] as const) window.removeEventListener(name, touch)
    }
  }, [signedIn])
}
