import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { presence } from '../../../shared/contract/presence.ts'

export type Snapshot = OutputOf<typeof presence.now>
export type PersonInside = Snapshot['people'][number]
export type Activity = OutputOf<typeof presence.activity>
export type ActivityItem = Activity['items'][number]

interface PresenceState {
  /** null = not fetched yet: the screens show the skeleton of what is to come. */
  readonly snapshot: Snapshot | null
  readonly activity: Activity | null
  /** When the snapshot came, in ms of this window's clock. */
  readonly snapshotAt: number | null
  /** The last attempt to fetch the snapshot brought none: what is shown is as old as `snapshotAt`. */
  readonly failing: boolean
}
export const usePresence = create<PresenceState>(() => ({ snapshot: null, activity: null, snapshotAt: null, failing: false }))
