/** Tells at once whoever uses the database inside an act instead of the act's own `tx`: on one connection it would wait for ever (design.md F4). */
import { AsyncLocalStorage } from 'node:async_hooks'

export function createActGuard() {
  const inAct = new AsyncLocalStorage<{ running: boolean }>()
  return {
    /** Throws where an act is under way. */
    demandOutside(): void {
      if (inAct.getStore()?.running) throw new Error('the database was used inside a transaction: use the transaction’s own `tx` (design.md F4)')
    },
    async run<T>(work: () => Promise<T>): Promise<T> {
      // What an act leaves behind (a timer, a listener) runs in its context, and may use the database once the act is over.
      const act = { running: true }
      try {
        return await inAct.run(act, work)
      } finally {
        act.running = false
      }
    },
  }
}
