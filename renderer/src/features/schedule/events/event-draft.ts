/** What is being filled in about an event. Pure. */
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { timeForm } from '../../../../../shared/domain/operational-day.ts'
import type { EventType, UnitEvent } from './event-words.ts'

export interface EventDraft {
  readonly title: string
  /** Empty = of no kind. */
  readonly typeId: string
  readonly eventDate: string
  readonly startTime: string
  readonly endTime: string
  readonly location: string
  readonly organizer: string
  readonly description: string
  readonly notes: string
  readonly requiresDutyWatch: boolean
}

export const draftOf = (event: UnitEvent | null, date: string): EventDraft => ({
  title: event?.title ?? '',
  typeId: event?.type?.id ?? '',
  eventDate: event?.eventDate ?? date,
  startTime: event?.startTime ?? '',
  endTime: event?.endTime ?? '',
  location: event?.location ?? '',
  organizer: event?.organizer ?? '',
  description: event?.description ?? '',
  notes: event?.notes ?? '',
  requiresDutyWatch: event?.requiresDutyWatch ?? false,
})

export type EventProblem = 'needed' | 'date' | 'time' | 'endAlone' | 'endSame'

export function problemOf(draft: EventDraft, field: keyof EventDraft): EventProblem | undefined {
  const { title, eventDate, startTime, endTime } = draft
  if (field === 'title' && title.trim() === '') return 'needed'
  if (field === 'eventDate' && !isCivilDate(eventDate)) return 'date'
  if (field === 'startTime' && startTime !== '' && !timeForm.test(startTime)) return 'time'
  if (field === 'endTime' && endTime !== '') {
    if (!timeForm.test(endTime)) return 'time'
    if (startTime === '') return 'endAlone'
    if (startTime === endTime) return 'endSame'
  }
  return undefined
}

export const isGood = (draft: EventDraft): boolean => (['title', 'eventDate', 'startTime', 'endTime'] as const).every((field) => problemOf(draft, field) === undefined)

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clock = (total: number): string => `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`

/** What a kind of event brings along: whether it needs a watch, and when it ends once it begins. */
export function withType(draft: EventDraft, type: EventType | undefined): EventDraft {
  if (type === undefined) return { ...draft, typeId: '' }
  const ends = timeForm.test(draft.startTime) && draft.endTime === '' ? { endTime: clock(minutes(draft.startTime) + type.defaultDurationMinutes) } : {}
  return { ...draft, typeId: type.id, requiresDutyWatch: type.requiresDutyWatch, ...ends }
}

/** The end follows the beginning while nobody has set it otherwise. */
export function withStart(draft: EventDraft, startTime: string, type: EventType | undefined): EventDraft {
  const followed = type !== undefined && timeForm.test(draft.startTime) ? clock(minutes(draft.startTime) + type.defaultDurationMinutes) : ''
  const mayFollow = draft.endTime === '' || draft.endTime === followed
  return { ...draft, startTime, endTime: mayFollow && type !== undefined && timeForm.test(startTime) ? clock(minutes(startTime) + type.defaultDurationMinutes) : draft.endTime }
}

/** As the core takes it: blanks are nothing. */
export const fieldsOf = ({ title, typeId, eventDate, startTime, endTime, location, organizer, description, notes, requiresDutyWatch }: EventDraft) => {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  return { title: title.trim(), typeId: orNull(typeId), eventDate, startTime: orNull(startTime), endTime: orNull(endTime), location: orNull(location), organizer: orNull(organizer), description: orNull(description), notes: orNull(notes), requiresDutyWatch }
}
