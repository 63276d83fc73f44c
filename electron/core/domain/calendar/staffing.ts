/** Who does what at an event (domain.md 2.3, 4.10): its positions, and the members on them. Each in the act of its caller. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { calendar } from '../../../../shared/contract/calendar.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import { isStaffable, isStaffed } from '../../../../shared/domain/unit-events.ts'
import type { Tx } from '../../db/database.ts'
import { member, unitEventAssignment, unitEventPosition } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { lockEvent, type EventRow } from './events.ts'
import { readBusy } from './queries.ts'

interface Act {
  readonly actor: Actor
  readonly at: Date
}
type Position = typeof unitEventPosition.$inferSelect

/** The event, locked, and not over. Refuses `event_unknown`, `event_is_over`. */
async function openEvent(tx: Tx, eventId: string): Promise<EventRow> {
  const event = await lockEvent(tx, eventId)
  if (!isStaffable(event.status)) throw refuse('event_is_over', { title: event.title, status: event.status })
  return event
}

/** A position with its event, both as they are once the event is locked. Refuses `event_position_unknown` and what `openEvent` refuses. */
async function openPosition(tx: Tx, positionId: string): Promise<{ event: EventRow; position: Position }> {
  const read = () => tx.select().from(unitEventPosition).where(eq(unitEventPosition.id, positionId))
  const [found] = await read()
  if (found === undefined) throw refuse('event_position_unknown')
  const event = await openEvent(tx, found.eventId)
  const [position] = await read()
  if (position === undefined) throw refuse('event_position_unknown')
  return { event, position }
}

const countFilled = (tx: Tx, positionId: string) => tx.$count(unitEventAssignment, and(eq(unitEventAssignment.positionId, positionId), inArray(unitEventAssignment.status, ['assigned', 'confirmed'])))

/** Refuses `position_code_taken`. */
async function refuseTaken(tx: Tx, eventId: string, code: string, own?: string): Promise<void> {
  const [other] = await tx.select({ id: unitEventPosition.id }).from(unitEventPosition).where(and(eq(unitEventPosition.eventId, eventId), eq(unitEventPosition.code, code)))
  if (other !== undefined && other.id !== own) throw refuse('position_code_taken', { code })
}

/** Refuses `event_unknown`, `event_is_over`, `position_code_taken`. */
export async function addPosition(tx: Tx, { eventId, code: typed, name, maxSlots }: InputOf<typeof calendar.addPosition>, { actor, at }: Act): Promise<string> {
  const event = await openEvent(tx, eventId)
  const code = typed.toUpperCase()
  await refuseTaken(tx, eventId, code)
  const id = newId()
  const displayOrder = sql<number>`(select coalesce(max(${unitEventPosition.displayOrder}), 99) + 1 from ${unitEventPosition} where ${unitEventPosition.eventId} = ${eventId})`
  await tx.insert(unitEventPosition).values({ id, eventId, code, name, maxSlots, isStandard: false, displayOrder })
  await writeAudit(tx, { at, actor, action: 'unit_event_position_create', entityType: 'unit_event', entityId: eventId, details: { name: event.title, after: { code, name, maxSlots } } })
  return id
}

/** Refuses `event_position_unknown`, `event_is_over`, `position_code_taken`, and `position_slots_filled` when more are on it than it would have places. */
export async function updatePosition(tx: Tx, { positionId, code: typed, name, maxSlots }: InputOf<typeof calendar.updatePosition>, { actor, at }: Act): Promise<void> {
  const { event, position } = await openPosition(tx, positionId)
  // The seats of the watch are known by their code everywhere.
  const code = position.isStandard ? position.code : typed.toUpperCase()
  await refuseTaken(tx, event.id, code, positionId)
  const filled = await countFilled(tx, positionId)
  if (filled > maxSlots) throw refuse('position_slots_filled', { name: position.name, count: filled })
  await tx.update(unitEventPosition).set({ code, name, maxSlots }).where(eq(unitEventPosition.id, positionId))
  await writeAudit(tx, { at, actor, action: 'unit_event_position_update', entityType: 'unit_event', entityId: event.id, details: { name: event.title, before: { code: position.code, name: position.name, maxSlots: position.maxSlots }, after: { code, name, maxSlots } } })
}

/** Refuses `event_position_unknown`, `event_is_over`, `position_slots_filled`. */
export async function removePosition(tx: Tx, positionId: string, { actor, at }: Act): Promise<void> {
  const { event, position } = await openPosition(tx, positionId)
  const filled = await countFilled(tx, positionId)
  if (filled > 0) throw refuse('position_slots_filled', { name: position.name, count: filled })
  await tx.delete(unitEventPosition).where(eq(unitEventPosition.id, positionId))
  await writeAudit(tx, { at, actor, action: 'unit_event_position_delete', entityType: 'unit_event', entityId: event.id, details: { name: event.title, before: { code: position.code, name: position.name, maxSlots: position.maxSlots } } })
}

/**
 * Refuses `event_position_unknown`, `event_is_over`, `member_unknown`, `event_member_on_position`, `event_member_busy` when
 * the member is on another event that day, and `position_full`. Whoever declined or was released may be asked again.
 */
export async function assignToEvent(tx: Tx, { positionId, memberId, isVolunteer }: InputOf<typeof calendar.assign>, { actor, at }: Act): Promise<string> {
  const { event, position } = await openPosition(tx, positionId)
  const [person] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId)).for('share')
  if (person === undefined) throw refuse('member_unknown')
  const [before] = await tx.select().from(unitEventAssignment).where(and(eq(unitEventAssignment.positionId, positionId), eq(unitEventAssignment.memberId, memberId)))
  if (before !== undefined && isStaffed(before.status)) throw refuse('event_member_on_position', { name: person.name, position: position.name })
  const busy = await readBusy(tx, { memberIds: [memberId], date: event.eventDate, exceptEvent: event.id })
  if (busy !== undefined) throw refuse('event_member_busy', { ...busy, date: event.eventDate })
  const filled = await countFilled(tx, positionId)
  if (filled >= position.maxSlots) throw refuse('position_full', { name: position.name, count: position.maxSlots })
  const id = before?.id ?? newId()
  if (before === undefined) await tx.insert(unitEventAssignment).values({ id, eventId: event.id, positionId, memberId, isVolunteer, createdAt: at, updatedAt: at })
  else await tx.update(unitEventAssignment).set({ status: 'assigned', isVolunteer, confirmedAt: null, updatedAt: at }).where(eq(unitEventAssignment.id, id))
  await writeAudit(tx, { at, actor, action: 'unit_event_assign', entityType: 'unit_event', entityId: event.id, details: { name: person.name, memberId, title: event.title, date: event.eventDate, position: position.code, before: before === undefined ? null : { status: before.status, isVolunteer: before.isVolunteer }, after: { status: 'assigned', isVolunteer } } })
  return id
}

/** The assignment with its event, locked. Refuses `event_assignment_unknown`, `event_is_over`. */
async function openAssignment(tx: Tx, assignmentId: string) {
  const read = () =>
    tx
      .select({ assignment: unitEventAssignment, name: member.displayName, code: unitEventPosition.code })
      .from(unitEventAssignment)
      .innerJoin(member, eq(member.id, unitEventAssignment.memberId))
      .innerJoin(unitEventPosition, eq(unitEventPosition.id, unitEventAssignment.positionId))
      .where(eq(unitEventAssignment.id, assignmentId))
  const [found] = await read()
  if (found === undefined) throw refuse('event_assignment_unknown')
  const event = await openEvent(tx, found.assignment.eventId)
  const [row] = await read()
  if (row === undefined) throw refuse('event_assignment_unknown')
  return { ...row, event }
}

/** Deleted from a draft; otherwise kept as released. Refuses `event_assignment_unknown`, `event_is_over`. */
export async function unassignFromEvent(tx: Tx, assignmentId: string, { actor, at }: Act): Promise<void> {
  const { assignment, name, code, event } = await openAssignment(tx, assignmentId)
  const isDraft = event.status === 'draft'
  if (isDraft) await tx.delete(unitEventAssignment).where(eq(unitEventAssignment.id, assignmentId))
  else await tx.update(unitEventAssignment).set({ status: 'released', updatedAt: at }).where(eq(unitEventAssignment.id, assignmentId))
  await writeAudit(tx, { at, actor, action: 'unit_event_unassign', entityType: 'unit_event', entityId: event.id, details: { name, memberId: assignment.memberId, title: event.title, date: event.eventDate, position: code, before: { status: assignment.status }, after: isDraft ? null : { status: 'released' } } })
}

/** For oneself alone. Refuses `event_assignment_unknown` (also when released), `duty_not_yours`, `event_is_over`. */
export async function respondToEvent(tx: Tx, { assignmentId, response }: InputOf<typeof calendar.respond>, memberId: string | null, { actor, at }: Act): Promise<void> {
  const { assignment, name, code, event } = await openAssignment(tx, assignmentId)
  if (assignment.memberId !== memberId) throw refuse('duty_not_yours', { name })
  if (assignment.status === 'released') throw refuse('event_assignment_unknown')
  if (assignment.status === response) return
  // Who declined and now comes after all needs a place that is still free.
  if (assignment.status === 'declined') {
    const { position } = await openPosition(tx, assignment.positionId)
    if ((await countFilled(tx, position.id)) >= position.maxSlots) throw refuse('position_full', { name: position.name, count: position.maxSlots })
  }
  await tx.update(unitEventAssignment).set({ status: response, confirmedAt: response === 'confirmed' ? at : null, updatedAt: at }).where(eq(unitEventAssignment.id, assignmentId))
  await writeAudit(tx, { at, actor, action: response === 'confirmed' ? 'unit_event_confirm' : 'unit_event_decline', entityType: 'unit_event', entityId: event.id, details: { name, memberId: assignment.memberId, title: event.title, date: event.eventDate, position: code, before: { status: assignment.status }, after: { status: response } } })
}
