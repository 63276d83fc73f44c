/** Who is on a roster (domain.md 4.13): put on, changed, confirmed, released, swapped. Each in the act of its caller. */
import { and, eq, ne } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { assignmentChanges, type AssignmentState } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { scheduleAssignment } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type AuditDetails } from '../audit/write.ts'
import { holdMember, lockAssignment, lockAssignments, lockRoster, readName, readSeat, refuseTaken, type Act, type AssignmentRow, type ScheduleRow } from './lock.ts'
import { warningsAbout } from './plan.ts'

type C = typeof schedule

type Verb = 'create' | 'change' | 'update' | 'confirm' | 'unconfirm' | 'release' | 'restore' | 'delete' | 'swap'
/** In the trail of the member whom it concerns, too. */
const audit = async (tx: Tx, { actor, at }: Act, verb: Verb, roster: ScheduleRow, details: AuditDetails & { readonly name: string; readonly memberId: string; readonly seat: string }) =>
  writeAudit(tx, { at, actor, action: `schedule_assignment_${verb}`, entityType: 'schedule', entityId: roster.id, details: { ...details, role: roster.roleCode, weekStart: roster.weekStart } })

const seatCode = async (tx: Tx, roster: ScheduleRow, { positionId }: Pick<AssignmentRow, 'positionId'>): Promise<string> => (await readSeat(tx, roster.roleCode, positionId)).code

async function insert(tx: Tx, roster: ScheduleRow, { positionId, memberId, notes }: { positionId: string | null; memberId: string; notes: string | null }, { at }: Act): Promise<string> {
  const id = newId()
  await tx.insert(scheduleAssignment).values({ id, scheduleId: roster.id, positionId, memberId, notes, createdAt: at, updatedAt: at })
  return id
}

/** In a draft or a published roster. Refuses `roster_unknown`, `duty_position_unknown`, `member_unknown`, `roster_member_taken`, `seat_full`. */
export async function assignMember(tx: Tx, { scheduleId, positionId, memberId, notes }: InputOf<C['assign']>, act: Act): Promise<OutputOf<C['assign']>> {
  const roster = await lockRoster(tx, scheduleId)
  const seat = await readSeat(tx, roster.roleCode, positionId)
  const name = await holdMember(tx, memberId)
  await refuseTaken(tx, roster, seat, { id: memberId, name })
  const assignmentId = await insert(tx, roster, { positionId, memberId, notes: notes === '' ? null : notes }, act)
  await audit(tx, act, 'create', roster, { name, memberId, seat: seat.code, after: { name, status: 'assigned' } })
  return { assignmentId, warnings: await warningsAbout(tx, [roster.weekStart], [memberId], act.rules) }
}

/**
 * In a draft the place changes hands; once published, the first one is released, so that it stays known who had it.
 * Refuses `assignment_unknown`, `roster_unknown`, `assignment_released`, `member_unknown`, `roster_member_taken`.
 */
export async function reassignMember(tx: Tx, { assignmentId, memberId }: InputOf<C['reassign']>, act: Act): Promise<OutputOf<C['reassign']>> {
  const { assignment, roster } = await lockAssignment(tx, assignmentId)
  const before = { name: await readName(tx, assignment.memberId), status: assignment.status }
  if (assignment.status === 'released') throw refuse('assignment_released', { name: before.name })
  const seat = await readSeat(tx, roster.roleCode, assignment.positionId)
  const name = await holdMember(tx, memberId)
  if (memberId === assignment.memberId) throw refuse('roster_member_taken', { name, week: roster.weekStart })
  await refuseTaken(tx, roster, seat, { id: memberId, name }, assignmentId)
  const { at } = act
  let id = assignmentId
  if (roster.status === 'draft') await tx.update(scheduleAssignment).set({ memberId, status: 'assigned', confirmedAt: null, notes: null, updatedAt: at }).where(eq(scheduleAssignment.id, assignmentId))
  else {
    await setStatus(tx, assignment, 'released', at)
    id = await insert(tx, roster, { positionId: assignment.positionId, memberId, notes: null }, act)
  }
  await audit(tx, act, 'change', roster, { name, memberId, seat: seat.code, before, after: { name, status: 'assigned' } })
  return { assignmentId: id, warnings: await warningsAbout(tx, [roster.weekStart], [memberId], act.rules) }
}

const setStatus = (tx: Tx, { id, confirmedAt }: AssignmentRow, status: AssignmentState, at: Date) =>
  tx
    .update(scheduleAssignment)
    .set({ status, confirmedAt: status === 'confirmed' ? at : status === 'released' ? confirmedAt : null, releasedAt: status === 'released' ? at : null, updatedAt: at })
    .where(eq(scheduleAssignment.id, id))

/** Refuses `assignment_unknown`, `roster_unknown`, `assignment_not_next`; restoring one also `roster_member_taken`, `seat_full`. */
export async function updateAssignment(tx: Tx, { assignmentId, status, notes: typed }: InputOf<C['updateAssignment']>, act: Act): Promise<OutputOf<C['updateAssignment']>> {
  const { assignment, roster } = await lockAssignment(tx, assignmentId)
  const { memberId } = assignment
  const name = await readName(tx, memberId)
  const notes = typed === undefined ? assignment.notes : typed === '' ? null : typed
  if (status !== undefined && status !== assignment.status) {
    if (!assignmentChanges[assignment.status].includes(status)) throw refuse('assignment_not_next', { name, from: assignment.status, to: status })
    if (assignment.status === 'released') await refuseTaken(tx, roster, await readSeat(tx, roster.roleCode, assignment.positionId), { id: memberId, name })
    await setStatus(tx, assignment, status, act.at)
  }
  if (notes !== assignment.notes) await tx.update(scheduleAssignment).set({ notes, updatedAt: act.at }).where(eq(scheduleAssignment.id, assignmentId))
  const verb = status === undefined || status === assignment.status ? 'update' : status === 'released' ? 'release' : status === 'confirmed' ? 'confirm' : assignment.status === 'confirmed' ? 'unconfirm' : 'restore'
  await audit(tx, act, verb, roster, { name, memberId, seat: await seatCode(tx, roster, assignment), before: { status: assignment.status, notes: assignment.notes }, after: { status: status ?? assignment.status, notes } })
  return { warnings: await warningsAbout(tx, [roster.weekStart], [memberId], act.rules) }
}

/** From a draft alone. Refuses `assignment_unknown`, `roster_unknown`, `roster_not_draft`. */
export async function removeAssignment(tx: Tx, assignmentId: string, act: Act): Promise<void> {
  const { assignment, roster } = await lockAssignment(tx, assignmentId)
  if (roster.status !== 'draft') throw refuse('roster_not_draft', { week: roster.weekStart })
  await tx.delete(scheduleAssignment).where(eq(scheduleAssignment.id, assignmentId))
  await audit(tx, act, 'delete', roster, { name: await readName(tx, assignment.memberId), memberId: assignment.memberId, seat: await seatCode(tx, roster, assignment), before: { status: assignment.status, notes: assignment.notes } })
}

/**
 * Within a week the two exchange seats, between weeks of one duty they exchange weeks (▶). Both are to confirm anew. Refuses
 * `assignment_unknown`, `roster_unknown`, `assignment_released`, `swap_pointless`, and `roster_member_taken` for somebody who is on the other week already.
 */
export async function swapMembers(tx: Tx, { first, second }: InputOf<C['swap']>, act: Act): Promise<OutputOf<C['swap']>> {
  const [a, b] = await lockAssignments(tx, [first, second])
  if (a === undefined || b === undefined) throw refuse('assignment_unknown')
  const names = [await readName(tx, a.assignment.memberId), await readName(tx, b.assignment.memberId)] as const
  if (a.assignment.status === 'released') throw refuse('assignment_released', { name: names[0] })
  if (b.assignment.status === 'released') throw refuse('assignment_released', { name: names[1] })
  const sameWeek = a.roster.id === b.roster.id
  if (a.roster.roleCode !== b.roster.roleCode || a.assignment.memberId === b.assignment.memberId || (sameWeek && a.assignment.positionId === b.assignment.positionId)) throw refuse('swap_pointless')
  const anew = { status: 'assigned' as const, confirmedAt: null, updatedAt: act.at }
  if (!sameWeek) {
    await refuseOnRoster(tx, b.roster, a.assignment.memberId, names[0])
    await refuseOnRoster(tx, a.roster, b.assignment.memberId, names[1])
  }
  // Within one week the seats move and not the people: a member is on a roster once at every moment.
  const moved = (from: AssignmentRow) => (sameWeek ? { positionId: from.positionId } : { memberId: from.memberId })
  await tx.update(scheduleAssignment).set({ ...anew, ...moved(b.assignment) }).where(eq(scheduleAssignment.id, first))
  await tx.update(scheduleAssignment).set({ ...anew, ...moved(a.assignment) }).where(eq(scheduleAssignment.id, second))
  const [seatA, seatB] = [await seatCode(tx, a.roster, a.assignment), await seatCode(tx, b.roster, b.assignment)]
  const [placeA, placeB] = [{ seat: seatA, weekStart: a.roster.weekStart }, { seat: seatB, weekStart: b.roster.weekStart }]
  await audit(tx, act, 'swap', b.roster, { name: names[0], memberId: a.assignment.memberId, seat: seatB, with: names[1], before: placeA, after: placeB })
  await audit(tx, act, 'swap', a.roster, { name: names[1], memberId: b.assignment.memberId, seat: seatA, with: names[0], before: placeB, after: placeA })
  return { warnings: await warningsAbout(tx, [a.roster.weekStart, b.roster.weekStart], [a.assignment.memberId, b.assignment.memberId], act.rules) }
}

async function refuseOnRoster(tx: Tx, roster: ScheduleRow, memberId: string, name: string): Promise<void> {
  const there = await tx.$count(scheduleAssignment, and(eq(scheduleAssignment.scheduleId, roster.id), eq(scheduleAssignment.memberId, memberId), ne(scheduleAssignment.status, 'released')))
  if (there > 0) throw refuse('roster_member_taken', { name, week: roster.weekStart })
}

/** For oneself alone; twice changes nothing. Refuses `assignment_unknown`, `roster_unknown`, `duty_not_yours`, `assignment_released`, `roster_not_published`. */
export async function confirmOwn(tx: Tx, assignmentId: string, memberId: string | null, act: Act): Promise<void> {
  const { assignment, roster } = await lockAssignment(tx, assignmentId)
  const name = await readName(tx, assignment.memberId)
  if (assignment.memberId !== memberId) throw refuse('duty_not_yours', { name })
  if (assignment.status === 'released') throw refuse('assignment_released', { name })
  if (roster.status !== 'published') throw refuse('roster_not_published', { week: roster.weekStart })
  if (assignment.status === 'confirmed') return
  await setStatus(tx, assignment, 'confirmed', act.at)
  await audit(tx, act, 'confirm', roster, { name, memberId, seat: await seatCode(tx, roster, assignment), before: { status: assignment.status }, after: { status: 'confirmed' }, own: true })
}
