/** What the room shows, and the words that its parts share. */
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { api } from '../../api.ts'
import { useMembers } from '../../stores/members.ts'
import { useSchedule, type DutyRole, type DutySeat } from '../../stores/schedule.ts'
import { useSystem } from '../../stores/system.ts'
import { monthOf } from '../../ui/month-of.ts'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'

export type DutyWeek = OutputOf<typeof schedule.weeks>['weeks'][number]
export type Roster = DutyWeek['rosters'][number]
export type Assignment = Roster['assignments'][number]
export type Override = Roster['overrides'][number]
export type Warning = Roster['warnings'][number]
export type Overview = OutputOf<typeof schedule.overview>
export type { DutyRole, DutySeat }

export const views = ['week', 'month', 'quarter', 'events'] as const
export type View = (typeof views)[number]

/** Kept while a person looks into another room. A date of null is today's. */
export const useView = create<{ view: View; date: string | null; eventId: string | null }>(() => ({ view: 'week', date: null, eventId: null }))

export const openWeek = (date: string): void => useView.setState({ view: 'week', date })
export const openEvent = (eventId: string | null): void => useView.setState({ eventId })

/** The operational date as the core has it. */
export const useToday = (): string | null => useSystem((state) => state.status?.operationalDate ?? null)

const useChanges = (): readonly number[] => [useSchedule((state) => state.changes), useMembers((state) => state.changes)]

/** Duties and their seats, and the weeks from this date on. */
export function useWeeks(date: string | null, count: number) {
  const changes = useChanges()
  const today = useToday()
  return useFetched(
    async () => {
      const [weeks, roles] = await Promise.all([api().schedule.weeks({ date, count }), api().schedule.roles({})])
      if (!roles.ok) return roles
      return weeks.ok ? { ok: true as const, value: { ...weeks.value, roles: roles.value.roles } } : weeks
    },
    `${date} ${count} ${today}`,
    changes,
  )
}

export function useOverview(from: string, to: string) {
  const changes = useChanges()
  const today = useToday()
  return useFetched(() => api().schedule.overview({ from, to }), `${from} ${to} ${today}`, changes)
}

/** First and last day of the 13 weeks that a date lies in. */
export const quarterOf = (date: string): { from: string; to: string } => ({ from: mondayOf(date), to: addDays(mondayOf(date), 13 * 7 - 1) })

/** The date that the arrows lead to. */
export function stepped(view: View, date: string, by: -1 | 1): string {
  if (view === 'month') return by === 1 ? addDays(monthOf(date).to, 1) : monthOf(addDays(monthOf(date).from, -1)).from
  return addDays(mondayOf(date), by * (view === 'quarter' ? 13 * 7 : 7))
}

/** Names in the window's language, and dates as it writes them. */
export function useWords() {
  const { t, i18n } = useTranslation('schedule')
  const { civilDate, locale } = useTimes()
  const inWords = (date: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale === 'en-CA' ? 'en-GB' : locale, { timeZone: 'UTC', ...options }).format(new Date(`${date}T00:00:00Z`)).replace(',', '')
  const named = ({ name, nameFr }: { readonly name: string; readonly nameFr: string | null }): string => (i18n.language === 'fr' ? (nameFr ?? name) : name)
  return {
    t,
    named,
    civilDate,
    /** 23 Nov */
    dayMonth: (date: string) => inWords(date, { day: 'numeric', month: 'short' }),
    /** Tue 24 */
    weekdayDay: (date: string) => inWords(date, { weekday: 'short', day: 'numeric' }),
    /** Tuesday 24 November 2026 */
    longDate: (date: string) => inWords(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** November 2026 */
    month: (date: string) => inWords(date, { month: 'long', year: 'numeric' }),
    /** 23 – 29 Nov 2026, or 30 Nov – 6 Dec 2026 */
    range(from: string, to: string): string {
      const sameMonth = from.slice(0, 7) === to.slice(0, 7)
      const year = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
      return `${inWords(from, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'short', ...year })} – ${inWords(to, { day: 'numeric', month: 'short', year: 'numeric' })}`
    },
  }
}
