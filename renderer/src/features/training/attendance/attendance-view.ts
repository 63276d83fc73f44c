/** What of the attendance is shown: kept while a person looks into another room. */
import { create } from 'zustand'
import type { InputOf } from '../../../../../shared/contract/kit.ts'
import type { attendance } from '../../../../../shared/contract/attendance.ts'
import type { periodKinds } from '../../../../../shared/domain/attendance.ts'
import type { Shown, Sort } from './attendance-list.ts'

export type PeriodAsked = InputOf<typeof attendance.unit>['period']

interface AttendanceView {
  readonly kind: (typeof periodKinds)[number]
  /** Read for `custom` alone; '' = not given yet. */
  readonly from: string
  readonly to: string
  /** Null = as the settings say. */
  readonly includeFTStaff: boolean | null
  readonly shown: Shown
  readonly sort: Sort
  /** The member whose row has the focus, and whose figure is explained. */
  readonly picked: string | null
  readonly opened: string | null
}

export const allShown: Shown = { find: '', division: null, flag: null }

export const useAttendanceView = create<AttendanceView>(() => ({ kind: 'current_year', from: '', to: '', includeFTStaff: null, shown: allShown, sort: { column: 'name', descending: false }, picked: null, opened: null }))

export const show = (change: Partial<Shown>): void => useAttendanceView.setState(({ shown }) => ({ shown: { ...shown, ...change } }))

/** The same column again turns the order round. What is low wants to be seen first. */
export const sortBy = (column: Sort['column']): void => useAttendanceView.setState(({ sort }) => ({ sort: { column, descending: sort.column === column && !sort.descending } }))

/** As the core is asked; null while a date is missing. */
export const periodOf = ({ kind, from, to }: Pick<AttendanceView, 'kind' | 'from' | 'to'>): PeriodAsked | null => (kind !== 'custom' ? { kind, from: null, to: null } : from === '' || to === '' ? null : { kind, from, to })
