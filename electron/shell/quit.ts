/** The way out, in one order, once (design.md 7). */
import type { Clock } from '../core/kit/clock.ts'
import { errorFields, type Log } from '../core/kit/log.ts'

interface QuitOptions {
  /** Readers, drain, checkpoint, release. Names each phase as it begins. */
  readonly close: (onPhase: (phase: string) => void) => Promise<void>
  /** Ends the process at once, asking no window. */
  readonly exit: (code: number) => void
  readonly log: Log
  readonly clock: Pick<Clock, 'after'>
  readonly limitMs?: number
}

export interface Quit {
  /** Begins to quit, or answers the quitting that has begun. Resolves when the process has been told to end. */
  begin(reason: string): Promise<void>
  readonly begun: boolean
}

/** Whatever asks to quit, and however often, closes once; a phase that never ends is named in the log and left behind. */
export function createQuit({ close, exit, log, clock, limitMs = 10_000 }: QuitOptions): Quit {
  let stopping: Promise<void> | undefined
  let phase = 'begin'
  let ended = false
  const end = (code: number): void => {
    if (ended) return
    ended = true
    exit(code)
  }
  const stop = async (reason: string): Promise<void> => {
    log.info('quit.began', { reason })
    const cancel = clock.after(limitMs, () => {
      log.error('quit.stuck', { phase, afterMs: limitMs })
      end(1)
    })
    try {
      await close((next) => {
        phase = next
        log.info('quit.phase', { phase })
      })
      cancel()
      log.info('quit.done')
      end(0)
    } catch (error) {
      cancel()
      log.error('quit.failed', { phase, ...errorFields(error) })
      end(1)
    }
  }
  return {
    // Known to have begun before anything is closed: the last window to go asks to quit once more.
    begin: (reason) => (stopping ??= Promise.resolve().then(() => stop(reason))),
    get begun() {
      return stopping !== undefined
    },
  }
}
