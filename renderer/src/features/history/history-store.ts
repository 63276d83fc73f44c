/** What of the history is shown: kept while a person looks into another room. */
import { create } from 'zustand'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { weekOf } from '../../../../shared/domain/operational-week.ts'
import { useRoom } from '../../stores/room.ts'
import { leave } from '../../stores/unsaved.ts'

export const sections = ['movements', 'missed', 'stale'] as const
export type Section = (typeof sections)[number]

export const dayChoices = ['all', 'today', 'yesterday', 'week'] as const
export const methods = ['badge', 'manual', 'override', 'login', 'system'] as const

export interface Filters {
  readonly search: string
  /** Codes; `-` = without a division. */
  readonly divisions: readonly string[]
  /** A choice stands for its days, also when the day has turned over; `dates` = those below. */
  readonly days: (typeof dayChoices)[number] | 'dates'
  readonly from: string
  readonly to: string
  readonly direction: '' | 'in' | 'out'
  readonly method: '' | (typeof methods)[number]
  readonly station: string
  readonly mark: '' | 'flagged' | 'corrected'
  readonly includeVoided: boolean
  readonly person: { readonly id: string; readonly displayName: string } | null
}

export const noFilters: Filters = { search: '', divisions: [], days: 'all', from: '', to: '', direction: '', method: '', station: '', mark: '', includeVoided: false, person: null }

interface HistoryView {
  readonly section: Section
  readonly filters: Filters
  /** The movement whose details are open. */
  readonly opened: string | null
  /** From how many hours on somebody has been inside for long. */
  readonly staleHours: number
}

export const useHistoryView = create<HistoryView>(() => ({ section: 'movements', filters: noFilters, opened: null, staleHours: 12 }))

export const setFilters = (change: Partial<Filters>): void => useHistoryView.setState(({ filters }) => ({ filters: { ...filters, ...change } }))
const goTo = (view: Partial<HistoryView>): void =>
  leave(() => {
    useHistoryView.setState(view)
    useRoom.setState({ room: 'history' })
  })

export const openSection = (section: Section): void => goTo({ section })

/** From anywhere straight to one movement, whatever the list is narrowed to. */
export const openMovement = (opened: string): void => goTo({ opened, section: 'movements' })

/** All that one person did, and nothing that narrows it. */
export const openPerson = ({ id, displayName }: { id: string; displayName: string }): void => goTo({ opened: null, section: 'movements', filters: { ...noFilters, person: { id, displayName } } })

/** What one person did on one operational day. */
export const openPersonOn = ({ id, displayName }: { id: string; displayName: string }, date: string): void =>
  goTo({ opened: null, section: 'movements', filters: { ...noFilters, person: { id, displayName }, days: 'dates', from: date, to: date } })

/** The search has its own field and its own way to be emptied. */
export const isFiltered = ({ search: _search, ...rest }: Filters): boolean => JSON.stringify(rest) !== JSON.stringify({ ...noFilters, search: undefined })

/** First and last operational date, both included; null = open. */
export function rangeOf({ days, from, to }: Pick<Filters, 'days' | 'from' | 'to'>, today: string): { from: string | null; to: string | null } {
  switch (days) {
    case 'all':
      return { from: null, to: null }
    case 'today':
      return { from: today, to: today }
    case 'yesterday': {
      const yesterday = addDays(today, -1)
      return { from: yesterday, to: yesterday }
    }
    case 'week':
      return { from: weekOf(today).monday, to: today }
    case 'dates':
      return { from: from === '' ? null : from, to: to === '' ? null : to }
  }
}

/** A date typed over a choice: the other end stays what the choice meant. */
export function withDate(filters: Filters, end: 'from' | 'to', date: string, today: string): Partial<Filters> {
  const range = rangeOf(filters, today)
  const next = { from: range.from ?? '', to: range.to ?? '', [end]: date }
  return next.from === '' && next.to === '' ? { days: 'all', ...next } : { days: 'dates', ...next }
}

/** As the core is asked. */
export const toInput = (filters: Filters, today: string) => ({
  memberId: filters.person?.id ?? null,
  search: filters.search,
  divisions: [...filters.divisions],
  ...rangeOf(filters, today),
  direction: filters.direction === '' ? null : filters.direction,
  method: filters.method === '' ? null : filters.method,
  stationId: filters.station === '' ? null : filters.station,
  flagged: filters.mark === 'flagged',
  corrected: filters.mark === 'corrected',
  includeVoided: filters.includeVoided,
})
