/** How fast anybody may ask: by device, never by address, so that a rush at a door behind one address passes (domain.md 1.5 ▶). */
import type { Guest } from '../core/app/gateway.ts'
import type { Clock } from '../core/kit/clock.ts'
import { createRateLimit } from '../core/kit/rate-limit.ts'
import { refuse } from '../core/kit/refusal.ts'

const minute = 60_000
/** Turns a minute. Scans have turns of their own: no screen of the same device takes them, and a hundred people in ten minutes are ten. */
export const turns = { calls: 1_200, scans: 3_000, wrongKeys: 20, signIns: 10 } as const

export function createLimits(clock: Clock) {
  const limits = Object.fromEntries(Object.entries(turns).map(([kind, count]) => [kind, createRateLimit(clock, { turns: count, windowMs: minute })])) as Record<keyof typeof turns, ReturnType<typeof createRateLimit>>
  const take = (kind: keyof typeof turns, key: string): void => {
    const wait = limits[kind].take(key)
    if (wait > 0) throw refuse('too_many', { seconds: Math.ceil(wait / 1000) })
  }
  return {
    /** Refuses `too_many`. */
    call: (guest: Guest, name: string): void => take(name === 'presence.scan' ? 'scans' : 'calls', guest.id),
    /** Of a key that is none: only those who guess wait. Whoever has a right one is let in beside them, also from the same address. */
    wrongKey: (address: string): void => take('wrongKeys', address),
    /** Before the PIN is hashed: nobody keeps the desk busy with hashing. */
    signIn: (address: string): void => take('signIns', address),
  }
}

export type Limits = ReturnType<typeof createLimits>
