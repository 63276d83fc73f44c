import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { api } from '../../api.ts'
import { useEvents } from '../../stores/events.ts'
import { useFetched } from '../../ui/use-fetched.ts'

type Badges = OutputOf<typeof events.badges>

interface Found extends Badges {
  /** Free, and as far as anybody knows at the desk: one that never came back can be lent once it is in somebody’s hand again. */
  readonly atDesk: Badges['free']
}

async function readBadges(): Promise<Result<Found>> {
  const result = await api().events.badges({})
  if (!result.ok) return result
  const { free, outstanding } = result.value
  return { ok: true, value: { free, outstanding, atDesk: free.filter(({ label }) => outstanding.every((one) => one.label !== label)) } }
}

/** Badges of events that could be lent, and those that never came back. */
export const useBadges = () => useFetched(readBadges, '', [useEvents((state) => state.changes)])
