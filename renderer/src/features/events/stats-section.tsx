import { useTranslation } from 'react-i18next'
import type { EventStats } from '../../stores/events.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useTimes } from '../../ui/time.ts'
import { useEventWords } from './words.ts'

/** How the event was attended: by state, role and organization, and who came on each day. */
export function StatsSection({ stats }: { stats: EventStats | null }) {
  const { t } = useTranslation(['events', 'common'])
  const { role } = useEventWords()
  if (stats === null)
    return (
      <p role="status" className="p-6 text-ink-muted">
        {t('common:loading')}
      </p>
    )
  if (stats.total === 0) return <EmptyState title={t('stats.none')} text={t('stats.noneText')} />
  return (
    <div tabIndex={0} role="region" aria-label={t('page.stats')} className="grid min-h-0 flex-1 content-start gap-x-8 gap-y-6 overflow-y-auto p-4 -outline-offset-2! lg:grid-cols-2">
      <div className="grid content-start gap-6">
        <Days days={stats.days} />
        <States byStatus={stats.byStatus} />
      </div>
      <div className="grid content-start gap-6">
        <Split title={t('stats.byRole')} first={t('column.role')} rows={stats.byRole.map((row) => ({ ...row, name: role(row.name) }))} />
        <Split title={t('stats.byOrganization')} first={t('column.organization')} rows={stats.byOrganization} />
      </div>
    </div>
  )
}

function States({ byStatus }: Pick<EventStats, 'byStatus'>) {
  const { t } = useTranslation('events')
  return (
    <div className="grid content-start gap-2">
      <h2 className="font-semibold">{t('stats.byState')}</h2>
      <table className="w-full border-collapse">
        <tbody>
          {byStatus.map(({ status, total }) => (
            <tr key={status} className="h-8 border-b border-line">
              <th scope="row" className="text-left font-normal">
                {t(`person.${status}`)}
              </th>
              <td className="w-20 text-right font-semibold">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Bars with their number in words beside them: whoever does not see the bars misses nothing. */
function Days({ days }: Pick<EventStats, 'days'>) {
  const { t } = useTranslation('events')
  const { civilDate } = useTimes()
  const most = Math.max(1, ...days.map(({ came }) => came))
  return (
    <section aria-labelledby="stats-days" className="grid content-start gap-2">
      <h2 id="stats-days" className="font-semibold">
        {t('stats.byDay')}
      </h2>
      {days.length === 0 ? (
        <p className="text-ink-muted">{t('stats.noDay')}</p>
      ) : (
        <ul className="grid gap-1">
          {days.map(({ date, came }) => (
            <li key={date} className="grid grid-cols-[96px_minmax(0,1fr)_96px] items-center gap-3">
              <span className="whitespace-nowrap text-ink-muted">{civilDate(date)}</span>
              <span aria-hidden className="h-4 rounded-sm bg-chip">
                <span className="block h-4 min-w-1 rounded-sm bg-out" style={{ width: `${(came / most) * 100}%` }} />
              </span>
              <b className="font-semibold whitespace-nowrap">{t('stats.cameOn', { count: came })}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Split({ title, first, rows }: { title: string; first: string; rows: EventStats['byRole'] }) {
  const { t } = useTranslation('events')
  return (
    <div className="grid content-start gap-2">
      <h2 className="font-semibold">{title}</h2>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="label-caps h-7 border-b border-line text-right">
            <th scope="col" className="text-left font-semibold">
              {first}
            </th>
            {(['people', 'came', 'inside'] as const).map((name) => (
              <th key={name} scope="col" className="w-20 font-semibold">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, total, came, inside }) => (
            <tr key={name} className="border-b border-line text-right">
              <th scope="row" className="py-1.5 text-left font-normal wrap-break-word">
                {name}
              </th>
              <td className="font-semibold">{total}</td>
              <td>{came}</td>
              <td className={inside > 0 ? 'font-semibold text-in' : 'text-ink-muted'}>{inside}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
