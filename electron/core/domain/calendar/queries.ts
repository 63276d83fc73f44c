/** The statements of unit events (domain.md 4.10, 1.4). */
import { and, asc, between, count, desc, eq, gte, inArray, lte, ne, notInArray, sql, type SQL } from 'drizzle-orm'
import type { calendar } from '../../../../shared/contract/calendar.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import { dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import { isStaffed, staffingStates } from '../../../../shared/domain/unit-events.ts'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, member, unitEvent, unitEventAssignment, unitEventPosition, unitEventType } from '../../db/schema/index.ts'

type ListInput = InputOf<typeof calendar.events>

const staffed = staffingStates.filter(isStaffed)
/** Written as a search compares text, as far as the database can: the title alone is looked at, and a unit has few events. */
const folded = (column: typeof unitEvent.title): SQL => sql`lower(translate(${column}, 'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûü', 'AAACEEEEIIOOUUUaaaceeeeiioouuu'))`

/** `HH:MM` of what the database writes as `HH:MM:SS`. */
export const toTime = (time: string | null): string | null => time?.slice(0, 5) ?? null

function matching({ from, to, search, typeIds, categories, statuses }: ListInput): SQL | undefined {
  const words = foldText(search).split(' ').filter((word) => word !== '')
  return and(
    from === null ? undefined : gte(unitEvent.eventDate, from),
    to === null ? undefined : lte(unitEvent.eventDate, to),
    ...words.map((word) => sql`${folded(unitEvent.title)} like ${`%${word}%`}`),
    typeIds.length === 0 ? undefined : inArray(unitEvent.typeId, typeIds),
    categories.length === 0 ? undefined : inArray(unitEventType.category, categories),
    statuses.length === 0 ? undefined : inArray(unitEvent.status, statuses),
  )
}

const type = { id: unitEventType.id, name: unitEventType.name, nameFr: unitEventType.nameFr, category: unitEventType.category }

/** One page, by date, time and title; the id makes the order complete. */
export async function readEvents(tx: Tx, input: ListInput) {
  const way = input.descending ? desc : asc
  const places = sql<number>`coalesce((select sum(${unitEventPosition.maxSlots}) from ${unitEventPosition} where ${unitEventPosition.eventId} = ${unitEvent.id}), 0)`.mapWith(Number)
  const filled = sql<number>`(select count(*) from ${unitEventAssignment} where ${unitEventAssignment.eventId} = ${unitEvent.id} and ${inArray(unitEventAssignment.status, staffed)})`.mapWith(Number)
  const rows = await tx
    .select({ event: unitEvent, type, places, filled })
    .from(unitEvent)
    .leftJoin(unitEventType, eq(unitEventType.id, unitEvent.typeId))
    .where(matching(input))
    .orderBy(way(unitEvent.eventDate), sql`${way(unitEvent.startTime)} nulls first`, asc(unitEvent.title), asc(unitEvent.id))
    .limit(input.limit)
    .offset((input.page - 1) * input.limit)
  const [total] = await tx.select({ count: count() }).from(unitEvent).leftJoin(unitEventType, eq(unitEventType.id, unitEvent.typeId)).where(matching(input))
  return { events: rows.map(({ event, ...rest }) => ({ ...event, startTime: toTime(event.startTime), endTime: toTime(event.endTime), ...rest })), total: total?.count ?? 0 }
}

export async function readEvent(tx: Tx, eventId: string) {
  const [row] = await tx.select({ event: unitEvent, type }).from(unitEvent).leftJoin(unitEventType, eq(unitEventType.id, unitEvent.typeId)).where(eq(unitEvent.id, eventId))
  return row
}

/** Positions in order, each with its name in French where the duty role has one. */
export const readPositions = (tx: Tx, eventId: string) =>
  tx
    .select({ position: unitEventPosition, nameFr: dutyPosition.nameFr })
    .from(unitEventPosition)
    .leftJoin(dutyPosition, and(eq(dutyPosition.roleCode, dutyWatchRole), eq(dutyPosition.code, unitEventPosition.code), eq(unitEventPosition.isStandard, true)))
    .where(eq(unitEventPosition.eventId, eventId))
    .orderBy(asc(unitEventPosition.displayOrder), asc(unitEventPosition.code))

/** Everybody who is or was on it, senior first within a position. */
export const readStaffing = (tx: Tx, eventId: string) =>
  tx
    .select({ assignment: unitEventAssignment, displayName: member.displayName })
    .from(unitEventAssignment)
    .innerJoin(member, eq(member.id, unitEventAssignment.memberId))
    .where(eq(unitEventAssignment.eventId, eventId))
    .orderBy(asc(member.searchName), asc(member.id))

/** The seats of the Duty Watch, which an event that requires one has too. */
export const readWatchSeats = (tx: Tx) => tx.select({ code: dutyPosition.code, name: dutyPosition.name, order: dutyPosition.displayOrder }).from(dutyPosition).where(eq(dutyPosition.roleCode, dutyWatchRole)).orderBy(asc(dutyPosition.displayOrder))

/** On which other event these members are that day, the first one found. Drafts count: somebody plans with them. */
export async function readBusy(tx: Tx, { memberIds, date, exceptEvent }: { memberIds: readonly string[]; date: string; exceptEvent: string }) {
  if (memberIds.length === 0) return undefined
  const [row] = await tx
    .select({ name: member.displayName, title: unitEvent.title })
    .from(unitEventAssignment)
    .innerJoin(unitEvent, eq(unitEvent.id, unitEventAssignment.eventId))
    .innerJoin(member, eq(member.id, unitEventAssignment.memberId))
    .where(and(inArray(unitEventAssignment.memberId, [...memberIds]), inArray(unitEventAssignment.status, staffed), eq(unitEvent.eventDate, date), ne(unitEvent.id, exceptEvent), notInArray(unitEvent.status, ['cancelled', 'postponed'])))
    .orderBy(asc(member.searchName), asc(unitEvent.id))
    .limit(1)
  return row
}

/** Events from one date to another, whatever their status: who asks decides with `takesPlace`. */
export const readEventDays = async (tx: Tx, from: string, to: string) =>
  (
    await tx
      .select({ id: unitEvent.id, title: unitEvent.title, date: unitEvent.eventDate, startTime: unitEvent.startTime, status: unitEvent.status, requiresDutyWatch: unitEvent.requiresDutyWatch })
      .from(unitEvent)
      .where(between(unitEvent.eventDate, from, to))
      .orderBy(asc(unitEvent.eventDate), sql`${unitEvent.startTime} nulls first`, asc(unitEvent.title), asc(unitEvent.id))
  ).map((row) => ({ ...row, startTime: toTime(row.startTime) }))

/** Who is on events from one date to another that are neither cancelled nor postponed. */
export const readEventDuties = (tx: Tx, from: string, to: string) =>
  tx
    .select({ id: unitEventAssignment.id, memberId: unitEventAssignment.memberId, title: unitEvent.title, date: unitEvent.eventDate, isStandard: unitEventPosition.isStandard, code: unitEventPosition.code })
    .from(unitEventAssignment)
    .innerJoin(unitEvent, eq(unitEvent.id, unitEventAssignment.eventId))
    .innerJoin(unitEventPosition, eq(unitEventPosition.id, unitEventAssignment.positionId))
    .where(and(between(unitEvent.eventDate, from, to), inArray(unitEventAssignment.status, staffed), notInArray(unitEvent.status, ['cancelled', 'postponed'])))
    .orderBy(asc(unitEvent.eventDate), asc(unitEventAssignment.id))
