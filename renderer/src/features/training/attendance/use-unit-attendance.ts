import { api } from '../../../api.ts'
import { usePresence } from '../../../stores/presence.ts'
import { useMembers } from '../../../stores/members.ts'
import { useSettingsChanges } from '../../../stores/settings.ts'
import { useTraining } from '../../../stores/training.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useAttendanceView, type PeriodAsked } from './attendance-view.ts'

/**
 * The unit's attendance. It takes the core up to a second, so what was there stays while it is reckoned anew, and is marked
 * as old; somebody who comes or goes does not start it again, but is told of.
 */
export function useUnitAttendance(period: PeriodAsked) {
  const includeFTStaff = useAttendanceView((state) => state.includeFTStaff)
  const changes = [useTraining((state) => state.changes), useMembers((state) => state.changes), useSettingsChanges((state) => state.changes)]
  const revision = usePresence((state) => state.snapshot?.revision ?? 0)
  const asked = JSON.stringify([period, includeFTStaff])
  const of = `${asked} ${changes.join(' ')}`
  const fetched = useFetched(
    async () => {
      const result = await api().attendance.unit({ period, includeFTStaff })
      return result.ok ? { ok: true as const, value: { ...result.value, of, revision } } : result
    },
    asked,
    changes,
  )
  const { value } = fetched
  return { ...fetched, isStale: value !== null && value.of !== of, hasMoved: value !== null && value.revision !== revision }
}
