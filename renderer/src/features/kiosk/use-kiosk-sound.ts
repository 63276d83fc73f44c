import { useEffect } from 'react'
import { setLoudness } from '../../sound/player.ts'
import { judgePace, loudnessAt } from '../../stores/kiosk-pace.ts'
import { useSystem } from '../../stores/system.ts'
import { useTimes } from '../../ui/time.ts'

const everyMs = 5_000

/** As loud, and as quick, as the station's settings say at this hour of the unit's clock. For the window, once. */
export function useKioskSound(): void {
  const { time } = useTimes()
  useEffect(() => setLoudness((tone) => loudnessAt(tone, time(Date.now() + useSystem.getState().clockOffset))))
  useEffect(() => {
    const timer = setInterval(() => judgePace(), everyMs)
    return () => clearInterval(timer)
  }, [])
}
