import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../../../ui/time.ts'
import { flagOf, type AttendanceRecord, type Figure, type Flag } from './attendance-list.ts'

/** A percentage with one decimal, as the language writes it. */
export function useNumber(): (value: number) => string {
  const { locale } = useTimes()
  return (value) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

/** 92.3 %, 3 of 5, or New until 12 Dec. */
export function FigureText({ figure }: { figure: Figure }) {
  const { t } = useTranslation('attendance')
  const { yearDate } = useTimes()
  const number = useNumber()
  if (figure.status === 'new') return <span className="text-ink-muted">{t('newUntil', { on: yearDate(figure.until) })}</span>
  if (figure.status === 'insufficient_data') return <span className="text-ink-muted">{t('ratio', { attended: figure.attended, possible: figure.possible })}</span>
  return (
    <span className="flex items-baseline gap-2">
      <b className="w-[62px] font-semibold">{t('percentage', { number: number(figure.percentage) })}</b>
      <span className="text-xs text-ink-muted">{t('ratio', { attended: figure.attended, possible: figure.possible })}</span>
    </span>
  )
}

const signs = { warning: TriangleAlert, critical: CircleAlert } as const
const looks = { warning: 'text-attention', critical: 'text-refused' } as const

/** Colour, shape and word. */
export function FlagMark({ flag }: { flag: Flag }) {
  const { t } = useTranslation('attendance')
  const Sign = signs[flag]
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${looks[flag]}`}>
      <Sign aria-hidden size={15} className="flex-none" />
      {t(`flagged.${flag}`)}
    </span>
  )
}

export function FigureFlag({ figure }: { figure: Figure }) {
  const flag = flagOf(figure)
  return flag === null ? null : <FlagMark flag={flag} />
}

const shapes = { up: '▲', down: '▼', stable: '●' } as const
const trendLooks = { up: 'text-in', down: 'text-attention', stable: 'text-ink-muted' } as const

/** Since the span of the same length just before. */
export function TrendMark({ trend }: { trend: AttendanceRecord['trend'] }) {
  const { t } = useTranslation('attendance')
  if (trend === null) return null
  const points = `${trend.delta > 0 ? '+' : trend.delta < 0 ? '−' : ''}${Math.abs(trend.delta)}`
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${trendLooks[trend.direction]}`}>
      <span aria-hidden>{shapes[trend.direction]}</span>
      <span className="sr-only">{t(`trend.${trend.direction}`)}</span>
      <span>{t('points', { delta: points })}</span>
    </span>
  )
}
