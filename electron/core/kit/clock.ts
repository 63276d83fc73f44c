/** The one clock (domain.md 1.1 ▶). Nothing in the core reads the machine's time but through it. */
export interface Clock {
  /** Wall time. May jump: people set clocks. */
  now(): Date
  /** Milliseconds that only ever grow, for measuring and for timers. */
  monotonic(): number
  /** Calls back once after `ms` of monotonic time; the result cancels it. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A clock for development: runs on from the instant it was set to. */
export interface SettableClock extends Clock {
  /** null gives the real time back. */
  set(now: Date | null): void
}

export function createSettableClock(base: Clock = systemClock): SettableClock {
  let offset = 0
  return {
    now: () => new Date(base.now().getTime() + offset),
    monotonic: () => base.monotonic(),
    after: (ms, run) => base.after(ms, run),
    set: (now) => {
      offset = now === null ? 0 : now.getTime() - base.now().getTime()
    },
  }
}

/** A clock for tests: stands still until it is moved, and runs due timers in order when it is. */
export interface FakeClock extends SettableClock {
  set(now: Date | null): void
  /** Moves wall and monotonic time on together. Awaits nothing: a timer's own promises settle afterwards. */
  advance(ms: number): void
}

export function createFakeClock(start: string): FakeClock {
  const first = new Date(start).getTime()
  let wall = first
  let mono = 0
  let timers: { due: number; run: () => void }[] = []
  return {
    now: () => new Date(wall),
    monotonic: () => mono,
    after(ms, run) {
      const timer = { due: mono + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    set: (now) => {
      wall = now?.getTime() ?? first + mono
    },
    advance(ms) {
      const end = mono + ms
      for (;;) {
        const next = timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0]
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        wall += next.due - mono
        mono = next.due
        next.run()
      }
      wall += end - mono
      mono = end
    },
  }
}
