import { useTranslation } from 'react-i18next'
import { ddsRole, dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { Paper } from '../../ui/paper.tsx'
import { useWords, type Overview } from './schedule-view.ts'

type Week = Overview['weeks'][number]

/** A month or a quarter on paper: one line a week. What is no more than a draft says so. */
export function PrintOverview({ title, weeks }: { title: string; weeks: readonly Week[] }) {
  const { t } = useTranslation('schedule')
  return (
    <Paper title={t('print.title')}>
      <section>
        <h2>{title}</h2>
        <table>
          <thead>
            <tr>
              {(['week', 'dds', 'watch', 'nights', 'calendar'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <Line key={week.weekStart} week={week} />
            ))}
          </tbody>
        </table>
      </section>
    </Paper>
  )
}

function Line({ week }: { week: Week }) {
  const { t } = useTranslation('schedule')
  const { range, named, weekdayDay } = useWords()
  const of = (role: string) => week.rosters.find((roster) => roster.role === role)
  const [dds, watch] = [of(ddsRole), of(dutyWatchRole)]
  const state = (status: 'none' | 'draft' | 'published' | undefined): string => (status === 'published' ? '' : ` – ${t(status === 'draft' ? 'print.draft' : 'print.none')}`)
  const nights = week.days.filter((day) => day.watch !== null)
  const calendar = week.days.flatMap(({ date, holiday, events }) => [...(holiday === null ? [] : [named(holiday)]), ...events.filter(({ status }) => status !== 'draft' && status !== 'cancelled').map(({ title }) => title)].map((words) => `${weekdayDay(date)} ${words}`))
  return (
    <tr>
      <th scope="row">{range(week.weekStart, week.weekEnd)}</th>
      <td>
        {dds?.people.map(({ displayName }) => displayName).join(', ')}
        {state(dds?.status)}
      </td>
      <td>
        {watch === undefined || watch.status === 'none' ? '' : t('filled', { filled: watch.filled, seats: watch.seats })}
        {state(watch?.status)}
      </td>
      <td>{nights.map((day) => `${weekdayDay(day.date)}${day.watch?.differs === true ? ' *' : ''}`).join(', ')}</td>
      <td>{calendar.join(' · ')}</td>
    </tr>
  )
}
