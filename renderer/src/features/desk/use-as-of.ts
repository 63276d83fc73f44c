import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'

/** Since when what the desk shows may no longer be true, in ms of the core's clock; null while it is, or while there is nothing to show. */
export function useAsOf(): number | null {
  const { lostAt, clockOffset } = useSystem()
  const { failing, snapshotAt } = usePresence()
  const at = lostAt ?? (failing ? snapshotAt : null)
  return at === null || snapshotAt === null ? null : at + clockOffset
}
