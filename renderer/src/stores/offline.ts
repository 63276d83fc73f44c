import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { offline } from '../../../shared/contract/offline.ts'

export type OfflineStatus = OutputOf<typeof offline.status>
export type OfflineItem = OutputOf<typeof offline.disagreements>['items'][number]

/** Null until it is known. */
export const useOffline = create<{ readonly status: OfflineStatus | null; readonly isListOpen: boolean }>(() => ({ status: null, isListOpen: false }))
