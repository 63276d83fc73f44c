import { CircleCheck, CircleDashed, SquarePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export type RosterStatus = 'none' | 'draft' | 'published'

const marks = {
  none: { Icon: CircleDashed, tone: 'text-ink-muted' },
  draft: { Icon: SquarePen, tone: 'text-attention' },
  published: { Icon: CircleCheck, tone: 'text-in' },
} as const

/** Whether a roster has effect: by colour, by shape and by word. */
export function StateMark({ status }: { status: RosterStatus }) {
  const { t } = useTranslation('schedule')
  const { Icon, tone } = marks[status]
  return (
    <span className={`inline-flex items-center gap-1 text-xs font-semibold whitespace-nowrap ${tone}`}>
      <Icon aria-hidden size={15} strokeWidth={2.2} />
      {t(`status.${status}`)}
    </span>
  )
}
