/** The state of a database and who hears of it, whichever engine is behind. */
import { errorFields, type Log } from '../kit/log.ts'
import type { Database, DatabaseState } from './database.ts'

export interface States {
  now(): DatabaseState
  /** Stalled is left by closing alone, closed not at all. */
  set(next: DatabaseState): void
  readonly onChange: Database['onStateChange']
}

export function createStates(log: Log): States {
  const listeners = new Set<(state: DatabaseState) => void>()
  let state: DatabaseState = 'ready'
  return {
    now: () => state,
    set(next) {
      if (state === next || state === 'closed' || (state === 'stalled' && next !== 'closed')) return
      state = next
      log[next === 'ready' || next === 'closed' ? 'info' : 'error']('database.state', { state: next })
      for (const listener of [...listeners]) {
        try {
          listener(next)
        } catch (error) {
          log.error('database.listener_failed', errorFields(error))
        }
      }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
