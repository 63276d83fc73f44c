/** Events of temporary access from draft to their end: each act one transaction (domain.md 4.9). */
import { and, eq, inArray } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeName, isOpenEvent } from '../../../../shared/domain/access-events.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, attendee } from '../../db/schema/index.ts'
import { changesOf } from '../../kit/changes.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { needEvent, type Event } from './answers.ts'
import { createAct, type Dependencies } from './doing.ts'
import { isAttending, isCodeTaken, lockEvent, readBadgesOut, readOutstandingBadges, readRolesInUse, type EventRow } from './queries.ts'

type Fields = InputOf<typeof events.create>

export function createEventActs(given: Dependencies) {
  const act = createAct(given)
  return {
    /** Refuses `event_code_taken`, `event_dates_invalid`. */
    create: (fields: Fields, actor: Actor): Promise<Event> =>
      act(async (tx, at) => {
        const row = await checkedEvent(tx, fields)
        const id = newId()
        await tx.insert(accessEvent).values({ id, ...row, createdBy: actor.name, createdAt: at, updatedAt: at })
        await writeAudit(tx, { at, actor, action: 'event_create', entityType: 'access_event', entityId: id, details: { name: row.name, after: row } })
        return needEvent(tx, id)
      }),

    /** Refuses `event_unknown`, `event_changed`, `event_over`, `event_code_taken`, `event_dates_invalid`, `event_role_in_use`. */
    update: ({ eventId, basedOn, ...fields }: InputOf<typeof events.update>, actor: Actor): Promise<Event> =>
      act(async (tx, at) => {
        const before = await needOpen(tx, eventId)
        if (before.updatedAt.toISOString() !== basedOn) throw refuse('event_changed', { title: before.name })
        const row = await checkedEvent(tx, fields, eventId)
        const lost = row.customRoles.length === 0 ? [] : (await readRolesInUse(tx, eventId)).filter((role) => before.customRoles.includes(role) && !row.customRoles.includes(role))
        if (lost[0] !== undefined) throw refuse('event_role_in_use', { role: lost[0] })
        await tx.update(accessEvent).set({ ...row, updatedAt: at }).where(eq(accessEvent.id, eventId))
        await writeAudit(tx, { at, actor, action: 'event_update', entityType: 'access_event', entityId: eventId, details: { name: row.name, ...changesOf(before, row) } })
        return needEvent(tx, eventId)
      }),

    /** Refuses `event_unknown`, `event_over`. An event that is on already stays so. */
    activate: ({ eventId }: InputOf<typeof events.activate>, actor: Actor): Promise<Event> =>
      act(async (tx, at) => {
        const row = await needOpen(tx, eventId)
        if (row.status === 'draft') {
          await tx.update(accessEvent).set({ status: 'active', updatedAt: at }).where(eq(accessEvent.id, eventId))
          await writeAudit(tx, { at, actor, action: 'event_activate', entityType: 'access_event', entityId: eventId, details: { name: row.name } })
        }
        return needEvent(tx, eventId)
      }),

    /** One statement ends everybody's access (⚠: upstream wrote one an attendee, and kept their badges). Refuses `event_unknown`, `event_over`. */
    close: ({ eventId, as }: InputOf<typeof events.close>, actor: Actor): Promise<OutputOf<typeof events.close>> =>
      act(async (tx, at) => {
        const row = await needOpen(tx, eventId)
        await tx.update(accessEvent).set({ status: as, closedAt: at, updatedAt: at }).where(eq(accessEvent.id, eventId))
        const ended = row.autoExpireBadges ? await tx.update(attendee).set({ status: 'expired', updatedAt: at }).where(and(eq(attendee.eventId, eventId), inArray(attendee.status, ['pending', 'active']))).returning({ id: attendee.id }) : []
        const inside = await tx.select({ id: attendee.id, rank: attendee.rank, name: attendee.name }).from(attendee).where(and(eq(attendee.eventId, eventId), isAttending)).orderBy(attendee.searchName, attendee.id)
        const outstanding = await readOutstandingBadges(tx, eventId)
        await writeAudit(tx, { at, actor, action: 'event_close', entityType: 'access_event', entityId: eventId, details: { name: row.name, status: as, expired: ended.length, outstanding: outstanding.map(badgeName) } })
        return { event: await needEvent(tx, eventId), expired: ended.length, inside: inside.map((person) => ({ id: person.id, displayName: attendeeName(person) })), outstanding: outstanding.map(toOutstanding) }
      }),

    /** Only a draft, which let nobody in: anything else is the unit's record. Refuses `event_unknown`, `event_not_draft`, `event_badges_out`. */
    remove: ({ eventId }: InputOf<typeof events.remove>, actor: Actor): Promise<OutputOf<typeof events.remove>> =>
      act(async (tx, at) => {
        const row = await needLocked(tx, eventId)
        if (row.status !== 'draft') throw refuse('event_not_draft', { name: row.name })
        const out = await readBadgesOut(tx, eventId)
        if (out.length > 0) throw refuse('event_badges_out', { labels: out.map(badgeName).join(', ') })
        const people = await tx.delete(attendee).where(eq(attendee.eventId, eventId)).returning({ name: attendee.name })
        await tx.delete(accessEvent).where(eq(accessEvent.id, eventId))
        await writeAudit(tx, { at, actor, action: 'event_delete', entityType: 'access_event', entityId: eventId, details: { name: row.name, people: people.map(({ name }) => ({ name })) } })
        return { name: row.name }
      }),
  }
}

export const toOutstanding = ({ label, serial, since, ...row }: Awaited<ReturnType<typeof readOutstandingBadges>>[number]) => ({ ...row, label: badgeName({ label, serial }), since: since.toISOString() })

/** The columns of an event. Refuses `event_code_taken`, `event_dates_invalid`. */
async function checkedEvent(tx: Tx, { name, code, description, startDate, endDate, autoExpireBadges, roles }: Fields, except?: string) {
  if (endDate < startDate) throw refuse('event_dates_invalid')
  const upper = code.toLocaleUpperCase('en-CA')
  if (await isCodeTaken(tx, upper, except)) throw refuse('event_code_taken', { code: upper })
  return { name, code: upper, description: description === '' ? null : description, startDate, endDate, autoExpireBadges, customRoles: [...new Set(roles)] }
}

async function needLocked(tx: Tx, eventId: string): Promise<EventRow> {
  const row = await lockEvent(tx, eventId)
  if (row === undefined) throw refuse('event_unknown')
  return row
}

/** The event with its row locked. Refuses `event_unknown`, `event_over`. */
export async function needOpen(tx: Tx, eventId: string): Promise<EventRow> {
  const row = await needLocked(tx, eventId)
  if (!isOpenEvent(row.status)) throw refuse('event_over', { name: row.name })
  return row
}
