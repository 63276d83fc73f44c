import { useNow, useTimes } from '../../ui/time.ts'
import { useZone } from '../../stores/system.ts'

/** The clock's time of something of today; its day too, when it was another. */
export function useWhen(): (at: string) => string {
  const { seconds, time, locale } = useTimes()
  const zone = useZone()
  const now = useNow(60_000)
  const day = (at: string | number): string => new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short' }).format(new Date(at))
  return (at) => (day(at) === day(now) ? seconds(at) : `${day(at)} ${time(at)}`)
}
