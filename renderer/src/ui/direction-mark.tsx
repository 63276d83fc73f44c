import { ArrowDown, ArrowUp, Minus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const marks = {
  in: { Icon: ArrowDown, tone: 'bg-in-soft text-in' },
  out: { Icon: ArrowUp, tone: 'bg-out-soft text-out' },
  refused: { Icon: X, tone: 'bg-refused-soft text-refused' },
  /** Read, and nobody moved. */
  stays: { Icon: Minus, tone: 'bg-attention-soft text-attention' },
} as const

/** In ↓ green, out ↑ blue, refused ✕ red, nobody moved – amber: colour, shape and, for those who see neither, the word. */
export function DirectionMark({ kind, size = 'small' }: { kind: keyof typeof marks; size?: 'small' | 'large' }) {
  const { t } = useTranslation('common')
  const { Icon, tone } = marks[kind]
  const box = size === 'small' ? 'size-6 rounded-md' : 'size-9 rounded-lg'
  return (
    <span role="img" aria-label={t(`direction.${kind}`)} className={`grid flex-none place-items-center ${box} ${tone}`}>
      <Icon aria-hidden size={size === 'small' ? 15 : 22} strokeWidth={2.6} />
    </span>
  )
}
