import type { Clock } from '../kit/clock.ts'

export interface NamedTimers<Name extends string> {
  /** Replaces the timer of that name, if it is running. */
  set(name: Name, ms: number, run: () => void): void
  has(name: Name): boolean
  cancel(name: Name): void
  cancelAll(): void
}

/** At most one running timer a name, all cancelled at once at the end. */
export function createNamedTimers<Name extends string>(clock: Clock): NamedTimers<Name> {
  const running = new Map<Name, () => void>()
  const cancel = (name: Name): void => {
    running.get(name)?.()
    running.delete(name)
  }
  return {
    set(name, ms, run) {
      cancel(name)
      const stop = clock.after(ms, () => {
        running.delete(name)
        run()
      })
      running.set(name, stop)
    },
    has: (name) => running.has(name),
    cancel,
    cancelAll() {
      for (const name of running.keys()) cancel(name)
    },
  }
}
