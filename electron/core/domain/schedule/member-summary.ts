/** What a member has before them (domain.md 4.13): published duties of the next eight weeks, the first four in full. */
import { and, asc, between, eq, isNotNull, ne, or } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { addDays, datesBetween } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { dutyWatchRole, nightTeam } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { nightOverride, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { readPlan, type PlannedRoster, type PlannedWeek } from './plan.ts'
import type { UnitRules } from './watch-nights.ts'

type Duty = OutputOf<(typeof schedule)['memberSummary']>['duties'][number]

interface NextDuty {
  readonly role: Duty['role']
  readonly date: string
}

const weeksAhead = 8
const previewed = 4

/** Duties that are over or that somebody else stands on every night left are none. */
export async function readMemberSummary(tx: Tx, memberId: string, today: string, rules: UnitRules): Promise<OutputOf<(typeof schedule)['memberSummary']>> {
  const from = mondayOf(today)
  const { weeks } = await readPlan(tx, from, addDays(from, 7 * weeksAhead - 1), rules)
  const duties = weeks.flatMap((week) => week.rosters.filter((roster) => roster.schedule?.status === 'published').flatMap((roster) => ownDuties(roster, week, memberId, today)))
  duties.sort((a, b) => ((a.dates[0] ?? '') < (b.dates[0] ?? '') ? -1 : (a.dates[0] ?? '') > (b.dates[0] ?? '') ? 1 : 0))
  return { total: duties.length, duties: duties.slice(0, previewed) }
}

/** How far ahead a card at the door looks. */
const weeksOnCard = 6

/** Mondays of the published weeks in which somebody is rostered, or comes in for another night: for most people there are none, and nothing more is read. */
const readRosteredWeeks = (tx: Tx, memberId: string, from: string, to: string) =>
  tx
    .selectDistinct({ weekStart: weeklySchedule.weekStart })
    .from(weeklySchedule)
    .leftJoin(scheduleAssignment, and(eq(scheduleAssignment.scheduleId, weeklySchedule.id), eq(scheduleAssignment.memberId, memberId), ne(scheduleAssignment.status, 'released')))
    .leftJoin(nightOverride, and(eq(nightOverride.scheduleId, weeklySchedule.id), eq(nightOverride.memberId, memberId)))
    .where(and(eq(weeklySchedule.status, 'published'), between(weeklySchedule.weekStart, from, to), or(isNotNull(scheduleAssignment.id), isNotNull(nightOverride.id))))
    .orderBy(asc(weeklySchedule.weekStart))

/** The next duty of each role that begins after today, the nearest first (screens.md 1.5): what is on today the windows know. */
export async function readNextDuties(tx: Tx, memberId: string, today: string, rules: UnitRules): Promise<NextDuty[]> {
  const from = mondayOf(today)
  const found = await readRosteredWeeks(tx, memberId, from, addDays(from, 7 * weeksOnCard))
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return []
  const { weeks } = await readPlan(tx, first.weekStart, last.weekStart, rules)
  const begins = weeks.flatMap((week) =>
    week.rosters
      .filter((roster) => roster.schedule?.status === 'published')
      .flatMap((roster) => ownDuties(roster, week, memberId, today))
      .flatMap(({ role, weekStart, dates }): NextDuty[] => (role === dutyWatchRole ? dates : [weekStart]).filter((date) => date > today && date <= addDays(today, 7 * weeksOnCard)).map((date) => ({ role, date }))),
  )
  const nearest = begins.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
  return [...new Map(nearest.toReversed().map((duty) => [duty.role, duty])).values()].toReversed()
}

function ownDuties({ role, assignments, overrides }: PlannedRoster, { weekStart, weekEnd, nights }: PlannedWeek, memberId: string, today: string): Duty[] {
  const shared = { role: role.code, weekStart }
  const seat = (positionId: string | null): Duty['position'] => {
    const position = role.positions.find(({ id }) => id === positionId)
    return position === undefined ? null : { code: position.code, name: position.name, nameFr: position.nameFr }
  }
  const ahead = (dates: readonly string[]): string[] => dates.filter((date) => date >= today)
  if (role.kind === 'single') {
    const dates = ahead(datesBetween(weekStart, weekEnd))
    return assignments.filter((entry) => entry.member.id === memberId && entry.status !== 'released' && dates.length > 0).map(({ id, status }) => ({ ...shared, assignmentId: id, position: null, dates, status }))
  }
  const standing = ahead(nights.map(({ date }) => date)).flatMap((date) => nightTeam(assignments, overrides, date).filter((entry) => entry.member.id === memberId).map((entry) => ({ ...entry, date })))
  return [...Map.groupBy(standing, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ ...shared, assignmentId: first.source === 'schedule' ? first.id : null, position: seat(first.positionId), dates: own.map(({ date }) => date), status: first.status }]
  })
}
