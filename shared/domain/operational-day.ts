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

/** The operational date of an instant: its local date, or the day before when it is earlier than the rollover. */
export function operationalDate(at: Date, { zone, rollover }: UnitTime): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const early = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(rollover)) < 0
  const date = local.toPlainDate()
  return (early ? date.subtract({ days: 1 }) : date).toString()
}

/** `[start, end)` of an operational day: 23 or 25 hours long where the clocks change. */
export function operationalDayWindow(date: string, { zone, rollover }: UnitTime): { start: Date; end: Date } {
  const startOf = (day: Temporal.PlainDate): Date =>
    new Date(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(rollover) }).epochMilliseconds)
  const day = Temporal.PlainDate.from(date)
  return { start: startOf(day), end: startOf(day.add({ days: 1 })) }
}

/** `YYYY-MM-DD HH:MM:SS` on the unit's clock: for files that people read. */
export function localTime(at: Date, { zone }: UnitTime): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`
}
