import { useTranslation } from 'react-i18next'
import type { Recurrence } from '../../../../../shared/domain/duty-watch-rules.ts'
import { useTimes } from '../../../ui/time.ts'
import { weekdayName } from '../../../ui/weekdays.ts'

/** “Every second Tuesday”, “Last Thursday of the month”. */
export function useRecurrenceWords(): (recurrence: Recurrence) => string {
  const { t } = useTranslation('settings')
  const { locale } = useTimes()
  return (recurrence) => {
    const weekday = weekdayName(recurrence.weekday, locale)
    if (recurrence.kind === 'monthly') return t(`recurrence.monthly.${recurrence.ordinal}`, { weekday })
    if (recurrence.intervalWeeks === 1) return t('recurrence.every', { weekday })
    return recurrence.intervalWeeks === 2 ? t('recurrence.second', { weekday }) : t('recurrence.nth', { weekday, weeks: recurrence.intervalWeeks })
  }
}

/** “19:00 until it ends”, “19:00–01:30 (next morning)”. */
export function useSpanWords(): (startTime: string, endTime: string) => string {
  const { t } = useTranslation('settings')
  return (startTime, endTime) => (startTime === endTime ? t('span.open', { start: startTime }) : t(endTime < startTime ? 'span.overnight' : 'span.plain', { start: startTime, end: endTime }))
}
