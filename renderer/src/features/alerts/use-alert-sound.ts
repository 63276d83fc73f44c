import { useEffect, useRef } from 'react'
import { playTone } from '../../sound/player.ts'
import { isHeard, reminderMs, useAlerts } from '../../stores/alerts.ts'

/** An alert is heard when it comes; a critical one again and again until somebody answers for it (domain.md 4.11). */
export function useAlertSound(): void {
  const alerts = useAlerts((state) => state.alerts)
  const before = useRef<typeof alerts>(null)
  useEffect(() => {
    if (alerts === null) return
    if (isHeard(before.current, alerts)) void playTone('alert')
    before.current = alerts
  }, [alerts])
  const isCritical = alerts?.some(({ severity }) => severity === 'critical') === true
  useEffect(() => {
    if (!isCritical) return undefined
    const timer = setInterval(() => void playTone('alert'), reminderMs)
    return () => clearInterval(timer)
  }, [isCritical])
}
