/** A day in words: what is on, and why something is not (domain.md 4.18). */
import { useTranslation } from 'react-i18next'
import type { Occasion } from '../../../../../shared/domain/training-day.ts'
import { useWords } from '../../schedule/schedule-view.ts'
import type { Day } from './calendar-view.ts'
import { marksOf, type Mark } from './marks.ts'

export function useDayWords() {
  const { t } = useTranslation('training')
  const { named, longDate, dayMonth } = useWords()
  const nameOf = ({ name = '', nameFr = null }: Mark): string => named({ name, nameFr })

  /** As it stands in a cell. */
  const short = (mark: Mark): string => {
    const { kind, start = '', end = '' } = mark
    if (kind === 'statutory' || kind === 'standDown') return nameOf(mark)
    if (kind === 'cancelled') return t(`calendar.cancelled.${mark.night ?? 'training'}`)
    if (kind === 'bmq') return `${nameOf(mark)} ${start}`
    if (kind === 'work' || kind === 'summer') return `${start}–${end}`
    return kind === 'dayOff' ? t('calendar.kind.dayOff') : `${t(`calendar.short.${kind}`)} ${start}`
  }
  /** As it is read out. */
  const spoken = (mark: Mark): string => (mark.kind === 'statutory' || mark.kind === 'standDown' ? `${t(`calendar.kind.${mark.kind}`)} ${nameOf(mark)}` : mark.kind === 'work' || mark.kind === 'summer' ? `${t(`calendar.kind.${mark.kind}`)} ${short(mark)}` : short(mark))

  return {
    short,
    /** The whole cell, for one who hears it. */
    cell: (date: string, day: Day | undefined): string => [longDate(date), ...(day === undefined ? [] : marksOf(day).map(spoken))].join(', '),
    /** Takes place from when to when, or why it does not. */
    sentence(occasion: 'training' | 'admin' | 'work' | 'bmq', { hours, why }: Occasion, { date, holiday, isSummerHours }: Day, course = ''): string {
      if (hours !== null) return t(`calendar.on.${occasion}`, { ...hours, course, summer: isSummerHours && occasion === 'work' ? t('calendar.bySummer') : '' })
      const name = holiday === null ? '' : named(holiday)
      return t(`calendar.none.${occasion}`, { course, why: t(`calendar.why.${occasion === 'work' && why === 'other_weekday' ? 'no_work' : why}`, { name, date: dayMonth(date) }) })
    },
  }
}
