/** How often a kiosk may ask (domain.md 4.8 ▶): anybody stands before it. The desk and badges have no limit. */
import type { Caller } from '../../../../shared/domain/access.ts'
import type { Clock } from '../../kit/clock.ts'
import { createRateLimit } from '../../kit/rate-limit.ts'
import { refuse } from '../../kit/refusal.ts'

const windowMs = 60_000
/** Within a minute, at each station: far above what hands do, far below what would fill the list or read out the roll. */
const turns = { signIn: 10, signOut: 20, hosts: 60, leaving: 60 } as const

/** Call it with what is about to be done; refuses `kiosk_too_often`, with the seconds until it may be tried again. */
export function createKioskLimits(clock: Clock) {
  const limits = new Map(Object.entries(turns).map(([act, most]) => [act, createRateLimit(clock, { turns: most, windowMs })]))
  return (act: keyof typeof turns, { kind, stationId }: Caller): void => {
    if (kind !== 'kiosk') return
    const waitMs = limits.get(act)?.take(stationId) ?? 0
    if (waitMs > 0) throw refuse('kiosk_too_often', { seconds: Math.ceil(waitMs / 1000) })
  }
}

export type KioskLimits = ReturnType<typeof createKioskLimits>
