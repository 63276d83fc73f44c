import { Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDuty } from '../../stores/duty.ts'
import { usePresence } from '../../stores/presence.ts'
import { quietMinutes, useTurnover } from '../../stores/turnover.ts'
import { warningOf } from '../../stores/turnover-rules.ts'
import { Button } from '../../ui/button.tsx'
import { useNow, useTimes } from '../../ui/time.ts'

/** In the last hour of the day, in every room: who is inside would be signed out by the clock (screens.md W-24). */
export function TurnoverBanner() {
  const { t } = useTranslation('turnover')
  const { time } = useTimes()
  const now = useNow(10_000)
  const { status, quietUntil } = useTurnover()
  const inside = usePresence((state) => state.snapshot?.people.length ?? 0)
  const isOpen = useDuty((state) => (state.lockup?.status ?? 'secured') !== 'secured')
  if (status === null) return null
  const warning = warningOf({ now, nextResetAt: status.nextResetAt, quietUntil, inside, isOpen })
  if (warning === null) return null
  const at = time(status.nextResetAt)
  return (
    <div role="status" className="flex items-center gap-3 border-b border-attention bg-attention-soft px-4 py-2 text-attention">
      <Hourglass aria-hidden size={18} className="flex-none" />
      <p className="min-w-0 flex-1 font-semibold">{warning === 'people' ? t('warning.people', { count: inside, at }) : t('warning.open', { at })}</p>
      <Button size="sm" onPress={() => useTurnover.setState({ open: 'preview' })}>
        {t('warning.look')}
      </Button>
      <Button size="sm" onPress={() => useTurnover.setState({ quietUntil: now + quietMinutes * 60_000 })}>
        {t('warning.later', { minutes: quietMinutes })}
      </Button>
    </div>
  )
}
