/** Rosters and places on them, locked: two planners who want the last place decide one after the other. */
import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, dutyRole, member, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import type { UnitRules } from './watch-nights.ts'

/** Who acts, when, and by which rules of time. */
export interface Act {
  readonly actor: Actor
  readonly at: Date
  readonly rules: UnitRules
}

export type ScheduleRow = typeof weeklySchedule.$inferSelect
export type AssignmentRow = typeof scheduleAssignment.$inferSelect

/** Refuses `roster_unknown`. */
export async function lockRoster(tx: Tx, scheduleId: string): Promise<ScheduleRow> {
  const [row] = await tx.select().from(weeklySchedule).where(eq(weeklySchedule.id, scheduleId)).for('update')
  if (row === undefined) throw refuse('roster_unknown')
  return row
}

const findAssignment = async (tx: Tx, assignmentId: string): Promise<AssignmentRow> => {
  const [row] = await tx.select().from(scheduleAssignment).where(eq(scheduleAssignment.id, assignmentId))
  if (row === undefined) throw refuse('assignment_unknown')
  return row
}

/** Places with their rosters, as they are once every roster is locked, in one order. Refuses `assignment_unknown`, `roster_unknown`. */
export async function lockAssignments(tx: Tx, assignmentIds: readonly string[]): Promise<{ assignment: AssignmentRow; roster: ScheduleRow }[]> {
  const scheduleIds = new Set<string>()
  for (const id of assignmentIds) scheduleIds.add((await findAssignment(tx, id)).scheduleId)
  const rosters = new Map<string, ScheduleRow>()
  for (const id of [...scheduleIds].toSorted()) rosters.set(id, await lockRoster(tx, id))
  const locked: { assignment: AssignmentRow; roster: ScheduleRow }[] = []
  for (const id of assignmentIds) {
    const assignment = await findAssignment(tx, id)
    const roster = rosters.get(assignment.scheduleId)
    if (roster === undefined) throw refuse('assignment_unknown')
    locked.push({ assignment, roster })
  }
  return locked
}

/** Refuses `assignment_unknown`, `roster_unknown`. */
export async function lockAssignment(tx: Tx, assignmentId: string) {
  const [locked] = await lockAssignments(tx, [assignmentId])
  if (locked === undefined) throw refuse('assignment_unknown')
  return locked
}

/** The name of a member, who stays what they are until the act ends. Refuses `member_unknown`. */
export async function holdMember(tx: Tx, memberId: string): Promise<string> {
  const [row] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId)).for('share')
  if (row === undefined) throw refuse('member_unknown')
  return row.name
}

export const readName = async (tx: Tx, memberId: string): Promise<string> => (await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId)))[0]?.name ?? ''

/** Refuses `duty_role_unknown`. */
export async function readRole(tx: Tx, code: string) {
  const [row] = await tx.select().from(dutyRole).where(eq(dutyRole.code, code))
  if (row === undefined) throw refuse('duty_role_unknown', { role: code })
  return row
}

export interface SeatRef {
  readonly id: string | null
  readonly code: string
  readonly maxSlots: number
}

/** The seat of a role: one of its positions, or for a single role the role itself (null). Refuses `duty_position_unknown`. */
export async function readSeat(tx: Tx, roleCode: string, positionId: string | null): Promise<SeatRef> {
  const { kind } = await readRole(tx, roleCode)
  if ((kind === 'single') !== (positionId === null)) throw refuse('duty_position_unknown')
  if (positionId === null) return { id: null, code: roleCode, maxSlots: 1 }
  const [row] = await tx.select().from(dutyPosition).where(and(eq(dutyPosition.id, positionId), eq(dutyPosition.roleCode, roleCode)))
  if (row === undefined) throw refuse('duty_position_unknown')
  return { id: row.id, code: row.code, maxSlots: row.maxSlots }
}

/** Refuses `roster_member_taken` and `seat_full`; a place that is about to be given up (`except`) does not count. */
export async function refuseTaken(tx: Tx, roster: ScheduleRow, seat: SeatRef, person: { readonly id: string; readonly name: string }, except?: string): Promise<void> {
  const standing = await tx
    .select({ id: scheduleAssignment.id, positionId: scheduleAssignment.positionId, memberId: scheduleAssignment.memberId })
    .from(scheduleAssignment)
    .where(and(eq(scheduleAssignment.scheduleId, roster.id), ne(scheduleAssignment.status, 'released')))
  const others = standing.filter(({ id }) => id !== except)
  if (others.some(({ memberId }) => memberId === person.id)) throw refuse('roster_member_taken', { name: person.name, week: roster.weekStart })
  if (others.filter(({ positionId }) => positionId === seat.id).length >= seat.maxSlots) throw refuse('seat_full', { seat: seat.code, count: seat.maxSlots })
}
