import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useSchedule } from '../../../stores/schedule.ts'
import { useSettingsChanges } from '../../../stores/settings.ts'
import { useTraining } from '../../../stores/training.ts'
import { Failed } from '../../../ui/failed.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useToday } from '../../schedule/schedule-view.ts'
import { CalendarBar } from './calendar-bar.tsx'
import { keyed, twelveMonthsOf, useCalendarView, weeksOf, type YearSpan } from './calendar-view.ts'
import { DayPanel } from './day-panel.tsx'
import { Legend } from './mark.tsx'
import { MonthGrid } from './month-grid.tsx'
import { YearGrid } from './year-grid.tsx'

const noYears: readonly YearSpan[] = []

/** What each day is and why, by the month and by the training year (domain.md 4.18 ▶). */
export function CalendarSection() {
  const { t } = useTranslation('training')
  const today = useToday()
  if (today === null)
    return (
      <p role="status" className="p-6 text-ink-muted">
        {t('loading')}
      </p>
    )
  return <Days today={today} />
}

function Days({ today }: { today: string }) {
  const { t } = useTranslation('training')
  const view = useCalendarView((state) => state.view)
  const date = useCalendarView((state) => state.date) ?? today
  const changes = [useTraining((state) => state.changes), useSchedule((state) => state.changes), useSettingsChanges((state) => state.changes)]
  // Which years there are is known with the first days that arrive.
  const [years, setYears] = useState(noYears)
  const { from, to } = view === 'year' ? twelveMonthsOf(date, years) : { from: weeksOf(date)[0]?.[0] ?? date, to: weeksOf(date).at(-1)?.at(-1) ?? date }
  const { value, problem, retry } = useFetched(() => api().training.calendar({ from, to }), `${from} ${to}`, changes)
  useEffect(() => {
    if (value !== null) setYears(value.years)
  }, [value])
  const days = new Map(value?.days.map((day) => [day.date, day]))
  const grid = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const follows = useRef(false)
  const choose = (chosen: string): void => useCalendarView.setState({ date: chosen })
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus()
    follows.current = false
  }, [date])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      panel.current?.focus()
      return
    }
    const target = keyed(date, event.key, event.shiftKey)
    if (target === null) return
    event.preventDefault()
    follows.current = true
    choose(target)
  }
  const onClick = ({ target }: MouseEvent): void => {
    const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined
    if (clicked !== undefined) choose(clicked)
  }
  const day = days.get(date)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CalendarBar date={date} today={today} span={{ from, to }} onChoose={choose} />
      {value?.years.length === 0 ? <p className="border-b border-line bg-chip px-3 py-1.5 text-sm">{t('calendar.noYearsText')}</p> : null}
      {problem !== null && value === null ? (
        <Failed problem={problem} retry={retry} />
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_300px] xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="flex min-h-0 flex-col">
            {/* Under the grids of a year too: a key leads from one month into the next. */}
            <div ref={grid} role="presentation" onKeyDown={onKeyDown} onClick={onClick} className="flex min-h-0 flex-1 flex-col">
              {view === 'month' ? <MonthGrid date={date} today={today} days={days} /> : <YearGrid from={from} date={date} today={today} days={days} />}
            </div>
            <div className="grid flex-none gap-1 border-t border-line px-3 py-1.5">
              <Legend of={view} />
              <p className="text-xs text-ink-muted">{t('calendar.keys')}</p>
            </div>
          </div>
          {day === undefined ? (
            <p role="status" className="border-l border-line bg-ground p-4 text-ink-muted">
              {t('loading')}
            </p>
          ) : (
            <DayPanel key={date} day={day} years={years} panel={panel} />
          )}
        </div>
      )}
    </div>
  )
}
