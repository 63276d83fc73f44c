const windowMs = 60_000
const limit = 3

export interface CrashPolicy {
  /** What to do about a crash at `now`, in milliseconds that only grow. */
  crashed(now: number): 'reload' | 'give-up'
  /** Forgets: a person asked to try again. */
  reset(): void
}

/** A page that crashes is brought back; one that crashes three times in a minute would only go on, so we stop and say so. */
export function createCrashPolicy(): CrashPolicy {
  let times: number[] = []
  return {
    crashed(now) {
      times = [...times.filter((time) => now - time < windowMs), now]
      return times.length >= limit ? 'give-up' : 'reload'
    },
    reset() {
      times = []
    },
  }
}
