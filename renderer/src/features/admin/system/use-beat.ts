import { useEffect, useState } from 'react'

/** A number that grows every `everyMs` while `isOn`: for what is looked at again and again. */
export function useBeat(everyMs: number, isOn = true): number {
  const [beat, setBeat] = useState(0)
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => setBeat((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, isOn])
  return beat
}
