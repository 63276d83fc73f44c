/** A month or a quarter at a glance (screens.md 1.11): who has each week, and what stands on each day. */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { datesBetween, daysBetween } from '../../../../shared/domain/civil-date.ts'
import { dutyWatchRole, missingSeats, nightTeam, rostered } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { refuse } from '../../kit/refusal.ts'
import { readPlan, type PlannedRoster, type PlannedWeek } from './plan.ts'
import type { UnitRules } from './watch-nights.ts'

type C = typeof schedule
type Weeks = OutputOf<C['overview']>['weeks']

const mostDays = 200

const sum = (missing: PlannedRoster['missing']): number => missing.reduce((total, { count }) => total + count, 0)
const places = ({ role }: PlannedRoster): number => (role.kind === 'single' ? 1 : role.positions.reduce((total, { maxSlots }) => total + maxSlots, 0))

/** As many statements as for one week. Refuses `range_too_long`. */
export async function readOverview(tx: Tx, { from, to }: InputOf<C['overview']>, rules: UnitRules): Promise<Weeks> {
  const days = daysBetween(from, to)
  if (days < 0 || days > mostDays) throw refuse('range_too_long', { days: mostDays })
  const { weeks } = await readPlan(tx, from, to, rules)
  return weeks.map((week) => ({ weekStart: week.weekStart, weekEnd: week.weekEnd, rosters: week.rosters.map(atAGlance), days: datesBetween(week.weekStart, week.weekEnd).map((date) => dayOf(week, date)) }))
}

function atAGlance(roster: PlannedRoster): Weeks[number]['rosters'][number] {
  const { role, schedule: row, assignments, missing, warnings } = roster
  const standing = rostered(assignments)
  return {
    role: role.code,
    status: row?.status ?? 'none',
    people: role.kind === 'single' ? standing.map(({ member }) => member) : [],
    filled: standing.length,
    seats: places(roster),
    missing: sum(missing),
    confirmed: standing.filter(({ status }) => status === 'confirmed').length,
    warnings: warnings.length,
  }
}

function dayOf({ nights, holidays, events, rosters }: PlannedWeek, date: string): Weeks[number]['days'][number] {
  const night = nights.find((one) => one.date === date)
  const watch = rosters.find(({ role }) => role.code === dutyWatchRole)
  const team = watch === undefined ? [] : nightTeam(watch.assignments, watch.overrides, date)
  return {
    date,
    holiday: holidays.find((one) => one.date === date) ?? null,
    events: events.filter((one) => one.date === date),
    watch:
      night === undefined || watch === undefined
        ? null
        : { start: night.start, filled: team.length, seats: places(watch), missing: sum(missingSeats(watch.role.positions, team)), differs: watch.overrides.some(({ nightDate }) => nightDate === date) },
  }
}
