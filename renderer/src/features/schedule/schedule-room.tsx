import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { usePrintKey } from '../../ui/use-print-key.ts'
import { EventDialogs } from './events/event-dialogs.tsx'
import { EventsView } from './events/events-view.tsx'
import { MonthView } from './month-view.tsx'
import { MyDuties } from './my-duties.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { QuarterView } from './quarter-view.tsx'
import { stepped, useToday, useView, useWeeks, useWords, views } from './schedule-view.ts'
import { WeekView } from './week-view.tsx'

/** Two weeks fit a desk's screen, three a large one. */
const weeksShown = 3

/** Who has which duty when, and what the unit holds: by the week, the month and the quarter. */
export function ScheduleRoom() {
  const { t } = useTranslation('schedule')
  const { view, date } = useView()
  const today = useToday()
  // Of events there is no paper: they stand on that of their weeks.
  usePrintKey(view !== 'events')
  if (today === null)
    return (
      <section className="panel h-full">
        <p role="status" className="p-6 text-ink-muted">
          {t('loading')}
        </p>
      </section>
    )
  const at = date ?? today
  return (
    <section aria-labelledby="schedule-title" className="panel h-full">
      <div className="flex min-h-[51px] flex-wrap items-center gap-3 border-b border-line px-3 py-1.5">
        <h1 id="schedule-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
        <Segments label={t('show')} value={view} onChange={(next) => useView.setState({ view: next })} options={views.map((name) => [name, t(`view.${name}`)] as const)} />
        {view === 'events' ? null : <Steps at={at} today={today} />}
      </div>
      <MyDuties />
      {view === 'week' ? <Weeks at={at} /> : view === 'month' ? <MonthView date={at} today={today} /> : view === 'quarter' ? <QuarterView date={at} today={today} /> : <EventsView today={today} />}
      <EventDialogs today={today} />
    </section>
  )
}

function Weeks({ at }: { at: string }) {
  const fetched = useWeeks(at, weeksShown)
  return (
    <>
      <WeekView fetched={fetched} />
      {fetched.value === null ? null : <PrintSheet weeks={fetched.value.weeks.slice(0, 2)} roles={fetched.value.roles} />}
    </>
  )
}

function Steps({ at, today }: { at: string; today: string }) {
  const { t } = useTranslation('schedule')
  const { month, range } = useWords()
  const view = useView((state) => state.view)
  const monday = mondayOf(at)
  const span = view === 'month' ? month(at) : view === 'quarter' ? range(monday, addDays(monday, 13 * 7 - 1)) : range(monday, addDays(monday, 13))
  const go = (to: string | null): void => useView.setState({ date: to })
  const isNow = view === 'month' ? at.slice(0, 7) === today.slice(0, 7) : monday === mondayOf(today)
  return (
    <>
      <span className="flex items-center gap-1.5">
        <IconButton label={t(`earlier.${view as 'week'}`)} onPress={() => go(stepped(view, at, -1))}>
          <ChevronLeft aria-hidden size={18} />
        </IconButton>
        <span className="min-w-44 text-center font-medium" aria-live="polite">
          {span}
        </span>
        <IconButton label={t(`later.${view as 'week'}`)} onPress={() => go(stepped(view, at, 1))}>
          <ChevronRight aria-hidden size={18} />
        </IconButton>
        <Button size="sm" className="h-[27px] px-2.5" isDisabled={isNow} onPress={() => go(null)}>
          {t('toToday')}
        </Button>
      </span>
      <span className="flex-1" />
      <Button shortcut="Ctrl+P" onPress={() => window.print()}>
        <Printer aria-hidden size={15} />
        {t('print.button')}
      </Button>
    </>
  )
}
