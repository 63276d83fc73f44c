/** Who is signed in at this desk, and what they may do. The core decides; this only spares people doors that are shut. */
import { create } from 'zustand'
import { permits, type Need } from '../../../shared/domain/access.ts'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { accounts } from '../../../shared/contract/accounts.ts'

export type DeskState = OutputOf<typeof accounts.state>
export type Session = OutputOf<typeof accounts.unlock>

/** Null until it has arrived. */
export const useSession = create<{ state: DeskState | null }>(() => ({ state: null }))

/** What the window's own caller is in the core (electron/core/app/callers.ts). */
export function mayNow(need: Need): boolean {
  const session = useSession.getState().state?.session
  const signedIn = session != null && !session.locked
  return permits(need, {
    scopes: ['display', 'device', 'desk'],
    level: signedIn ? session.level : 0,
    liveDds: signedIn && session.liveDds,
    person: signedIn ? { memberId: session.memberId, name: session.displayName } : null,
  })
}

/** True when the person at the desk may make calls that need `need`; by the table that the dispatcher enforces. */
export const useMay = (need: Need): boolean => useSession(() => mayNow(need))

export const levelNames = ['nobody', 'basic', 'quartermaster', 'lockup', 'command', 'admin', 'developer'] as const
export const levelName = (level: number): (typeof levelNames)[number] => levelNames[level] ?? 'basic'
