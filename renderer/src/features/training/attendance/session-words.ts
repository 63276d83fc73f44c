import { useTranslation } from 'react-i18next'
import type { attendance } from '../../../../../shared/contract/attendance.ts'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import { daysBetween } from '../../../../../shared/domain/civil-date.ts'
import { api } from '../../../api.ts'
import { useTraining } from '../../../stores/training.ts'
import { useTimes } from '../../../ui/time.ts'
import { useFetched } from '../../../ui/use-fetched.ts'

type Explained = OutputOf<typeof attendance.explain>
type Session = Explained['sessions'][number]

/** As many as the calendar gives at once. */
const calendarDays = 400
const named = ['statutory_holiday', 'holiday_exclusion', 'day_off', 'cancelled']

/** Why a session counted or did not, in a sentence; holidays by their name, cancelled nights with their note. */
export function useSessionWords({ sessions, minimumMinutes }: Pick<Explained, 'sessions' | 'minimumMinutes'>): (session: Session) => string {
  const { t, i18n } = useTranslation('attendance')
  const { time } = useTimes()
  const changes = useTraining((state) => state.changes)
  const dates = sessions.filter(({ why }) => named.includes(why)).map(({ date }) => date)
  const [from] = dates
  const to = dates.at(-1)
  const isAsked = from !== undefined && to !== undefined && daysBetween(from, to) < calendarDays
  const { value } = useFetched(async () => (isAsked ? api().training.calendar({ from, to }) : { ok: true as const, value: { days: [], years: [] } }), `${from} ${to}`, [changes])
  const ofDay = new Map(value?.days.map((day) => [day.date, day]))
  return ({ date, start, why, present, minutes }) => {
    const day = ofDay.get(date)
    const holiday = day?.holiday
    const name = holiday == null ? undefined : i18n.language === 'fr' ? (holiday.nameFr ?? holiday.name) : holiday.name
    const note = day?.exceptions.find(({ type }) => type === (why === 'day_off' ? 'day_off' : 'cancelled_training'))?.note
    switch (why) {
      case 'attended':
        return present[0]?.from === start ? t('why.attendedEarly', { start: time(start), minutes, minimum: minimumMinutes }) : t('why.attended', { minutes, minimum: minimumMinutes })
      case 'too_short':
        return t('why.too_short', { missing: minimumMinutes - minutes, minutes, minimum: minimumMinutes })
      case 'statutory_holiday':
        return name === undefined ? t('why.statutory_holiday') : t('why.statutoryNamed', { name })
      case 'holiday_exclusion':
        return name === undefined ? t('why.holiday_exclusion') : t('why.exclusionNamed', { name })
      case 'cancelled':
      case 'day_off':
        return note == null || note === '' ? t(`why.${why}`) : `${t(`why.${why}`)} ${t('why.note', { note })}`
      default:
        return t(`why.${why}`)
    }
  }
}
