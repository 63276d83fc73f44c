/** On which nights a Duty Watch stands (domain.md 1.2, 4.10 ▶): those of the unit's rules, and those of events that require one. */
import { datesBetween } from '../../../../shared/domain/civil-date.ts'
import { occursOn, type DutyWatchRule } from '../../../../shared/domain/duty-watch-rules.ts'
import { orderInDay, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { takesPlace } from '../../../../shared/domain/unit-events.ts'
import type { Tx } from '../../db/database.ts'
import { readEventDays } from '../calendar/queries.ts'
import { readTimings } from '../settings/timings.ts'

export interface WatchNight {
  readonly date: string
  /** When it begins; null = the event that requires it names no time. */
  readonly start: string | null
  readonly events: string[]
}

/** What the unit has decided about its time. */
export interface UnitRules {
  readonly unitTime: () => UnitTime
}

type EventDay = Awaited<ReturnType<typeof readEventDays>>[number]

/** Both kinds as one list in the order of dates; where several meet, the earliest beginning counts. Pure. */
export function watchNights(from: string, to: string, rules: readonly DutyWatchRule[], events: readonly EventDay[], unit: UnitTime): WatchNight[] {
  const requiring = events.filter(({ requiresDutyWatch, status }) => requiresDutyWatch && takesPlace(status))
  return datesBetween(from, to).flatMap((date) => {
    const byRule = rules.filter((rule) => occursOn(date, rule))
    const byEvent = requiring.filter((event) => event.date === date)
    if (byRule.length + byEvent.length === 0) return []
    const starts = [...byRule.map(({ startTime }) => startTime), ...byEvent.flatMap(({ startTime }) => startTime ?? [])]
    const [start = null] = starts.toSorted((a, b) => (orderInDay(a, unit) < orderInDay(b, unit) ? -1 : 1))
    return [{ date, start, events: byEvent.map(({ title }) => title) }]
  })
}

export const readWatchRules = async (tx: Tx): Promise<readonly DutyWatchRule[]> => (await readTimings(tx)).timings.operational.dutyWatchRules

export const readWatchNights = async (tx: Tx, from: string, to: string, { unitTime }: UnitRules): Promise<WatchNight[]> => watchNights(from, to, await readWatchRules(tx), await readEventDays(tx, from, to), unitTime())
