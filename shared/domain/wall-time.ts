/** What a person reads off the clock on the wall, as instants. Pure. */
import { Temporal } from 'temporal-polyfill'

/**
 * The instants at which the wall shows this date and time of day: one; none for a time that the clocks skip in spring;
 * two, the earlier first, for one that they show twice in autumn.
 * @param time `HH:MM` or `HH:MM:SS`
 */
export function wallInstants(date: string, time: string, zone: string): Date[] {
  const wanted = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time))
  const moments = (['earlier', 'later'] as const).map((disambiguation) => wanted.toZonedDateTime(zone, { disambiguation }))
  return [...new Set(moments.filter((moment) => moment.toPlainDateTime().equals(wanted)).map(({ epochMilliseconds }) => epochMilliseconds))].map((at) => new Date(at))
}

/** The date and the time of day that the wall shows at an instant, as `wallInstants` takes them. */
export function wallTime(at: Date, zone: string): { date: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'second' }) }
}
