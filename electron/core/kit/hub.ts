import type { Log } from './log.ts'
import { errorFields } from './log.ts'

/** Typed events inside the process. Emit after commit only: an event is a fact. */
export interface Hub<M> {
  emit<K extends keyof M & string>(name: K, payload: M[K]): void
  on<K extends keyof M & string>(name: K, listener: (payload: M[K]) => void): () => void
  /** Hears everything; a transport's way in. */
  onAny(listener: (name: keyof M & string, payload: M[keyof M & string]) => void): () => void
}

/** A listener that throws is logged and never stops the others, nor the act that emitted. */
export function createHub<M>(log: Log): Hub<M> {
  type Name = keyof M & string
  const all = new Set<(name: Name, payload: M[Name]) => void>()
  return {
    emit(name, payload) {
      log.debug('event.sent', { name })
      for (const listener of all) {
        try {
          listener(name, payload)
        } catch (error) {
          log.error('hub.listener_failed', { name, ...errorFields(error) })
        }
      }
    },
    on(name, listener) {
      const filtered = (heard: Name, payload: M[Name]): void => {
        if (heard === name) listener(payload as M[typeof name])
      }
      all.add(filtered)
      return () => void all.delete(filtered)
    },
    onAny(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
  }
}
