import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useRoom } from '../../stores/room.ts'
import { useTraining } from '../../stores/training.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { useTimes } from '../../ui/time.ts'
import { TableSkeleton } from '../members/member-table.tsx'
import { choose, type UnitAttendance } from './attendance/attendance-list.ts'
import { AttendanceTable, attendanceTableId } from './attendance/attendance-table.tsx'
import { allShown, periodOf, useAttendanceView, type PeriodAsked } from './attendance/attendance-view.ts'
import { DivisionBars } from './attendance/division-bars.tsx'
import { ExplainPanel } from './attendance/explain-panel.tsx'
import { PeriodBar } from './attendance/period-bar.tsx'
import { useUnitAttendance } from './attendance/use-unit-attendance.ts'

const backToTable = (): void => document.getElementById(attendanceTableId)?.focus()
const closePanel = (): void => {
  useAttendanceView.setState({ opened: null })
  backToTable()
}

/** Attendance of the whole unit, and what each figure is made of (domain.md 4.19). */
export function AttendanceSection() {
  const { t } = useTranslation('attendance')
  const period = periodOf(useAttendanceView())
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PeriodBar onLeave={backToTable} />
      {period === null ? <EmptyState title={t('askDates')} text={t('askDatesText')} /> : <UnitOf period={period} />}
    </div>
  )
}

function UnitOf({ period }: { period: PeriodAsked }) {
  const { t } = useTranslation('attendance')
  const { yearDate } = useTimes()
  const { value, isStale, hasMoved, problem, retry } = useUnitAttendance(period)
  const opened = useAttendanceView((state) => state.opened)
  const record = value?.records.find(({ member }) => member.id === opened)
  if (problem !== null) return <Failed problem={problem} retry={retry} />
  if (value === null)
    return (
      <>
        <p role="status" className="border-b border-line px-3 py-2 text-ink-muted">
          {t('reckoning')} {t('reckoningText')}
        </p>
        <TableSkeleton />
      </>
    )
  return (
    <>
      <div role="status" className="flex min-h-[39px] items-center gap-3 border-b border-line px-3 text-ink-muted">
        <span className="flex-1">{t('nights', { count: value.nights, from: yearDate(value.from), to: yearDate(value.to) })}</span>
        {isStale ? <span>{t('reckoning')}</span> : null}
        {hasMoved && !isStale ? (
          <>
            <span className="text-attention">{t('changed')}</span>
            <Button size="sm" onPress={retry}>
              {t('reload')}
            </Button>
          </>
        ) : null}
      </div>
      {value.records.length === 0 ? (
        <EmptyState title={t('nobody.title')} text={t('nobody.text')} action={<Button onPress={() => useRoom.setState({ room: 'members' })}>{t('nobody.action')}</Button>} />
      ) : value.nights === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button onPress={() => useTraining.setState({ section: 'calendar' })}>{t('empty.action')}</Button>} />
      ) : (
        <>
          <DivisionBars records={value.records} />
          <div aria-busy={isStale} className="flex min-h-0 flex-1">
            <div className={`flex min-w-0 flex-1 flex-col ${isStale ? 'opacity-60' : ''}`}>
              <Records value={value} />
            </div>
            {record === undefined ? null : <ExplainPanel key={record.member.id} name={record.member.displayName} of={JSON.stringify([record.member.id, period])} fetch={() => api().attendance.explain({ memberId: record.member.id, period })} onClose={closePanel} />}
          </div>
        </>
      )}
    </>
  )
}

function Records({ value: { records } }: { value: UnitAttendance }) {
  const { t } = useTranslation('attendance')
  const shown = useAttendanceView((state) => state.shown)
  const found = choose(records, shown)
  // A division that nobody is of any more must not leave an empty list behind.
  const isGone = shown.division !== null && !records.some(({ member }) => (member.division?.code ?? '-') === shown.division)
  useEffect(() => {
    if (isGone) useAttendanceView.setState({ shown: { ...shown, division: null } })
  }, [isGone, shown])
  return (
    <>
      {found.length === 0 ? <EmptyState title={t('noMatch.title')} text={t('noMatch.text')} action={<Button onPress={() => useAttendanceView.setState({ shown: allShown })}>{t('noMatch.action')}</Button>} /> : <AttendanceTable records={found} />}
      <p className="flex gap-3 border-t border-line px-3 py-1.5 text-xs text-ink-muted">
        <span className="flex-1">{t('keys')}</span>
        <span role="status">{t('shown', { shown: found.length, total: records.length })}</span>
      </p>
    </>
  )
}
