/** The unit's own events: planned, changed, taken on from status to status (domain.md 4.10). Each in the act of its caller. */
import { and, eq, inArray } from 'drizzle-orm'
import type { calendar } from '../../../../shared/contract/calendar.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { isEditable, isStaffed, nextEventStates } from '../../../../shared/domain/unit-events.ts'
import type { Tx } from '../../db/database.ts'
import { unitEvent, unitEventAssignment, unitEventPosition, unitEventType } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { extraPositionsOf } from './event-types.ts'
import { readBusy, readEvent, readPositions, readStaffing, readWatchSeats, toTime } from './queries.ts'

export type EventRow = typeof unitEvent.$inferSelect
type Fields = Omit<InputOf<typeof calendar.createEvent>, 'requiresDutyWatch'>

const auditable = ({ title, typeId, eventDate, startTime, endTime, location, organizer, description, notes, requiresDutyWatch }: Fields & { requiresDutyWatch: boolean }) => ({ title, typeId, eventDate, startTime: toTime(startTime), endTime: toTime(endTime), location, organizer, description, notes, requiresDutyWatch })
const blankToNull = (text: string | null): string | null => (text === '' ? null : text)

/** An end without a beginning says nothing; one that is earlier is the next morning's. Refuses `event_times`. */
function tidy(fields: Fields): Fields {
  if (fields.endTime !== null && (fields.startTime === null || fields.startTime === fields.endTime)) throw refuse('event_times')
  return { ...fields, description: blankToNull(fields.description), notes: blankToNull(fields.notes) }
}

/** Refuses `event_type_unknown`. */
async function readType(tx: Tx, typeId: string | null) {
  if (typeId === null) return undefined
  const [row] = await tx.select().from(unitEventType).where(eq(unitEventType.id, typeId)).for('share')
  if (row === undefined) throw refuse('event_type_unknown')
  return row
}

async function insertPositions(tx: Tx, eventId: string, positions: readonly { code: string; name: string; maxSlots: number; isStandard: boolean; displayOrder: number }[]): Promise<void> {
  if (positions.length > 0) await tx.insert(unitEventPosition).values(positions.map((position) => ({ id: newId(), eventId, ...position })))
}

const watchPositions = async (tx: Tx) => (await readWatchSeats(tx)).map(({ code, name, order }) => ({ code, name, maxSlots: 1, isStandard: true, displayOrder: order }))

/** Without an answer the type says whether a watch is required. Refuses `event_type_unknown`, `event_times`. */
export async function createEvent(tx: Tx, { requiresDutyWatch: asked, ...given }: InputOf<typeof calendar.createEvent>, actor: Actor, at: Date): Promise<string> {
  const fields = tidy(given)
  const type = await readType(tx, fields.typeId)
  const requiresDutyWatch = asked ?? type?.requiresDutyWatch ?? false
  const id = newId()
  await tx.insert(unitEvent).values({ id, ...fields, requiresDutyWatch, createdBy: actor.name, createdAt: at, updatedAt: at })
  const standard = requiresDutyWatch ? await watchPositions(tx) : []
  const extra = type === undefined ? [] : extraPositionsOf(type).filter(({ code }) => !standard.some((seat) => seat.code === code.toUpperCase()))
  await insertPositions(tx, id, [...standard, ...extra.map((position, index) => ({ ...position, code: position.code.toUpperCase(), isStandard: false, displayOrder: 100 + index }))])
  await writeAudit(tx, { at, actor, action: 'unit_event_create', entityType: 'unit_event', entityId: id, details: { name: fields.title, after: auditable({ ...fields, requiresDutyWatch }) } })
  return id
}

/** The event, locked: who staffs it, changes it or takes it on waits for each other. Refuses `event_unknown`. */
export async function lockEvent(tx: Tx, eventId: string): Promise<EventRow> {
  const [row] = await tx.select().from(unitEvent).where(eq(unitEvent.id, eventId)).for('update')
  if (row === undefined) throw refuse('event_unknown')
  return row
}

/** Refuses `event_member_busy` when somebody on it is on another event of that date. */
async function refuseBusy(tx: Tx, eventId: string, date: string): Promise<void> {
  const memberIds = (await readStaffing(tx, eventId)).filter(({ assignment }) => isStaffed(assignment.status)).map(({ assignment }) => assignment.memberId)
  const busy = await readBusy(tx, { memberIds, date, exceptEvent: eventId })
  if (busy !== undefined) throw refuse('event_member_busy', { name: busy.name, title: busy.title, date })
}

/**
 * Refuses `event_unknown`, `event_changed` when it is not as `basedOn` knew it, `event_not_editable`, `event_type_unknown`,
 * `event_times`, `event_member_busy` on a new date, and `event_watch_staffed` when its watch is to go while somebody is on it.
 */
export async function updateEvent(tx: Tx, { eventId, basedOn, requiresDutyWatch, ...given }: InputOf<typeof calendar.updateEvent>, actor: Actor, at: Date): Promise<void> {
  const row = await lockEvent(tx, eventId)
  if (row.updatedAt.getTime() !== new Date(basedOn).getTime()) throw refuse('event_changed', { title: row.title })
  if (!isEditable(row.status)) throw refuse('event_not_editable', { title: row.title, status: row.status })
  const fields = tidy(given)
  await readType(tx, fields.typeId)
  if (fields.eventDate !== row.eventDate) await refuseBusy(tx, eventId, fields.eventDate)
  if (requiresDutyWatch !== row.requiresDutyWatch) await (requiresDutyWatch ? addWatch(tx, eventId) : removeWatch(tx, row))
  const updatedAt = new Date(Math.max(at.getTime(), row.updatedAt.getTime() + 1))
  await tx.update(unitEvent).set({ ...fields, requiresDutyWatch, updatedAt }).where(eq(unitEvent.id, eventId))
  await writeAudit(tx, { at, actor, action: 'unit_event_update', entityType: 'unit_event', entityId: eventId, details: { name: row.title, before: auditable(row), after: auditable({ ...fields, requiresDutyWatch }) } })
}

/** Refuses `position_code_taken` when a position of another kind has the code of a seat. */
async function addWatch(tx: Tx, eventId: string): Promise<void> {
  const seats = await watchPositions(tx)
  const there = new Set((await readPositions(tx, eventId)).map(({ position }) => position.code))
  const taken = seats.find(({ code }) => there.has(code))
  if (taken !== undefined) throw refuse('position_code_taken', { code: taken.code })
  await insertPositions(tx, eventId, seats)
}

async function removeWatch(tx: Tx, { id, title }: EventRow): Promise<void> {
  const standard = (await readPositions(tx, id)).filter(({ position }) => position.isStandard).map(({ position }) => position.id)
  if (standard.length === 0) return
  const staffed = await tx.$count(unitEventAssignment, and(inArray(unitEventAssignment.positionId, standard), inArray(unitEventAssignment.status, ['assigned', 'confirmed'])))
  if (staffed > 0) throw refuse('event_watch_staffed', { title, count: staffed })
  await tx.delete(unitEventPosition).where(inArray(unitEventPosition.id, standard))
}

/** Refuses `event_unknown`, `event_status_not_next` with what may follow, `event_member_busy` for a postponed one that is planned again. */
export async function setEventStatus(tx: Tx, { eventId, status }: InputOf<typeof calendar.setEventStatus>, actor: Actor, at: Date): Promise<void> {
  const row = await lockEvent(tx, eventId)
  const allowed = nextEventStates[row.status]
  if (!allowed.includes(status)) throw refuse('event_status_not_next', { title: row.title, from: row.status, to: status, allowed: allowed.join(', ') })
  if (row.status === 'postponed') await refuseBusy(tx, eventId, row.eventDate)
  const updatedAt = new Date(Math.max(at.getTime(), row.updatedAt.getTime() + 1))
  await tx.update(unitEvent).set({ status, updatedAt }).where(eq(unitEvent.id, eventId))
  await writeAudit(tx, { at, actor, action: 'unit_event_status_change', entityType: 'unit_event', entityId: eventId, details: { name: row.title, before: { status: row.status }, after: { status } } })
}

/** Refuses `event_unknown`, `event_not_draft`. */
export async function removeEvent(tx: Tx, eventId: string, actor: Actor, at: Date): Promise<void> {
  const row = await lockEvent(tx, eventId)
  if (row.status !== 'draft') throw refuse('event_not_draft', { title: row.title, status: row.status })
  const staffing = await readStaffing(tx, eventId)
  await tx.delete(unitEvent).where(eq(unitEvent.id, eventId))
  await writeAudit(tx, { at, actor, action: 'unit_event_delete', entityType: 'unit_event', entityId: eventId, details: { name: row.title, before: auditable(row), people: staffing.map(({ assignment, displayName }) => ({ memberId: assignment.memberId, name: displayName, status: assignment.status })) } })
}

/** Refuses `event_unknown`. */
export async function readWholeEvent(tx: Tx, eventId: string): Promise<OutputOf<typeof calendar.event>> {
  const row = await readEvent(tx, eventId)
  if (row === undefined) throw refuse('event_unknown')
  const staffing = Map.groupBy(await readStaffing(tx, eventId), ({ assignment }) => assignment.positionId)
  const { event, type } = row
  return {
    ...event,
    type,
    startTime: toTime(event.startTime),
    endTime: toTime(event.endTime),
    updatedAt: event.updatedAt.toISOString(),
    positions: (await readPositions(tx, eventId)).map(({ position, nameFr }) => ({
      ...position,
      nameFr,
      assignments: (staffing.get(position.id) ?? []).map(({ assignment, displayName }) => ({ ...assignment, member: { id: assignment.memberId, displayName }, confirmedAt: assignment.confirmedAt?.toISOString() ?? null })),
    })),
  }
}
