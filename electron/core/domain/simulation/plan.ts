/** A day at the doors as a list of scans in the order of time (domain.md 4.24). Pure: the same seed gives the same list. */
import { Temporal } from 'temporal-polyfill'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { dayOfUnit } from './calendar.ts'
import type { Category } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Rates } from './rates.ts'
import { visitsOf } from './visits.ts'

/** A badge held to a reader. */
export interface Act {
  /** Of the movement, and of the scan. */
  readonly id: string
  readonly scanId: string
  readonly memberId: string
  readonly at: Date
  readonly stationId: string
  /** What the person means to do; the rules decide what it is. */
  readonly intent: 'in' | 'out'
  readonly flagged: boolean
}

export interface DayPlan {
  readonly date: string
  /** End of the operational day: whoever is still in then forgot to sign out. */
  readonly end: Date
  readonly acts: readonly Act[]
  readonly late: number
  readonly early: number
  readonly forgotten: number
  readonly flagged: number
}

interface Planning {
  /** Operational date. */
  readonly date: string
  readonly unitTime: UnitTime
  readonly seed: number
  readonly rates: Rates
  /** In an order that does not depend on random ids: it decides who gets which luck. */
  readonly people: readonly { readonly memberId: string; readonly category: Category }[]
  /** Codes of the doors, at least one. */
  readonly stations: readonly string[]
}

export function planDay({ date, unitTime, seed, rates, people, stations }: Planning): DayPlan {
  const random = createRandom(seed, date)
  const day = dayOfUnit(date)
  const { start, end } = operationalDayWindow(date, unitTime)
  // Clocks change at night; from noon the seconds of the day are those of the wall clock.
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: unitTime.zone, plainTime: '12:00' }).epochMilliseconds
  const instant = (second: number): Date => new Date(noon + (second - 12 * 3600) * 1000)

  const acts: Act[] = []
  const counts = { late: 0, early: 0, forgot: 0, flagged: 0 }
  for (const { memberId, category } of people) {
    for (const { scans, oddity, flagged } of visitsOf(category, day, rates, random)) {
      // A unit whose day turns over in working hours has no day of this shape.
      if (scans.some((second) => instant(second) < start || instant(second) >= end)) continue
      if (oddity !== null) counts[oddity] += 1
      if (flagged) counts.flagged += 1
      const odd = oddity === 'early' ? scans.length - 1 : 0
      for (const [index, second] of scans.entries()) {
        acts.push(act(random, stations, { memberId, at: instant(second), intent: index % 2 === 0 ? 'in' : 'out', flagged: flagged && index === odd }))
      }
    }
  }
  const { late, early, forgot, flagged } = counts
  return { date, end, acts: inOrder(acts), late, early, forgotten: forgot, flagged }
}

/** Everybody who is here already gone, or everybody else here, within the last minutes before `now` (scenarios `empty` and `busy-day`). */
export function planCrowd({ memberIds, now, seconds, intent, seed, stations }: { memberIds: readonly string[]; now: Date; seconds: number; intent: Act['intent']; seed: number; stations: readonly string[] }): Act[] {
  const random = createRandom(seed, `${intent} ${now.toISOString()}`)
  return inOrder(memberIds.map((memberId) => act(random, stations, { memberId, at: new Date(now.getTime() - random.between(0, seconds * 1000)), intent, flagged: false })))
}

const act = (random: Random, stations: readonly string[], what: Pick<Act, 'memberId' | 'at' | 'intent' | 'flagged'>): Act => ({
  ...what,
  id: random.uuid(),
  scanId: random.uuid(),
  // Most use the first door.
  stationId: stations[random.chance(75) ? 0 : random.between(0, stations.length - 1)] ?? 'front-door',
})

/** A stable sort: those of one instant stay in the order of the people. */
const inOrder = (acts: Act[]): Act[] => acts.sort((a, b) => a.at.getTime() - b.at.getTime())
