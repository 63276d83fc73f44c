import { useTranslation } from 'react-i18next'
import type { DutyWatchOccurrence } from '../../../../../shared/domain/duty-watch-rules.ts'
import type { Timings } from '../../../../../shared/domain/timings.ts'
import { workingHoursOf } from '../../../../../shared/domain/working-hours.ts'
import { useZone } from '../../../stores/system.ts'
import { useNow, useTimes } from '../../../ui/time.ts'
import { previewOf, type DayPreview } from './preview.ts'
import type { TimingSource } from './timings-section.tsx'

interface Props {
  readonly draft: Timings
  readonly saved: Timings
  readonly source: TimingSource
}

/** What the rules come to as they are edited: today, and the next nights of the Duty Watch. */
export function TimingsAside({ draft, saved, source }: Props) {
  const { t } = useTranslation('settings')
  const { civilDate, time } = useTimes()
  const zone = useZone()
  const now = useNow(30_000)
  const { today, savedToday, clockChange, nights } = previewOf(draft, saved, zone, new Date(now))
  const hours = workingHoursOf(today.date, draft.workingHours)
  const lasts = ({ hours: count }: DayPreview): string => t('preview.hours', { count })
  return (
    <div className="grid gap-5">
      <section aria-labelledby="preview-today">
        <h3 id="preview-today" className="label-caps">
          {t('preview.today')}
        </h3>
        <p className="text-[17px] font-semibold">{civilDate(today.date)}</p>
        <p className="text-ink-muted">
          {t('preview.window', { start: time(today.start), end: time(today.end), lasts: lasts(today) })}
        </p>
        <p className="text-ink-muted">{hours === null ? t('preview.noWork') : t(hours.isSummer ? 'preview.workSummer' : 'preview.work', { start: hours.startTime, end: hours.endTime })}</p>
        {savedToday === null ? null : <p className="mt-1 font-medium text-attention">{t('preview.otherToday', { date: civilDate(savedToday) })}</p>}
        {clockChange === null ? null : <p className="mt-1 text-ink-muted">{t('preview.clockChange', { date: civilDate(clockChange.date), lasts: lasts(clockChange) })}</p>}
      </section>
      <section aria-labelledby="preview-nights">
        <h3 id="preview-nights" className="label-caps mb-1">
          {t('preview.nights')}
        </h3>
        {nights.length === 0 ? <p className="text-ink-muted">{t('preview.noNights')}</p> : <ol className="overflow-hidden rounded-lg border border-line bg-panel">{nights.map((night) => <Night key={night.date} night={night} isNew={night.isNew} />)}</ol>}
      </section>
      {source === 'stored' ? null : <p className="text-xs text-ink-muted">{t(`preview.source.${source}`)}</p>}
    </div>
  )
}

function Night({ night, isNew }: { night: DutyWatchOccurrence; isNew: boolean }) {
  const { t } = useTranslation('settings')
  const { civilDate, time } = useTimes()
  return (
    <li className="grid min-h-[35px] grid-cols-[6.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-line px-3 py-1.5 not-first:border-t">
      <b>{civilDate(night.date)}</b>
      <span>{night.end === null ? t('span.open', { start: time(night.start) }) : t('span.plain', { start: time(night.start), end: time(night.end) })}</span>
      {isNew ? <span className="rounded bg-out-soft px-1.5 text-xs font-semibold text-out">{t('preview.new')}</span> : <span />}
      <span className="col-span-3 truncate text-xs text-ink-muted" title={night.ruleNames.join(', ')}>
        {night.ruleNames.join(', ')}
      </span>
    </li>
  )
}
