/** What every transport over a network has: who listens, whether anything can arrive, and how long it waits to try again. */
import type { Transport } from '../../shared/contract/kit.ts'

/** Waits between attempts to reconnect, in ms: quick at first, then patient. */
const waits = [250, 500, 1000, 2000, 5000]
export const waitAfter = (failures: number): number => waits[Math.min(failures, waits.length - 1)] ?? 0

export function createChannel() {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const watchers = new Set<(connected: boolean) => void>()
  let connected = false
  const ends: Pick<Transport, 'listen' | 'watch'> = {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    watch(watcher) {
      watchers.add(watcher)
      watcher(connected)
      return () => void watchers.delete(watcher)
    },
  }
  return {
    ...ends,
    emit(name: string, payload: unknown): void {
      for (const listener of listeners) listener(name, payload)
    },
    setConnected(now: boolean): void {
      if (connected === now) return
      connected = now
      for (const watcher of watchers) watcher(now)
    },
  }
}
