import { useTranslation } from 'react-i18next'
import { useTimes } from '../../../ui/time.ts'
import { weekdayName } from '../../../ui/weekdays.ts'
import type { Course } from './course-draft.ts'

/** A course's days and hours as they are read. */
export function useCourseWords() {
  const { t } = useTranslation('courses')
  const { yearDate, locale } = useTimes()
  return {
    dates: ({ startDate, endDate }: Course) => t('days', { from: yearDate(startDate), to: yearDate(endDate) }),
    weekdays: ({ trainingDays }: Course) => trainingDays.map((day) => weekdayName(day, locale, 'short').replace('.', '')).join(', '),
    hours: ({ startTime, endTime }: Course) => t('hours', { start: startTime, end: endTime }),
  }
}
