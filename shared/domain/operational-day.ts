/**
 * The operational day (domain.md 1.1): it turns over at 03:00 in the unit's zone, not at midnight.
 * Pure; Temporal knows the zones, and so both daylight-saving nights.
 */
import { Temporal } from 'temporal-polyfill'

/** The unit's time: an IANA zone and the rollover as `HH:MM`. */
export interface UnitTime {
  readonly zone: string
  readonly rollover: string
}

export const defaultUnitTime: UnitTime = { zone: 'America/Winnipeg', rollover: '03:00' }

/** A time of day as it is written here: `HH:MM`, 24 hours. */
export const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export const localDateTime = (at: Date, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

/**
 * The first moment at which the clock on the wall has reached `time` of `day`. A time that the clock skips in spring is
 * reached when it jumps; one that it shows twice in autumn is reached the first time. So later times never come earlier.
 */
function firstMoment(day: Temporal.PlainDate, time: string, zone: string): number {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time))
  const moment = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  // What is skipped comes back as the same distance before the jump.
  const skipped = !moment.toPlainDateTime().equals(wanted)
  return ((skipped ? moment.getTimeZoneTransition('next') : null) ?? moment).epochMilliseconds
}

/** The operational date of an instant: the day whose rollover was the last to be reached. 02:59 on Wednesday is Tuesday. */
export function operationalDate(at: Date, { zone, rollover }: UnitTime): string {
  const date = localDateTime(at, zone).toPlainDate()
  if (at.getTime() < firstMoment(date, rollover, zone)) return date.subtract({ days: 1 }).toString()
  // Where clocks go back across midnight, the wall shows the old date again in a day that has begun.
  const next = date.add({ days: 1 })
  return (at.getTime() < firstMoment(next, rollover, zone) ? date : next).toString()
}

/** `operationalDate` for many instants in their order: the ends of a day are reckoned once, not once an instant. */
export function createDayFinder(unit: UnitTime): (at: Date) => string {
  let found = { date: '', start: Number.POSITIVE_INFINITY, end: Number.NEGATIVE_INFINITY }
  return (at) => {
    if (at.getTime() < found.start || at.getTime() >= found.end) {
      const date = operationalDate(at, unit)
      const { start, end } = operationalDayWindow(date, unit)
      found = { date, start: start.getTime(), end: end.getTime() }
    }
    return found.date
  }
}

/** `[start, end)` of an operational day: 23 or 25 hours long where the clocks change. */
export function operationalDayWindow(date: string, { zone, rollover }: UnitTime): { start: Date; end: Date } {
  const day = Temporal.PlainDate.from(date)
  return { start: new Date(firstMoment(day, rollover, zone)), end: new Date(firstMoment(day.add({ days: 1 }), rollover, zone)) }
}

/** How far a time of day lies into the operational day: 01:30 comes after 23:00. Sorts as text. */
export const orderInDay = (time: string, { rollover }: Pick<UnitTime, 'rollover'>): string => `${time < rollover ? 1 : 0} ${time}`

/**
 * The instant of a time of day on an operational date: one before the rollover belongs to the next morning, 01:30 of a
 * Tuesday is 01:30 on Wednesday. A time that the clocks skip is the moment at which they jump, one that comes twice is the
 * first; so a time never leaves its day, at most it falls on the day's end.
 */
export function instantOf(date: string, time: string, { zone, rollover }: UnitTime): Date {
  const day = Temporal.PlainDate.from(date)
  return new Date(firstMoment(time < rollover ? day.add({ days: 1 }) : day, time, zone))
}

/** True while the calendar has turned but the operational day has not: from midnight to the rollover. */
export const inRolloverPeriod = (at: Date, unit: UnitTime): boolean => operationalDate(at, unit) < localDateTime(at, unit.zone).toPlainDate().toString()

/** Milliseconds until the operational day turns over: more than 0. */
export const timeUntilRollover = (at: Date, unit: UnitTime): number => operationalDayWindow(operationalDate(at, unit), unit).end.getTime() - at.getTime()

/** `YYYY-MM-DD HH:MM:SS` on the unit's clock: for files that people read. */
export const localTime = (at: Date, { zone }: UnitTime): string => localDateTime(at, zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
