/** Events of temporary access (domain.md 4.9): what is on, who takes part, who of them is here, and which badges are out. */
import { desc, eq } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import { attendeeMovement, station } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { needEvent, toAttendee, toEvent, type Event } from './answers.ts'
import { createAttendeeActs } from './attendee-acts.ts'
import type { Dependencies } from './doing.ts'
import { createEventActs, toOutstanding } from './event-acts.ts'
import { createAttendeeImport } from './import/import.ts'
import { createPassing } from './passing.ts'
import { countAttendees, readAttendee, readAttendees, readEvents, readFreeBadges, readOpenEvents, readOutstandingBadges } from './queries.ts'
import { readStats } from './stats.ts'

export type EventsService = ReturnType<typeof createEventsService>

export function createEventsService(given: Dependencies & { readonly unitTime: () => UnitTime }) {
  const { database, clock, unitTime } = given
  return {
    ...createEventActs(given),
    ...createAttendeeActs(given),
    ...createPassing(given),
    ...createAttendeeImport(given),

    list: (): Promise<OutputOf<typeof events.list>> => database.read(async (tx) => ({ events: (await readEvents(tx)).map(toEvent) })),

    /** Refuses `event_unknown`. */
    get: ({ eventId }: InputOf<typeof events.get>): Promise<Event> => database.read((tx) => needEvent(tx, eventId)),

    open: (): Promise<OutputOf<typeof events.open>> => database.read(async (tx) => ({ events: await readOpenEvents(tx, operationalDate(clock.now(), unitTime())) })),

    /** Refuses `event_unknown`. */
    stats: ({ eventId }: InputOf<typeof events.stats>): Promise<OutputOf<typeof events.stats>> =>
      database.read(async (tx) => {
        await needEvent(tx, eventId)
        return readStats(tx, eventId, unitTime())
      }),

    /** Refuses `event_unknown`. */
    attendees: (input: InputOf<typeof events.attendees>): Promise<OutputOf<typeof events.attendees>> =>
      database.read(async (tx) => {
        await needEvent(tx, input.eventId)
        return { attendees: (await readAttendees(tx, input)).map(toAttendee), total: await countAttendees(tx, input) }
      }),

    /** Refuses `attendee_unknown`. */
    attendee: ({ attendeeId }: InputOf<typeof events.attendee>): Promise<OutputOf<typeof events.attendee>> =>
      database.read(async (tx) => {
        const row = await readAttendee(tx, attendeeId)
        if (row === undefined) throw refuse('attendee_unknown')
        const movements = await tx
          .select({ direction: attendeeMovement.direction, at: attendeeMovement.at, stationName: station.name, method: attendeeMovement.method, actorName: attendeeMovement.actorName, isVoided: attendeeMovement.voided })
          .from(attendeeMovement)
          .innerJoin(station, eq(station.id, attendeeMovement.stationId))
          .where(eq(attendeeMovement.attendeeId, attendeeId))
          .orderBy(desc(attendeeMovement.seq))
        return { attendee: toAttendee(row), movements: movements.map((move) => ({ ...move, at: move.at.toISOString() })) }
      }),

    badges: (): Promise<OutputOf<typeof events.badges>> =>
      database.read(async (tx) => ({ free: (await readFreeBadges(tx)).map(({ badgeId, ...found }) => ({ badgeId, label: badgeName(found) })), outstanding: (await readOutstandingBadges(tx)).map(toOutstanding) })),
  }
}
