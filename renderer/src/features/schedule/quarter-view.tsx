import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ddsRole, dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { Chip } from '../../ui/chip.tsx'
import { Failed } from '../../ui/failed.tsx'
import { PrintOverview } from './print-overview.tsx'
import { openWeek, quarterOf, useOverview, useWords, type Overview } from './schedule-view.ts'
import { StateMark } from './state-mark.tsx'

type Week = Overview['weeks'][number]

/** Thirteen weeks, one a row: what is published, what is a draft, what nobody has begun, and what is missing. */
export function QuarterView({ date, today }: { date: string; today: string }) {
  const { t } = useTranslation('schedule')
  const { range } = useWords()
  const { from, to } = quarterOf(date)
  const { value, problem, retry } = useOverview(from, to)
  if (value === null)
    return problem === null ? (
      <p role="status" className="p-6 text-ink-muted">
        {t('loading')}
      </p>
    ) : (
      <Failed problem={problem} retry={retry} />
    )
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel">
          <tr className="label-caps h-8 border-b border-line text-left">
            {(['week', 'dds', 'watch', 'nights', 'calendar'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 font-semibold">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.weeks.map((week) => (
            <WeekRow key={week.weekStart} week={week} isNow={today >= week.weekStart && today <= week.weekEnd} />
          ))}
        </tbody>
      </table>
      <PrintOverview title={range(from, to)} weeks={value.weeks} />
    </div>
  )
}

function WeekRow({ week, isNow }: { week: Week; isNow: boolean }) {
  const { t } = useTranslation('schedule')
  const { range, named, weekdayDay } = useWords()
  const of = (role: string) => week.rosters.find((roster) => roster.role === role)
  const [dds, watch] = [of(ddsRole), of(dutyWatchRole)]
  const nights = week.days.filter((day) => day.watch !== null)
  const holidays = week.days.flatMap(({ date, holiday }) => (holiday === null ? [] : [{ date, words: named(holiday) }]))
  const events = week.days.flatMap((day) => day.events.filter(({ status }) => status !== 'cancelled'))
  return (
    <tr className={`min-h-[35px] border-b border-line align-top ${isNow ? 'bg-out-soft' : ''}`}>
      <th scope="row" className="px-1.5 py-1 text-left font-normal whitespace-nowrap">
        <button type="button" onClick={() => openWeek(week.weekStart)} className="cursor-pointer rounded-md px-1.5 py-1 font-semibold text-out underline-offset-2 hover:underline">
          {range(week.weekStart, week.weekEnd)}
        </button>
      </th>
      <td className="px-3 py-2">
        <span className="flex min-h-[21px] flex-wrap items-center gap-x-2.5">
          <span className={dds?.people.length === 0 ? 'text-ink-muted' : 'font-medium'}>{dds?.people.map(({ displayName }) => displayName).join(', ') || t('nobody')}</span>
          <StateMark status={dds?.status ?? 'none'} />
          <Warned count={dds?.warnings ?? 0} />
        </span>
      </td>
      <td className="px-3 py-2">
        <span className="flex min-h-[21px] flex-wrap items-center gap-x-2.5">
          {watch === undefined || watch.status === 'none' ? null : <span className={watch.missing > 0 ? 'font-semibold text-attention' : ''}>{t('filled', { filled: watch.filled, seats: watch.seats })}</span>}
          <StateMark status={watch?.status ?? 'none'} />
          <Warned count={watch?.warnings ?? 0} />
        </span>
      </td>
      <td className="px-3 py-2 text-ink-muted">{nights.map((day) => `${weekdayDay(day.date)}${day.watch?.differs === true ? ' *' : ''}`).join(', ')}</td>
      <td className="px-3 py-2">
        <span className="flex flex-wrap gap-1.5">
          {holidays.map(({ date, words }) => (
            <Chip key={date} tone="visitor">
              {weekdayDay(date)} {words}
            </Chip>
          ))}
          {events.map(({ id, date, title }) => (
            <Chip key={id} tone="out">
              {weekdayDay(date)} {title}
            </Chip>
          ))}
        </span>
      </td>
    </tr>
  )
}

function Warned({ count }: { count: number }) {
  const { t } = useTranslation('schedule')
  return count === 0 ? null : (
    <span className="flex items-center gap-1 text-xs text-attention">
      <TriangleAlert aria-hidden size={13} />
      {t('warnings', { count })}
    </span>
  )
}
