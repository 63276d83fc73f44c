/** Wrong PINs make the next try wait, and then lock (domain.md 4.22 ▶, trust.md 4.3). Pure. Scanning is never touched by it. */
export const triesBeforeLock = 5
export const lockMs = 15 * 60_000

export interface GuardState {
  /** Wrong PINs in a row. */
  readonly failures: number
  readonly lastFailedAt: Date
  readonly lockedUntil: Date | null
}

export type Hindrance = { readonly kind: 'wait' | 'locked'; readonly ms: number }

/** After one wrong PIN a second, then two, four, eight; the fifth locks. */
const waitMs = (failures: number): number => 1000 * 2 ** ((failures - 1) % triesBeforeLock)

/**
 * What stands in the way of a try now; undefined = nothing. Never longer than the lock itself, and nothing at all where the
 * clock was set back by more than a lock: the badge would otherwise wait until that day comes again.
 */
export function hindranceOf(state: GuardState | undefined, now: Date): Hindrance | undefined {
  if (state === undefined) return undefined
  const { failures, lastFailedAt, lockedUntil } = state
  if (lastFailedAt.getTime() - now.getTime() > lockMs) return undefined
  const until = lockedUntil ?? new Date(lastFailedAt.getTime() + waitMs(failures))
  const whole = until.getTime() - lastFailedAt.getTime()
  const ms = Math.min(until.getTime() - now.getTime(), whole)
  return ms > 0 ? { kind: lockedUntil === null ? 'wait' : 'locked', ms } : undefined
}

/** The state after one more wrong PIN. Each fifth in a row locks anew. */
export function afterFailure(state: GuardState | undefined, now: Date): GuardState {
  const failures = (state?.failures ?? 0) + 1
  return { failures, lastFailedAt: now, lockedUntil: failures % triesBeforeLock === 0 ? new Date(now.getTime() + lockMs) : null }
}
