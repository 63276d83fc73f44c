import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { calendar } from '../../../../../shared/contract/calendar.ts'
import type { EventState } from '../../../../../shared/domain/unit-events.ts'
import type { ChipTone } from '../../../ui/chip.tsx'

export type UnitEvent = OutputOf<typeof calendar.event>
export type EventRow = OutputOf<typeof calendar.events>['events'][number]
export type EventType = OutputOf<typeof calendar.eventTypes>['types'][number]

export const toneOfEvent: Record<EventState, ChipTone> = { draft: 'neutral', planned: 'out', confirmed: 'in', in_progress: 'attention', completed: 'neutral', cancelled: 'refused', postponed: 'attention' }

export function useEventWords() {
  const { t } = useTranslation('schedule')
  return {
    statusWords: (status: EventState): string => t(`event.status.${status}`),
    /** What taking an event on to a status is called. */
    takeOn: (status: EventState): string => t(`event.takeOn.${status}`),
  }
}
