/** Who could have a duty: the qualified first, and what would speak against each (domain.md 4.13 ▶). */
import { and, asc, count, desc, eq, exists, gt, inArray, isNull, like, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { datesBetween } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { dutyWatchRole } from '../../../../shared/domain/duty-roster.ts'
import { warningsOf, type PlannedDuty } from '../../../../shared/domain/duty-warnings.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import { operationalDayWindow } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { division, member, qualificationGrant, qualificationType, rank, scheduleAssignment, unitEvent, unitEventAssignment, unitEventPosition, weeklySchedule } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { readPlan, weekEndOf } from './plan.ts'
import { readFacts } from './queries.ts'
import type { UnitRules } from './watch-nights.ts'

type Input = InputOf<(typeof schedule)['candidates']>
type Seat = Input['seat']

/** The duty as it would be, and who is no candidate since they have it already. */
interface Wanted {
  readonly duty: Omit<PlannedDuty, 'id' | 'memberId'>
  readonly from: string
  readonly to: string
  readonly taken: SQL | undefined
  readonly lastWeek: SQL<string | null>
}

/** Refuses `duty_role_unknown`, `duty_position_unknown`, `event_position_unknown`. */
async function wantedOf(tx: Tx, seat: Seat, rules: UnitRules): Promise<Wanted> {
  if (seat.of === 'event') return wantedAtEvent(tx, seat.positionId)
  const weekStart = mondayOf(seat.date)
  const { weeks, roles } = await readPlan(tx, weekStart, weekStart, rules)
  const roleCode = seat.of === 'night' ? dutyWatchRole : seat.role
  const role = roles.find(({ code }) => code === roleCode)
  if (role === undefined) throw refuse('duty_role_unknown', { role: roleCode })
  const position = role.positions.find(({ id }) => id === seat.positionId)
  if ((role.kind === 'single') !== (seat.positionId === null) || (seat.positionId !== null && position === undefined)) throw refuse('duty_position_unknown')
  const nights = weeks[0]?.nights.map(({ date }) => date) ?? []
  const dates = seat.of === 'night' ? [seat.date] : role.kind === 'single' ? datesBetween(weekStart, weekEndOf(weekStart)) : nights
  const here = and(eq(weeklySchedule.roleCode, roleCode), eq(weeklySchedule.weekStart, weekStart), ne(scheduleAssignment.status, 'released'))
  const onRoster = exists(tx.select({ one: sql`1` }).from(scheduleAssignment).innerJoin(weeklySchedule, eq(weeklySchedule.id, scheduleAssignment.scheduleId)).where(and(eq(scheduleAssignment.memberId, member.id), here, seat.of === 'night' && seat.positionId !== null ? eq(scheduleAssignment.positionId, seat.positionId) : undefined)))
  const before = tx
    .select({ week: sql<string>`max(${weeklySchedule.weekStart})` })
    .from(scheduleAssignment)
    .innerJoin(weeklySchedule, eq(weeklySchedule.id, scheduleAssignment.scheduleId))
    .where(and(eq(scheduleAssignment.memberId, member.id), eq(weeklySchedule.roleCode, roleCode), eq(weeklySchedule.status, 'published'), ne(scheduleAssignment.status, 'released'), lt(weeklySchedule.weekStart, weekStart)))
  return {
    duty: { role: roleCode, what: roleCode, dates, needs: position?.qualification ?? role.qualification, isWatch: roleCode === dutyWatchRole },
    from: weekStart,
    to: weekEndOf(weekStart),
    taken: onRoster,
    lastWeek: sql<string | null>`(${before})::text`,
  }
}

async function wantedAtEvent(tx: Tx, positionId: string): Promise<Wanted> {
  const [row] = await tx.select({ position: unitEventPosition, event: unitEvent }).from(unitEventPosition).innerJoin(unitEvent, eq(unitEvent.id, unitEventPosition.eventId)).where(eq(unitEventPosition.id, positionId))
  if (row === undefined) throw refuse('event_position_unknown')
  const { position, event } = row
  const onPosition = exists(tx.select({ one: sql`1` }).from(unitEventAssignment).where(and(eq(unitEventAssignment.memberId, member.id), eq(unitEventAssignment.positionId, positionId), inArray(unitEventAssignment.status, ['assigned', 'confirmed']))))
  const date = event.eventDate
  return { duty: { role: 'event', what: event.title, dates: [date], needs: position.isStandard ? position.code : null, isWatch: position.isStandard }, from: date, to: date, taken: onPosition, lastWeek: sql<string | null>`null::text` }
}

/** Archived members are none. Qualified, then active, then senior first; the id makes the order complete. */
export async function readCandidates(tx: Tx, { seat, search, limit }: Input, rules: UnitRules): Promise<OutputOf<(typeof schedule)['candidates']>> {
  const { duty, from, to, taken, lastWeek } = await wantedOf(tx, seat, rules)
  const { needs } = duty
  const ends = operationalDayWindow(duty.dates.at(-1) ?? to, rules.unitTime()).end
  const holding = needs === null ? sql<boolean>`true` : sql<boolean>`${exists(
    tx
      .select({ one: sql`1` })
      .from(qualificationGrant)
      .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
      .where(and(eq(qualificationGrant.memberId, member.id), eq(qualificationType.code, needs), isNull(qualificationGrant.revokedAt), or(isNull(qualificationGrant.expiresAt), gt(qualificationGrant.expiresAt, ends)))),
  )}`
  const words = searchTerms(search).map((term) => or(like(member.searchName, `%${term}%`), like(sql`lower(${member.serviceNumber})`, `%${term}%`), like(sql`lower(${rank.code})`, `${term}%`)))
  const where = and(ne(member.status, 'archived'), taken === undefined ? undefined : sql`not ${taken}`, ...words)
  const rows = await tx
    .select({ id: member.id, displayName: member.displayName, serviceNumber: member.serviceNumber, division: division.code, qualified: holding, lastWeek })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(where)
    .orderBy(desc(holding), desc(sql`${member.status} = 'active'`), desc(rank.displayOrder), asc(member.searchName), asc(member.id))
    .limit(limit)
  const [total] = await tx.select({ count: count() }).from(member).innerJoin(rank, eq(rank.id, member.rankId)).where(where)

  const ids = new Set(rows.map(({ id }) => id))
  const theirs = (await readPlan(tx, from, to, rules)).duties.filter(({ memberId }) => ids.has(memberId))
  const facts = await readFacts(tx, [...ids], rules.unitTime())
  const asked = rows.map(({ id }): PlannedDuty => ({ ...duty, id, memberId: id }))
  const warnings = Map.groupBy(warningsOf([...asked, ...theirs], (memberId) => facts.get(memberId)).filter(({ dutyId }) => ids.has(dutyId)), ({ memberId }) => memberId)
  return { candidates: rows.map((row) => ({ ...row, warnings: (warnings.get(row.id) ?? []).map(({ kind, dates, what }) => ({ kind, dates, what })) })), total: total?.count ?? 0 }
}
