/** What a member has before them (domain.md 4.13): published duties of the next eight weeks, the first four in full. */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { addDays, datesBetween } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { nightTeam } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { readPlan, type PlannedRoster, type PlannedWeek } from './plan.ts'
import type { UnitRules } from './watch-nights.ts'

type Duty = OutputOf<(typeof schedule)['memberSummary']>['duties'][number]

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
