import { useEffect, useRef } from 'react'
import { useKiosk } from '../../stores/kiosk.ts'
import { usePreferences } from '../../stores/preferences.ts'

const idleMs = 60_000

/** Gives the next person the kiosk's own language again, a minute after the last one used it. */
export function useLanguageReturn(): void {
  const language = usePreferences((state) => state.language)
  const last = useKiosk((state) => state.last)
  const own = useRef(language)
  useEffect(() => {
    const timer = setTimeout(() => usePreferences.setState({ language: own.current }), idleMs)
    return () => clearTimeout(timer)
  }, [language, last])
}
