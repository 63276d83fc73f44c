import { useTranslation } from 'react-i18next'
import { useTimes } from '../../../ui/time.ts'
import type { Absence } from './absence-dialog.tsx'

/** One day, or from the first to the last. */
export function useAbsenceDays(): (absence: Pick<Absence, 'fromDate' | 'toDate'>) => string {
  const { t } = useTranslation('attendance')
  const { yearDate } = useTimes()
  return ({ fromDate, toDate }) => (fromDate === toDate ? yearDate(fromDate) : t('absences.days', { from: yearDate(fromDate), to: yearDate(toDate) }))
}
