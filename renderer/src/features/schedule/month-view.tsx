import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ddsRole, dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { Failed } from '../../ui/failed.tsx'
import { monthOf } from '../../ui/month-of.ts'
import { DayDialog } from './day-dialog.tsx'
import { PrintOverview } from './print-overview.tsx'
import { useOverview, useWords, type Overview } from './schedule-view.ts'
import { StateMark, type RosterStatus } from './state-mark.tsx'

type Week = Overview['weeks'][number]
export type Day = Week['days'][number]

const columns = 'grid min-w-[900px] grid-cols-[150px_repeat(7,minmax(0,1fr))]'
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month in whole weeks: events, who is DDS, watch nights, holidays. Arrows move, Enter opens the day. */
export function MonthView({ date, today }: { date: string; today: string }) {
  const { t } = useTranslation('schedule')
  const { month, weekdayDay } = useWords()
  const { from, to } = monthOf(date)
  const { value, problem, retry } = useOverview(from, to)
  const grid = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  if (value === null) return problem === null ? <Loading /> : <Failed problem={problem} retry={retry} />
  const days = value.weeks.flatMap((week) => week.days)
  const has = (day: string): boolean => days.some((one) => one.date === day)
  const stop = at !== null && has(at) ? at : has(today) ? today : (days[0]?.date ?? '')
  const onKeyDown = (event: KeyboardEvent): void => {
    const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? '']
    const step = steps[event.key]
    const target = event.key === 'Home' ? first : event.key === 'End' ? last : step === undefined ? null : addDays(stop, step)
    if (target === null) return
    event.preventDefault()
    if (!has(target)) return
    setAt(target)
    grid.current?.querySelector<HTMLElement>(`[data-date="${target}"]`)?.focus()
  }
  const names = value.weeks[0]?.days.map((day) => weekdayDay(day.date).replace(/[\d\s]+/g, '')) ?? []
  const day = days.find((one) => one.date === opened)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={grid} role="grid" tabIndex={-1} aria-label={month(from)} onKeyDown={onKeyDown} className="grid min-h-0 flex-1 auto-rows-[minmax(86px,1fr)] grid-rows-[32px] overflow-auto outline-none">
        <div role="row" className={`${columns} sticky top-0 border-b border-line bg-panel`}>
          <span role="columnheader" className="label-caps self-center px-3">
            {t('role.DDS')}
          </span>
          {names.map((name) => (
            <span key={name} role="columnheader" className="label-caps flex items-center border-l border-line px-2">
              {name}
            </span>
          ))}
        </div>
        {value.weeks.map((week) => (
          <div key={week.weekStart} role="row" className={`${columns} border-b border-line`}>
            <DdsCell week={week} />
            {week.days.map((one) => (
              <DayCell key={one.date} day={one} status={week.rosters.find(({ role }) => role === dutyWatchRole)?.status ?? 'none'} isToday={one.date === today} isOutside={one.date < from || one.date > to} isStop={one.date === stop} onOpen={() => setOpened(one.date)} onFocus={() => setAt(one.date)} />
            ))}
          </div>
        ))}
      </div>
      <p className="flex-none border-t border-line px-3 py-1.5 text-xs text-ink-muted">{t('monthKeys')}</p>
      <PrintOverview title={month(from)} weeks={value.weeks} />
      {day === undefined ? null : <DayDialog day={day} onClose={() => setOpened(null)} />}
    </div>
  )
}

const Loading = () => {
  const { t } = useTranslation('schedule')
  return (
    <p role="status" className="p-6 text-ink-muted">
      {t('loading')}
    </p>
  )
}

function DdsCell({ week }: { week: Week }) {
  const { t } = useTranslation('schedule')
  const dds = week.rosters.find(({ role }) => role === ddsRole)
  return (
    <div role="rowheader" className="px-3 py-1.5">
      <span className="block text-sm font-medium wrap-break-word">{dds?.people.map(({ displayName }) => displayName).join(', ') || t('nobody')}</span>
      <StateMark status={dds?.status ?? 'none'} />
    </div>
  )
}

interface CellProps {
  readonly day: Day
  /** Of the week's Duty Watch roster. */
  readonly status: RosterStatus
  readonly isToday: boolean
  readonly isOutside: boolean
  readonly isStop: boolean
  readonly onOpen: () => void
  readonly onFocus: () => void
}

function DayCell({ day: { date, holiday, events, watch }, status: roster, isToday, isOutside, isStop, onOpen, onFocus }: CellProps) {
  const { t } = useTranslation('schedule')
  const { longDate, named } = useWords()
  return (
    <div role="gridcell" className={`border-l border-line ${isOutside ? 'bg-chip' : ''}`}>
      <button
        type="button"
        data-date={date}
        tabIndex={isStop ? 0 : -1}
        onClick={onOpen}
        onFocus={onFocus}
        className="grid h-full w-full cursor-pointer content-start gap-1 p-1.5 text-left -outline-offset-2! hover:bg-chip"
      >
        <span className="sr-only">{longDate(date)}</span>
        <span aria-hidden className={`text-xs tabular-nums ${isToday ? 'w-fit rounded-md bg-out px-1.5 font-bold text-on-action' : isOutside ? 'text-ink-muted' : 'font-semibold'}`}>{Number(date.slice(8))}</span>
        {holiday === null ? null : <span className="rounded-[5px] bg-visitor-soft px-1.5 text-[11px]/[16px] font-semibold text-visitor">{named(holiday)}</span>}
        {watch === null ? null : (
          <span className={`text-[11px]/[15px] font-semibold ${roster === 'none' ? 'text-ink-muted' : roster === 'draft' || watch.missing > 0 ? 'text-attention' : 'text-in'}`}>
            {roster === 'none' ? t('watchAt', { at: watch.start ?? '' }) : t('watchShort', { at: watch.start ?? '', filled: watch.filled, seats: watch.seats })}
            {watch.differs ? ' *' : ''}
            {roster === 'draft' ? ` · ${t('status.draft')}` : ''}
          </span>
        )}
        {events.map(({ id, title, startTime, status }) => (
          <span key={id} className={`rounded-[5px] px-1.5 text-[11px]/[16px] ${status === 'cancelled' ? 'text-ink-muted line-through' : status === 'draft' ? 'border border-dashed border-line text-ink-muted' : 'bg-out-soft font-semibold text-out'}`}>
            {startTime === null ? '' : `${startTime} `}
            {title}
          </span>
        ))}
      </button>
    </div>
  )
}
