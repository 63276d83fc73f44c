/** So many at a time, the others in the order in which they came. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>
  /** Resolves once nobody is at work or waits. */
  idle(): Promise<void>
}

export function createTurns(places: number): Turns {
  const waiting: (() => void)[] = []
  const idle: (() => void)[] = []
  let taken = 0
  const leave = (): void => {
    const next = waiting.shift()
    if (next !== undefined) return next()
    taken -= 1
    if (taken === 0) for (const tell of idle.splice(0)) tell()
  }
  return {
    async take(work) {
      if (taken < places) taken += 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        leave()
      }
    },
    idle: () => (taken === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  }
}
