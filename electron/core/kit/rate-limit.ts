import type { Clock } from './clock.ts'

export interface RateLimit {
  /** Takes one turn for this key. @returns 0 where there was one, else the milliseconds until the next */
  take(key: string): number
}

/** At most `turns` within any `windowMs`, each key by itself. A refused turn costs none. Monotonic: setting the clock gives nobody new turns. */
export function createRateLimit(clock: Pick<Clock, 'monotonic'>, { turns, windowMs }: { readonly turns: number; readonly windowMs: number }): RateLimit {
  const taken = new Map<string, readonly number[]>()
  return {
    take(key) {
      const now = clock.monotonic()
      const recent = (taken.get(key) ?? []).filter((at) => now - at < windowMs)
      const [oldest = now] = recent
      const isFull = recent.length >= turns
      taken.set(key, isFull ? recent : [...recent, now])
      return isFull ? oldest + windowMs - now : 0
    },
  }
}
