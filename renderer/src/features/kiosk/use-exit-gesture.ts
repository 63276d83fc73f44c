import { useCallback, useEffect, useRef } from 'react'

/** Five taps within 3.5 s (screens.md 1.5). */
const taps = 5
const withinMs = 3500

/** Whether the newest of these instants completes the gesture. Pure; milliseconds. */
export const completesGesture = (times: readonly number[]): boolean => {
  const first = times.at(-taps)
  const last = times.at(-1)
  return first !== undefined && last !== undefined && last - first <= withinMs
}

/** Asks for the exit by Ctrl+Alt+Shift+K, or by five taps: call what it returns for each tap in the corner. */
export function useExitGesture(onAsk: () => void): () => void {
  const times = useRef<number[]>([])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.altKey && event.shiftKey && event.code === 'KeyK') onAsk()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onAsk])
  return useCallback(() => {
    times.current = [...times.current, performance.now()].slice(-taps)
    if (!completesGesture(times.current)) return
    times.current = []
    onAsk()
  }, [onAsk])
}
