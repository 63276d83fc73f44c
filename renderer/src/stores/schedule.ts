import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { schedule } from '../../../shared/contract/schedule.ts'

export type DutyRole = OutputOf<typeof schedule.roles>['roles'][number]
export type DutySeat = DutyRole['positions'][number]

/** `changes` counts how often rosters, holidays or events changed: who shows them fetches again. */
export const useSchedule = create<{ changes: number }>(() => ({ changes: 0 }))

export const scheduleChanged = (): void => useSchedule.setState(({ changes }) => ({ changes: changes + 1 }))
