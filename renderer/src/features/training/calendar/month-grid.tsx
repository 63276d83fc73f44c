import { useTranslation } from 'react-i18next'
import { isoWeekdays, weekdayName } from '../../../ui/weekdays.ts'
import { useTimes } from '../../../ui/time.ts'
import { useWords } from '../../schedule/schedule-view.ts'
import { weeksOf, type Day } from './calendar-view.ts'
import { MarkChip } from './mark.tsx'
import { marksOf } from './marks.ts'
import { useDayWords } from './words.ts'

export interface GridProps {
  readonly date: string
  readonly today: string
  /** Those that have arrived. */
  readonly days: ReadonlyMap<string, Day>
}

/** A month in whole weeks. The chosen day is the one stop of the keyboard. */
export function MonthGrid({ date, today, days }: GridProps) {
  const { t } = useTranslation('training')
  const { month } = useWords()
  const { locale } = useTimes()
  const { cell } = useDayWords()
  return (
    <div role="grid" aria-label={t('calendar.gridOf', { of: month(date) })} className="grid min-h-0 flex-1 auto-rows-[minmax(84px,1fr)] grid-rows-[28px] overflow-auto">
      <div role="row" className="sticky top-0 z-10 grid grid-cols-7 border-b border-line bg-panel">
        {isoWeekdays.map((weekday) => (
          <span key={weekday} role="columnheader" aria-label={weekdayName(weekday, locale)} className="label-caps flex items-center px-2">
            {weekdayName(weekday, locale, 'short')}
          </span>
        ))}
      </div>
      {weeksOf(date).map((week) => (
        <div key={week[0]} role="row" className="grid grid-cols-7 border-b border-line last:border-b-0">
          {week.map((on) => {
            const day = days.get(on)
            const marks = day === undefined ? [] : marksOf(day)
            const isOutside = on.slice(0, 7) !== date.slice(0, 7)
            return (
              <div
                key={on}
                role="gridcell"
                data-date={on}
                tabIndex={on === date ? 0 : -1}
                aria-selected={on === date}
                aria-current={on === today ? 'date' : undefined}
                aria-label={cell(on, day)}
                className={`grid min-w-0 cursor-pointer content-start gap-0.5 border-r border-line p-1 -outline-offset-2! last:border-r-0 ${on === date ? 'bg-out-soft shadow-[inset_0_0_0_2px_var(--out)]' : isOutside ? 'bg-ground hover:bg-chip' : 'hover:bg-chip'}`}
              >
                <span className={`w-fit px-1 text-xs tabular-nums ${on === today ? 'rounded-md bg-out font-bold text-on-action' : isOutside ? 'text-ink-muted' : 'font-semibold'}`}>
                  {Number(on.slice(8))}
                  {on === today ? <span className="pl-1 font-semibold">{t('calendar.today')}</span> : null}
                </span>
                {marks.map((mark, index) => (
                  <MarkChip key={`${mark.kind}${index}`} mark={mark} />
                ))}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
