import { Ban, CircleCheck, CircleDashed, DoorOpen, LogOut, TimerOff, UserCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AccessEventState, AttendeeState } from '../../../../shared/domain/access-events.ts'

const ofEvent = {
  draft: { Icon: CircleDashed, tone: 'text-attention' },
  active: { Icon: DoorOpen, tone: 'text-in' },
  completed: { Icon: CircleCheck, tone: 'text-ink-muted' },
  cancelled: { Icon: Ban, tone: 'text-refused' },
} as const

/** How an event stands: by colour, by shape and by word. */
export function EventState({ state }: { state: AccessEventState }) {
  const { t } = useTranslation('events')
  const { Icon, tone } = ofEvent[state]
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${tone}`}>
      <Icon aria-hidden size={16} strokeWidth={2.2} />
      {t(`state.${state}`)}
    </span>
  )
}

const ofPerson = {
  pending: { Icon: CircleDashed, tone: 'text-ink-muted' },
  active: { Icon: UserCheck, tone: 'text-ink' },
  checked_out: { Icon: LogOut, tone: 'text-ink-muted' },
  expired: { Icon: TimerOff, tone: 'text-ink-muted' },
} as const

/** How an attendee stands to the event; green is left to who is inside. */
export function PersonState({ state }: { state: AttendeeState }) {
  const { t } = useTranslation('events')
  const { Icon, tone } = ofPerson[state]
  return (
    <span className={`inline-flex items-center gap-1.5 ${tone}`}>
      <Icon aria-hidden size={15} strokeWidth={2.2} className="flex-none" />
      {t(`person.${state}`)}
    </span>
  )
}
