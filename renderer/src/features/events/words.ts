import { useTranslation } from 'react-i18next'
import { useDefinitions } from '../../stores/definitions.ts'
import { useZone } from '../../stores/system.ts'
import { useNow, useTimes, wallDate } from '../../ui/time.ts'

/** What events are told in, besides their own words. */
export function useEventWords() {
  const { i18n } = useTranslation()
  const { locale, time, civilDate } = useTimes()
  const zone = useZone()
  const today = wallDate(useNow(60_000), zone)
  const roles = useDefinitions((state) => state.definitions?.listItems) ?? []
  const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)
  return {
    /** 25 – 27 Nov 2026: days that belong to no zone, both included. The day stands first in both languages. */
    days: (from: string, to: string): string => new Intl.DateTimeFormat(locale === 'en-CA' ? 'en-GB' : locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).formatRange(utc(from), utc(to)),
    /** A role of the unit’s list in the window’s language; an event’s own as it was written. */
    role: (name: string): string => (i18n.language === 'fr' ? (roles.find((row) => row.listType === 'event_role' && row.name === name)?.nameFr ?? name) : name),
    /** 18:36 of today, the date of any other day. */
    when: (at: string): string => (wallDate(at, zone) === today ? time(at) : civilDate(wallDate(at, zone))),
  }
}

/** The roles that somebody may be given: the event’s own, or the unit’s. */
export function useRoles(event: { readonly roles: readonly string[] } | null): readonly string[] {
  const items = useDefinitions((state) => state.definitions?.listItems) ?? []
  if (event !== null && event.roles.length > 0) return event.roles
  return items.filter(({ listType }) => listType === 'event_role').map(({ name }) => name)
}
