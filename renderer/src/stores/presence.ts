import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { presence } from '../../../shared/contract/presence.ts'

export type Snapshot = OutputOf<typeof presence.now>
export type PersonInside = Snapshot['people'][number]
export type Activity = OutputOf<typeof presence.activity>
export type ActivityItem = Activity['items'][number]

/** null = not fetched yet: the screens show the skeleton of what is to come. */
export const usePresence = create<{ snapshot: Snapshot | null; activity: Activity | null }>(() => ({ snapshot: null, activity: null }))
