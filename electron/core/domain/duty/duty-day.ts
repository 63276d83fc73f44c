/** The duty of one operational day as the rosters and the assignments have it (domain.md 4.12). In the act of its caller. */
import { and, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { firstOperationalDay, weekOf, type OperationalWeek } from '../../../../shared/domain/operational-week.ts'
import type { Tx } from '../../db/database.ts'
import { ddsAssignment, member, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { readHolidays } from '../settings/holidays.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { decideHandover, decideLiveDds, type HandoverState, type LiveDds } from './rules.ts'

export const ddsRole = 'DDS'

export interface Rostered {
  readonly memberId: string
  readonly displayName: string
  readonly isConfirmed: boolean
}
export interface Assigned {
  readonly id: string
  readonly memberId: string
  readonly displayName: string
  readonly status: 'pending' | 'active'
  readonly acceptedAt: Date | null
}

export interface DutyDay {
  /** Operational date. */
  readonly today: string
  readonly week: OperationalWeek
  /** When the hand-over of this week is due; null where none is, or the week has no day of work. */
  readonly firstOperationalDay: string | null
  /** On the published rosters (▶ a draft has no effect), not released. */
  readonly lastWeek: Rostered | null
  readonly thisWeek: Rostered | null
  readonly nextWeek: Rostered | null
  /** Today's standing one. */
  readonly assignment: Assigned | null
  readonly handover: HandoverState
  readonly live: (LiveDds & { readonly displayName: string; readonly acceptedAt: Date | null }) | null
}

const readRosters = (tx: Tx, mondays: readonly string[]) =>
  tx
    .select({ weekStart: weeklySchedule.weekStart, memberId: member.id, displayName: member.displayName, status: scheduleAssignment.status })
    .from(weeklySchedule)
    .innerJoin(scheduleAssignment, eq(scheduleAssignment.scheduleId, weeklySchedule.id))
    .innerJoin(member, eq(member.id, scheduleAssignment.memberId))
    .where(and(eq(weeklySchedule.roleCode, ddsRole), eq(weeklySchedule.status, 'published'), inArray(weeklySchedule.weekStart, [...mondays]), isNull(scheduleAssignment.positionId), ne(scheduleAssignment.status, 'released')))

const readAssignments = (tx: Tx, { monday, nextMonday }: OperationalWeek) =>
  tx
    .select({ id: ddsAssignment.id, memberId: member.id, displayName: member.displayName, operationalDate: ddsAssignment.operationalDate, status: ddsAssignment.status, acceptedAt: ddsAssignment.acceptedAt })
    .from(ddsAssignment)
    .innerJoin(member, eq(member.id, ddsAssignment.memberId))
    .where(and(gte(ddsAssignment.operationalDate, monday), lt(ddsAssignment.operationalDate, nextMonday)))

/** Everything about DDS on the operational day of `now`. */
export async function readDutyDay(tx: Tx, now: Date, unit: UnitTime): Promise<DutyDay> {
  const today = operationalDate(now, unit)
  const week = weekOf(today)
  const rosters = await readRosters(tx, [addDays(week.monday, -7), week.monday, week.nextMonday])
  const rosteredIn = (monday: string): Rostered | null => {
    const row = rosters.find(({ weekStart }) => weekStart === monday)
    return row === undefined ? null : { memberId: row.memberId, displayName: row.displayName, isConfirmed: row.status === 'confirmed' }
  }
  const [lastWeek, thisWeek, nextWeek] = [rosteredIn(addDays(week.monday, -7)), rosteredIn(week.monday), rosteredIn(week.nextMonday)]
  const assignments = await readAssignments(tx, week)
  const mayHandOver = lastWeek !== null && thisWeek !== null && lastWeek.memberId !== thisWeek.memberId
  const first = mayHandOver ? firstOperationalDay(today, await readHolidays(tx, week.monday, week.nextMonday, (await readUnitProfile(tx)).province)) : null
  const handover = decideHandover({ today, firstOperationalDay: first, outgoing: lastWeek?.memberId ?? null, incoming: thisWeek?.memberId ?? null, assignments: assignments.filter((row) => row.operationalDate <= today) })
  const assignment = assignments.flatMap(({ status, operationalDate: date, ...row }): Assigned[] => (date === today && (status === 'pending' || status === 'active') ? [{ ...row, status }] : []))[0] ?? null
  const live = decideLiveDds({ assignment, handover, outgoing: lastWeek?.memberId ?? null, scheduled: thisWeek })
  const named = [assignment, lastWeek, thisWeek].find((person) => person?.memberId === live?.memberId)
  return {
    today,
    week,
    firstOperationalDay: first,
    lastWeek,
    thisWeek,
    nextWeek,
    assignment,
    handover,
    live: live && { memberId: live.memberId, status: live.status, source: live.source, displayName: named?.displayName ?? '', acceptedAt: live.source === 'assignment' ? (assignment?.acceptedAt ?? null) : null },
  }
}
