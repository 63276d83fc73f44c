import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useDutyLog } from '../../stores/duty-log.ts'
import { useRoom } from '../../stores/room.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { closeDuty } from './dialog-store.ts'

/** What of today’s checklist nobody has ticked, before the building is secured (screens.md P0-5.3). It forbids nothing. */
export function RoundsLine() {
  const { t } = useTranslation('duty')
  const changes = useDutyLog((state) => state.changes)
  const { value: day } = useFetched(() => api().dutyLog.day({}), 'today', [changes])
  if (day === null || day.total === 0) return null
  const open = day.total - day.done
  const toLog = (): void => {
    closeDuty()
    useDutyLog.setState({ date: null, side: 'checklist', isSearching: false })
    useRoom.setState({ room: 'log' })
  }
  return (
    <p className={open > 0 ? 'text-attention' : 'text-in'}>
      {open > 0 ? t('list.rounds', { count: open }) : t('list.roundsDone')}{' '}
      {open > 0 ? (
        <button type="button" onClick={toLog} className="cursor-pointer font-semibold underline underline-offset-2">
          {t('list.toRounds')}
        </button>
      ) : null}
    </p>
  )
}
