/** Times as the unit's clock shows them: 24 hours, its own zone, the core's clock and not this window's. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSystem, useZone } from '../stores/system.ts'

/** The core's time now, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const offset = useSystem((state) => state.clockOffset)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + offset
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs a hundred times what its use does, and every row of every table shows times. */
function formatOf(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: zone, ...options })
  formats.set(key, format)
  return format
}
const clockOf = (zone: string, withSeconds: boolean): Intl.DateTimeFormat => formatOf('en-GB', zone, { hour: '2-digit', minute: '2-digit', ...(withSeconds && { second: '2-digit' }), hourCycle: 'h23' })

/** The civil date that the calendar on the wall shows, `YYYY-MM-DD`. */
export const wallDate = (at: string | number | Date, zone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))

const locale = (language: string): string => (language === 'fr' ? 'fr-CA' : 'en-CA')

const shortDateOf = (at: string | number | Date, zone: string, tag: string): string => formatOf(tag === 'en-CA' ? 'en-GB' : tag, zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at))

/** 23 Nov 2026 18:36:41, outside of components. */
export const momentOf = (at: string, zone: string, language: string): string => `${shortDateOf(at, zone, locale(language))} ${clockOf(zone, true).format(new Date(at))}`

/** Formats instants in the unit's zone and the person's language. */
export function useTimes() {
  const zone = useZone()
  const { i18n } = useTranslation()
  const tag = locale(i18n.language)
  const clock = (at: string | number | Date, withSeconds: boolean): string => clockOf(zone, withSeconds).format(new Date(at))
  return {
    /** 18:36 */
    time: (at: string | number | Date) => clock(at, false),
    /** 18:36:41 */
    seconds: (at: string | number | Date) => clock(at, true),
    /** Monday 23 November / lundi 23 novembre */
    longDate: (at: string | number | Date) => new Intl.DateTimeFormat(tag, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at)),
    /** 23 Nov 2026 / 23 nov. 2026 */
    shortDate: (at: string | number | Date) => shortDateOf(at, zone, tag),
    /** 23 Nov 2026 18:36 */
    moment: (at: string | number | Date) => `${shortDateOf(at, zone, tag)} ${clock(at, false)}`,
    /** A civil date, which belongs to no zone: Mon 23 Nov / lun. 23 nov. The day stands first in both languages (screens.md 5.6). */
    civilDate: (date: string) =>
      new Intl.DateTimeFormat(tag === 'en-CA' ? 'en-GB' : tag, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`)).replace(',', ''),
    /** A civil date that may be of another year: 23 Nov 2026 / 23 nov. 2026. */
    yearDate: (date: string) => shortDateOf(`${date}T00:00:00Z`, 'UTC', tag),
    locale: tag,
  }
}

/** How long since, in whole minutes, as the desk writes it. */
export function useDuration(): (ms: number) => string {
  const { t } = useTranslation('desk')
  return (ms) => {
    const minutes = Math.max(0, Math.floor(ms / 60_000))
    if (minutes < 60) return t('duration.minutes', { count: minutes })
    const hours = Math.floor(minutes / 60)
    if (hours < 24) return t('duration.hours', { hours, minutes: String(minutes % 60).padStart(2, '0') })
    return t('duration.days', { days: Math.floor(hours / 24), hours: hours % 24 })
  }
}
