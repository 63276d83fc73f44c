import { useTranslation } from 'react-i18next'
import type { Timings } from '../../../../../shared/domain/timings.ts'
import { TimeField } from '../../../ui/time-field.tsx'
import { WeekdaysField } from '../../../ui/weekdays-field.tsx'
import { YearDayField } from '../../../ui/year-day-field.tsx'
import { useProblemWords } from '../settings/problem-words.ts'

type Hours = Timings['workingHours']

interface Props {
  readonly hours: Hours
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (hours: Hours) => void
}

/** The working day, all year and in summer. */
export function HoursFields({ hours, problems, onChange }: Props) {
  const { t } = useTranslation('settings')
  const words = useProblemWords()
  const put = (changes: Partial<Hours>): void => onChange({ ...hours, ...changes })
  const about = (field: keyof Hours): string | undefined => words(problems[`workingHours.${field}`])
  const time = (field: 'regularWeekdayStart' | 'regularWeekdayEnd' | 'summerWeekdayStart' | 'summerWeekdayEnd') => (
    <TimeField label={t(`timings.${field}`)} value={hours[field]} onChange={(value) => put({ [field]: value })} error={about(field)} />
  )
  const day = (field: 'summerStartDate' | 'summerEndDate') => (
    <YearDayField label={t(`timings.${field}`)} dayLabel={t('timings.dayOf', { what: t(`timings.${field}`) })} monthLabel={t('timings.monthOf', { what: t(`timings.${field}`) })} value={hours[field]} onChange={(value) => put({ [field]: value })} error={about(field)} />
  )
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[7.5rem_7.5rem_minmax(0,24rem)]">
        {time('regularWeekdayStart')}
        {time('regularWeekdayEnd')}
        <WeekdaysField label={t('timings.regularWeekdays')} value={hours.regularWeekdays} onChange={(regularWeekdays) => put({ regularWeekdays })} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-[7.5rem_7.5rem_minmax(0,12rem)_minmax(0,12rem)]">
        {time('summerWeekdayStart')}
        {time('summerWeekdayEnd')}
        {day('summerStartDate')}
        {day('summerEndDate')}
      </div>
    </>
  )
}
