/** A date and a time of day as a person types them. Pure. */
import { isCivilDate } from '../../../shared/domain/civil-date.ts'
import { wallInstants, wallTime } from '../../../shared/domain/wall-time.ts'
import { toTimeOfDay } from './time-of-day.ts'

export interface When {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** As typed. */
  readonly time: string
  /** Where the clock shows the time twice: the second of the two. */
  readonly second: boolean
  /** The instant that it began with: kept to the millisecond while nothing is typed. */
  readonly from: string | null
}

export type WhenProblem = 'date' | 'time' | 'skipped'
export type WhenResult = { readonly ok: true; readonly at: string; /** The clock shows it twice that night. */ readonly isTwice: boolean } | { readonly ok: false; readonly problem: WhenProblem }

/** An instant as the fields show it, to the minute. */
export function whenAt(at: string | number, zone: string): When {
  const instant = new Date(at)
  const { date, time } = wallTime(instant, zone)
  const [first] = wallInstants(date, time, zone)
  return { date, time: time.slice(0, 5), second: first !== undefined && first.getTime() < Math.floor(instant.getTime() / 1000) * 1000, from: instant.toISOString() }
}

/** The instant that is meant, or what is wrong with what was typed. */
export function readWhen({ date, time, second, from }: When, zone: string): WhenResult {
  if (!isCivilDate(date)) return { ok: false, problem: 'date' }
  const clock = toTimeOfDay(time)
  if (clock === null) return { ok: false, problem: 'time' }
  const [first, last = first] = wallInstants(date, clock, zone)
  if (first === undefined || last === undefined) return { ok: false, problem: 'skipped' }
  const isTwice = first !== last
  if (from !== null) {
    const before = whenAt(from, zone)
    if (before.date === date && before.time === clock && (!isTwice || before.second === second)) return { ok: true, at: from, isTwice }
  }
  return { ok: true, at: (second ? last : first).toISOString(), isTwice }
}
