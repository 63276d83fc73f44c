import type { Clock } from './clock.ts'

export interface RateLimit {
  /** Takes one turn for this key. @returns 0 where there was one, else the milliseconds until the next */
  take(key: string): number
}

/** From so many on, keys that wait for nothing are forgotten. */
const mostKeys = 1000

/** At most `turns` within any `windowMs`, each key by itself. A refused turn costs none. Monotonic: setting the clock gives nobody new turns. */
export function createRateLimit(clock: Pick<Clock, 'monotonic'>, { turns, windowMs }: { readonly turns: number; readonly windowMs: number }): RateLimit {
  const taken = new Map<string, readonly number[]>()
  /** Keys may come from outside: those whose turns are all over are forgotten. */
  const forget = (now: number): void => {
    for (const [key, turnsOfKey] of taken) if (now - (turnsOfKey.at(-1) ?? 0) >= windowMs) taken.delete(key)
  }
  return {
    take(key) {
      const now = clock.monotonic()
      if (taken.size >= mostKeys && !taken.has(key)) forget(now)
      const recent = (taken.get(key) ?? []).filter((at) => now - at < windowMs)
      const [oldest = now] = recent
      const isFull = recent.length >= turns
      taken.set(key, isFull ? recent : [...recent, now])
      return isFull ? oldest + windowMs - now : 0
    },
  }
}
