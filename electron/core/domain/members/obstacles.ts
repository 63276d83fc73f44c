/** What must happen before somebody may leave the roll, or be kept out (domain.md 4.6.1 ▶). */
import { and, asc, eq, gte, inArray, ne, notInArray } from 'drizzle-orm'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { dutyRole, member, memberPresence, memberStatus, nightOverride, scheduleAssignment, unitEvent, unitEventAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { readDutyTies } from '../duty/ties.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'

/**
 * Everything that stands in the way, the gravest first: lockup, the duty, being inside, rosters and events. Each says in words
 * what to do. Ask with the member's row locked: nobody can come in meanwhile.
 */
export async function obstaclesToLeaving(tx: Tx, memberId: string, at: Date): Promise<Refusal[]> {
  const [person] = await tx.select({ name: member.displayName, direction: memberPresence.direction }).from(member).leftJoin(memberPresence, eq(memberPresence.memberId, member.id)).where(eq(member.id, memberId))
  if (person === undefined) return []
  const { name, direction } = person
  const today = operationalDate(at, await readUnitProfile(tx))
  return [...(await readDutyTies(tx, memberId, at)), ...(direction === 'in' ? [refuse('member_present', { name })] : []), ...(await readRosters(tx, memberId, today)).map((duty) => refuse('member_rostered', { name, ...duty })), ...(await readEvents(tx, memberId, today)).map((event) => refuse('member_on_event', { name, ...event }))]
}

/** Rosters of this week and later that name the member, drafts among them, and nights for which they stand in. */
async function readRosters(tx: Tx, memberId: string, today: string): Promise<{ duty: string; week: string }[]> {
  const columns = { duty: dutyRole.name, week: weeklySchedule.weekStart }
  const placed = await tx
    .select(columns)
    .from(scheduleAssignment)
    .innerJoin(weeklySchedule, eq(weeklySchedule.id, scheduleAssignment.scheduleId))
    .innerJoin(dutyRole, eq(dutyRole.code, weeklySchedule.roleCode))
    .where(and(eq(scheduleAssignment.memberId, memberId), ne(scheduleAssignment.status, 'released'), gte(weeklySchedule.weekStart, mondayOf(today))))
    .orderBy(asc(weeklySchedule.weekStart), asc(dutyRole.displayOrder))
  const standingIn = await tx
    .select(columns)
    .from(nightOverride)
    .innerJoin(weeklySchedule, eq(weeklySchedule.id, nightOverride.scheduleId))
    .innerJoin(dutyRole, eq(dutyRole.code, weeklySchedule.roleCode))
    .where(and(eq(nightOverride.memberId, memberId), gte(nightOverride.nightDate, today)))
    .orderBy(asc(nightOverride.nightDate))
  return [...placed, ...standingIn]
}

/** Events still to come, or on today, that count on the member. */
const readEvents = (tx: Tx, memberId: string, today: string): Promise<{ title: string; date: string }[]> =>
  tx
    .select({ title: unitEvent.title, date: unitEvent.eventDate })
    .from(unitEventAssignment)
    .innerJoin(unitEvent, eq(unitEvent.id, unitEventAssignment.eventId))
    .where(and(eq(unitEventAssignment.memberId, memberId), inArray(unitEventAssignment.status, ['assigned', 'confirmed']), gte(unitEvent.eventDate, today), notInArray(unitEvent.status, ['completed', 'cancelled'])))
    .orderBy(asc(unitEvent.eventDate))

/** Refuses with the first obstacle to leaving the roll, or to being kept out. */
export async function refuseWhileNeeded(tx: Tx, memberId: string, at: Date): Promise<void> {
  const [first] = await obstaclesToLeaving(tx, memberId, at)
  if (first !== undefined) throw first
}

/** Who becomes inactive may still come and go, so that being inside is no obstacle; every duty is: only active members hold one. */
export async function refuseWhileOnDuty(tx: Tx, memberId: string, at: Date): Promise<void> {
  const [first] = (await obstaclesToLeaving(tx, memberId, at)).filter(({ code }) => code !== 'member_present')
  if (first !== undefined) throw first
}

/** True for a status that the door refuses: whoever gets it must not be inside. */
export async function keepsOut(tx: Tx, status: string): Promise<boolean> {
  const [row] = await tx.select({ admission: memberStatus.admission }).from(memberStatus).where(eq(memberStatus.code, status))
  return row?.admission === 'refuse'
}
