/** The weeks of a range as they are planned: rosters, nights, events, holidays, and what speaks against them (domain.md 4.13). */
import { addDays, datesBetween } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { dutyWatchRole, missingSeats, nightTeam, rostered } from '../../../../shared/domain/duty-roster.ts'
import { orphanWarnings, warningsOf, type DutyWarning, type PlannedDuty } from '../../../../shared/domain/duty-warnings.ts'
import type { Tx } from '../../db/database.ts'
import { readHolidays, type Holiday } from '../calendar/holidays.ts'
import { readEventDays, readEventDuties } from '../calendar/queries.ts'
import { readAssignments, readFacts, readOverrides, readRoles, readSchedules, type Assignment, type Override, type Role } from './queries.ts'
import { readWatchRules, watchNights, type UnitRules, type WatchNight } from './watch-nights.ts'

export interface PlannedRoster {
  readonly role: Role
  readonly schedule: Awaited<ReturnType<typeof readSchedules>>[number] | undefined
  readonly assignments: Assignment[]
  readonly overrides: Override[]
  readonly missing: { positionId: string | null; count: number }[]
  readonly warnings: DutyWarning[]
}
export interface PlannedWeek {
  readonly weekStart: string
  readonly weekEnd: string
  readonly nights: WatchNight[]
  readonly holidays: Holiday[]
  readonly events: Awaited<ReturnType<typeof readEventDays>>
  readonly rosters: PlannedRoster[]
}

/** Sunday of the week that begins on this Monday. */
export const weekEndOf = (weekStart: string): string => addDays(weekStart, 6)

/** The same number of statements for a week and for a year. */
export async function readPlan(tx: Tx, first: string, last: string, { unitTime }: UnitRules): Promise<{ roles: Role[]; weeks: PlannedWeek[]; duties: PlannedDuty[] }> {
  const from = mondayOf(first)
  const to = weekEndOf(mondayOf(last))
  const roles = await readRoles(tx)
  const schedules = await readSchedules(tx, from, to)
  const assignments = Map.groupBy(await readAssignments(tx, from, to), ({ scheduleId }) => scheduleId)
  const overrides = Map.groupBy(await readOverrides(tx, from, to), ({ scheduleId }) => scheduleId)
  const events = await readEventDays(tx, from, to)
  const holidays = await readHolidays(tx, from, to)
  const nights = watchNights(from, to, await readWatchRules(tx), events, unitTime())
  const eventDuties = (await readEventDuties(tx, from, to)).map(({ id, memberId, title, date, isStandard, code }): PlannedDuty => ({ id, memberId, role: 'event', what: title, dates: [date], needs: isStandard ? code : null, isWatch: isStandard }))

  const drafts = datesBetween(from, to)
    .filter((date) => mondayOf(date) === date)
    .map((weekStart) => {
      const weekEnd = weekEndOf(weekStart)
      const within = <T extends { readonly date: string }>(rows: readonly T[]): T[] => rows.filter(({ date }) => date >= weekStart && date <= weekEnd)
      const week = { weekStart, weekEnd, nights: within(nights), holidays: within(holidays), events: within(events) }
      const rosters = roles.map((role) => {
        const schedule = schedules.find((row) => row.weekStart === weekStart && row.roleCode === role.code)
        const roster = { role, schedule, assignments: assignments.get(schedule?.id ?? '') ?? [], overrides: overrides.get(schedule?.id ?? '') ?? [] }
        return { ...roster, duties: dutiesOf(roster, week) }
      })
      return { ...week, rosters }
    })

  const duties = [...drafts.flatMap(({ rosters }) => rosters.flatMap((roster) => roster.duties)), ...eventDuties]
  const facts = await readFacts(tx, duties.map(({ memberId }) => memberId), unitTime())
  const warnings = Map.groupBy(warningsOf(duties, (memberId) => facts.get(memberId)), ({ dutyId }) => dutyId)
  const weeks = drafts.map(({ rosters, ...week }) => ({
    ...week,
    rosters: rosters.map(({ duties: own, ...roster }) => ({
      ...roster,
      missing: missingSeats(roster.role.positions, rostered(roster.assignments)),
      warnings: [...own.flatMap(({ id }) => warnings.get(id) ?? []), ...orphanWarnings(rostered(roster.assignments), roster.overrides)],
    })),
  }))
  return { roles, weeks, duties }
}

type Week = Pick<PlannedWeek, 'weekStart' | 'weekEnd' | 'nights'>

/** What each person of a roster stands, and when: a week of one's own, or the watch nights that are left to them. */
function dutiesOf({ role, assignments, overrides }: Pick<PlannedRoster, 'role' | 'assignments' | 'overrides'>, { weekStart, weekEnd, nights }: Week): PlannedDuty[] {
  const qualificationOf = (positionId: string | null): string | null => (positionId === null ? role.qualification : (role.positions.find(({ id }) => id === positionId)?.qualification ?? null))
  const shared = { role: role.code, what: role.code, isWatch: role.code === dutyWatchRole }
  const whole = rostered(assignments).map(({ id, positionId, member }): PlannedDuty => {
    const dates = role.kind === 'single' ? datesBetween(weekStart, weekEnd) : nights.map(({ date }) => date).filter((night) => nightTeam(assignments, overrides, night).some((entry) => entry.id === id))
    return { ...shared, id, memberId: member.id, dates, needs: qualificationOf(positionId) }
  })
  const changed = overrides.flatMap(({ id, member, nightDate, positionId }): PlannedDuty[] => (member === null ? [] : [{ ...shared, id, memberId: member.id, dates: [nightDate], needs: qualificationOf(positionId) }]))
  return [...whole, ...changed]
}

/** What speaks against these members' duties of these weeks, as they now stand: what an act answers. */
export async function warningsAbout(tx: Tx, weekStarts: readonly string[], memberIds: readonly string[], rules: UnitRules): Promise<DutyWarning[]> {
  const weeks = [...new Set(weekStarts)].toSorted()
  const found: DutyWarning[] = []
  for (const week of weeks) {
    const plan = await readPlan(tx, week, week, rules)
    found.push(...plan.weeks.flatMap(({ rosters }) => rosters.flatMap(({ warnings }) => warnings)).filter(({ memberId }) => memberIds.includes(memberId)))
  }
  return found
}
