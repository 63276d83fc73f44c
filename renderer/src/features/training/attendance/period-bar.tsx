import { useTranslation } from 'react-i18next'
import { periodKinds } from '../../../../../shared/domain/attendance.ts'
import { useSystem } from '../../../stores/system.ts'
import { SearchField } from '../../../ui/search-field.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { show, useAttendanceView } from './attendance-view.ts'

/** Which nights are looked at, and whose. */
export function PeriodBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('attendance')
  const today = useSystem((state) => state.status?.operationalDate)
  const { kind, from, to, includeFTStaff, shown } = useAttendanceView()
  const dates = { from, to }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2">
      <Segments label={t('period.label')} value={kind} onChange={(next) => useAttendanceView.setState({ kind: next })} options={periodKinds.map((name) => [name, t(`period.${name}`)] as const)} />
      {kind !== 'custom'
        ? null
        : (['from', 'to'] as const).map((end) => (
            <label key={end} className="flex items-center gap-1.5 text-ink-muted">
              {t(end)}
              <input type="date" max={today} value={dates[end]} onChange={(event) => useAttendanceView.setState({ [end]: event.target.value })} className="h-[30px] rounded-lg border border-line bg-panel px-2 text-ink" />
            </label>
          ))}
      <select aria-label={t('fullTime.label')} value={includeFTStaff === null ? 'settings' : includeFTStaff ? 'with' : 'without'} onChange={(event) => useAttendanceView.setState({ includeFTStaff: event.target.value === 'settings' ? null : event.target.value === 'with' })} className="h-[30px] rounded-lg border border-line bg-panel px-2 text-ink">
        {(['settings', 'with', 'without'] as const).map((choice) => (
          <option key={choice} value={choice}>
            {t(`fullTime.${choice}`)}
          </option>
        ))}
      </select>
      <span className="flex-1" />
      <SearchField label={t('search')} hint={t('searchHint')} value={shown.find} onChange={(find) => show({ find })} onLeave={onLeave} />
    </div>
  )
}
