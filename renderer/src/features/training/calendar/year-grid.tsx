import { useTranslation } from 'react-i18next'
import { isoWeekdays, weekdayName } from '../../../ui/weekdays.ts'
import { useTimes } from '../../../ui/time.ts'
import { useWords } from '../../schedule/schedule-view.ts'
import { addMonths, weeksOf, type Day } from './calendar-view.ts'
import { bmqBar, shapes, square } from './mark.tsx'
import { marksOf, shapeOf } from './marks.ts'
import type { GridProps } from './month-grid.tsx'
import { useDayWords } from './words.ts'

/** Twelve months, a square a day. The chosen day is the one stop of the keyboard. */
export function YearGrid({ from, ...props }: GridProps & { from: string }) {
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[repeat(auto-fill,minmax(190px,1fr))] content-start justify-items-center gap-x-4 gap-y-3 overflow-auto p-3">
      {Array.from({ length: 12 }, (_, index) => (
        <SmallMonth key={index} month={addMonths(from, index)} {...props} />
      ))}
    </div>
  )
}

function SmallMonth({ month: first, date, today, days }: GridProps & { month: string }) {
  const { t } = useTranslation('training')
  const { month } = useWords()
  const { locale } = useTimes()
  return (
    <div role="grid" aria-label={t('calendar.gridOf', { of: month(first) })} className="grid content-start gap-0.5">
      <p aria-hidden className="px-1 font-semibold first-letter:uppercase">
        {month(first)}
      </p>
      <div role="row" className="flex gap-0.5">
        {isoWeekdays.map((weekday) => (
          <span key={weekday} role="columnheader" aria-label={weekdayName(weekday, locale)} className="w-[22px] text-center text-[11px] text-ink-muted uppercase">
            {weekdayName(weekday, locale, 'short').charAt(0)}
          </span>
        ))}
      </div>
      {weeksOf(first).map((week) => (
        <div key={week[0]} role="row" className="flex gap-0.5">
          {week.map((on) => (on.slice(0, 7) === first.slice(0, 7) ? <Square key={on} on={on} day={days.get(on)} isChosen={on === date} isToday={on === today} /> : <span key={on} className="size-[22px]" />))}
        </div>
      ))}
    </div>
  )
}

function Square({ on, day, isChosen, isToday }: { on: string; day: Day | undefined; isChosen: boolean; isToday: boolean }) {
  const { cell } = useDayWords()
  const marks = day === undefined ? [] : marksOf(day)
  const shape = shapeOf(marks)
  return (
    <span
      role="gridcell"
      data-date={on}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      aria-label={cell(on, day)}
      className={`${square} cursor-pointer ${shape === null ? 'hover:bg-chip' : (shapes[shape] ?? '')} ${marks.some(({ kind }) => kind === 'bmq') ? bmqBar : ''} ${isChosen ? 'outline-2 outline-offset-1 outline-ink' : ''} ${isToday ? 'font-bold underline underline-offset-2' : ''}`}
    >
      {Number(on.slice(8))}
    </span>
  )
}
