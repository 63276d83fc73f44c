/** Holidays and the unit's own events (domain.md 4.10, 4.18). */
import type { calendar } from '../../../../shared/contract/calendar.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Actor } from '../audit/write.ts'
import { createEventType, listEventTypes, removeEventType, updateEventType } from './event-types.ts'
import { createEvent, readWholeEvent, removeEvent, setEventStatus, updateEvent } from './events.ts'
import { addHoliday, addHolidays, checkDate, listHolidays, removeHoliday, suggestHolidays, updateHoliday } from './holidays.ts'
import { readEvents } from './queries.ts'
import { addPosition, assignToEvent, removePosition, respondToEvent, unassignFromEvent, updatePosition } from './staffing.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

type C = typeof calendar
type In<K extends keyof C> = InputOf<C[K]>
type Out<K extends keyof C> = Promise<OutputOf<C[K]>>

export type CalendarService = ReturnType<typeof createCalendarService>

/** Every act refuses what the function it runs refuses. */
export function createCalendarService({ database, clock, hub }: Dependencies) {
  /** One act; then everybody is told. Holidays and events stand on the rosters too, and an event's watch on tonight's. */
  const act = async <T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> => {
    const result = await database.transaction((tx) => run(tx, clock.now()))
    hub.emit('calendar.changed', {})
    hub.emit('schedule.changed', {})
    return result
  }

  return {
    holidays: (input: In<'holidays'>): Out<'holidays'> => database.read((tx) => listHolidays(tx, input)),
    checkDate: ({ date }: In<'checkDate'>): Out<'checkDate'> => database.read((tx) => checkDate(tx, date)),
    suggestHolidays: ({ year }: In<'suggestHolidays'>): Out<'suggestHolidays'> => database.read((tx) => suggestHolidays(tx, year)),
    addHoliday: (input: In<'addHoliday'>, actor: Actor): Out<'addHoliday'> => act(async (tx, at) => ({ holidayId: await addHoliday(tx, input, actor, at) })),
    addHolidays: ({ holidays }: In<'addHolidays'>, actor: Actor): Out<'addHolidays'> => act(async (tx, at) => ({ added: await addHolidays(tx, holidays, actor, at) })),
    updateHoliday: (input: In<'updateHoliday'>, actor: Actor) => act((tx, at) => updateHoliday(tx, input, actor, at)),
    removeHoliday: ({ holidayId }: In<'removeHoliday'>, actor: Actor) => act((tx, at) => removeHoliday(tx, holidayId, actor, at)),

    eventTypes: (): Out<'eventTypes'> => database.read(listEventTypes),
    createEventType: (input: In<'createEventType'>, actor: Actor): Out<'createEventType'> => act(async (tx, at) => ({ typeId: await createEventType(tx, input, actor, at) })),
    updateEventType: (input: In<'updateEventType'>, actor: Actor) => act((tx, at) => updateEventType(tx, input, actor, at)),
    removeEventType: ({ typeId }: In<'removeEventType'>, actor: Actor) => act((tx, at) => removeEventType(tx, typeId, actor, at)),

    events: (input: In<'events'>): Out<'events'> => database.read((tx) => readEvents(tx, input)),
    event: ({ eventId }: In<'event'>): Out<'event'> => database.read((tx) => readWholeEvent(tx, eventId)),
    createEvent: (input: In<'createEvent'>, actor: Actor): Out<'createEvent'> => act(async (tx, at) => ({ eventId: await createEvent(tx, input, actor, at) })),
    updateEvent: (input: In<'updateEvent'>, actor: Actor) => act((tx, at) => updateEvent(tx, input, actor, at)),
    setEventStatus: (input: In<'setEventStatus'>, actor: Actor) => act((tx, at) => setEventStatus(tx, input, actor, at)),
    removeEvent: ({ eventId }: In<'removeEvent'>, actor: Actor) => act((tx, at) => removeEvent(tx, eventId, actor, at)),
    addPosition: (input: In<'addPosition'>, actor: Actor): Out<'addPosition'> => act(async (tx, at) => ({ positionId: await addPosition(tx, input, { actor, at }) })),
    updatePosition: (input: In<'updatePosition'>, actor: Actor) => act((tx, at) => updatePosition(tx, input, { actor, at })),
    removePosition: ({ positionId }: In<'removePosition'>, actor: Actor) => act((tx, at) => removePosition(tx, positionId, { actor, at })),
    assign: (input: In<'assign'>, actor: Actor): Out<'assign'> => act(async (tx, at) => ({ assignmentId: await assignToEvent(tx, input, { actor, at }) })),
    unassign: ({ assignmentId }: In<'unassign'>, actor: Actor) => act((tx, at) => unassignFromEvent(tx, assignmentId, { actor, at })),
    /** `memberId`: of the one who is signed in. */
    respond: (input: In<'respond'>, memberId: string | null, actor: Actor) => act((tx, at) => respondToEvent(tx, input, memberId, { actor, at })),
  }
}
