/** Asks a polled reader again and again: its answers are the proof that it is alive (hardware.md 5, Watchdog). */
import type { Clock } from '../../kit/clock.ts'

export interface PollOptions {
  readonly clock: Clock
  /** One question and its answer. May never settle: a device can hang in the kernel. */
  readonly ask: () => Promise<Uint8Array>
  readonly onAnswer: (answer: Uint8Array) => void
  /** True for a failure that ends the polling, such as an unplug; any other is a missed poll. */
  readonly isEnd: (error: unknown) => boolean
  /** Comes once, when polls were missed or the device has gone: then nothing more is asked. */
  readonly onEnd: (why: 'silent' | 'end', error: unknown) => void
}

/** A card stays readable for about a second; a reader is asked every 100 to 150 ms (hardware.md 3). */
export const pollMs = 120
/** An answer takes a few milliseconds. One that is this late counts as missed, and again after the same time. */
export const answerLimitMs = 500
/** So many in a row, and the reader is silent. */
export const missedLimit = 3

/** Asks at once. The result ends it. */
export function startPolling({ clock, ask, onAnswer, isEnd, onEnd }: PollOptions): () => void {
  let missed = 0
  let stopped = false
  let cancelNext = (): void => {}
  let cancelLimit = (): void => {}

  function stop(): void {
    stopped = true
    cancelNext()
    cancelLimit()
  }
  function end(why: 'silent' | 'end', error: unknown): void {
    stop()
    onEnd(why, error)
  }
  function miss(error: unknown): void {
    missed += 1
    if (missed >= missedLimit) end('silent', error)
  }
  function watchLimit(): void {
    cancelLimit = clock.after(answerLimitMs, () => {
      miss(new Error(`no answer within ${answerLimitMs * (missed + 1)} ms`))
      if (!stopped) watchLimit()
    })
  }
  async function turn(): Promise<void> {
    watchLimit()
    try {
      const answer = await ask()
      if (stopped) return
      missed = 0
      onAnswer(answer)
    } catch (error) {
      if (stopped) return
      if (isEnd(error)) end('end', error)
      else miss(error)
    }
    if (stopped) return
    cancelLimit()
    cancelNext = clock.after(pollMs, () => void turn())
  }
  void turn()
  return stop
}
