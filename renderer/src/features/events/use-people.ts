import type { InputOf, OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { api } from '../../api.ts'
import { useEvents } from '../../stores/events.ts'
import { usePresence } from '../../stores/presence.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { useTyped } from '../../ui/use-typed.ts'

type Asked = InputOf<typeof events.attendees>
export type People = OutputOf<typeof events.attendees>

/** Small enough that no page holds a scan up for long. */
const pageSize = 200
/** Far more than an event has; whoever has more narrows the list down. */
const mostPages = 25

/** All who take part in an event as narrowed, page after page. */
export async function readPeople(asked: Pick<Asked, 'eventId'> & Partial<Asked>): Promise<Result<People>> {
  const attendees: People['attendees'] = []
  for (let page = 1; ; page += 1) {
    const result = await api().events.attendees({ ...asked, page, limit: pageSize })
    if (!result.ok) return result
    attendees.push(...result.value.attendees)
    if (result.value.attendees.length < pageSize || page === mostPages) return { ok: true, value: { attendees, total: result.value.total } }
  }
}

/** An event changed, or somebody came or went: a member who takes part does it without the event’s leave. */
export const useEventChanges = (): readonly number[] => [useEvents((state) => state.changes), usePresence((state) => state.snapshot?.revision ?? 0)]

const one = <T extends string>(value: T | ''): T[] => (value === '' ? [] : [value])

/** Those who take part, as the room’s filters narrow them. */
export function usePeople(eventId: string) {
  const { filters } = useEvents()
  const { status, role, organization, insideOnly } = filters
  const search = useTyped(filters.search)
  const asked = { eventId, search, statuses: one(status), roles: one(role), organizations: one(organization), inside: insideOnly ? true : null }
  return useFetched(() => readPeople(asked), JSON.stringify(asked), useEventChanges())
}
