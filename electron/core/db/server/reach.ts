/** Whether the server answers: asked again with growing pauses for as long as it does not. */
import type { Clock } from '../../kit/clock.ts'

/** Milliseconds: the first pause, doubled up to the longest. Up to a fifth more or less, so that stations do not come all at once. */
const shortest = 250
const longest = 10_000

interface Options {
  readonly clock: Clock
  /** Resolves when the server answers and may be written to. */
  readonly probe: () => Promise<void>
  readonly onAway: (error: unknown) => void
  readonly onBack: () => void
}

export interface Reach {
  /** It did not answer: it is away from now on, and tried until it is back. */
  lost(error: unknown): void
  /** Something is odd: asks it now, and says that it is away only if it does not answer. */
  doubt(): void
  stop(): void
}

export function createReach({ clock, probe, onAway, onBack }: Options): Reach {
  let isAway = false
  let isAsking = false
  let isStopped = false
  let pause = shortest
  let cancel = (): void => {}

  async function ask(): Promise<void> {
    if (isAsking || isStopped) return
    isAsking = true
    cancel()
    try {
      await probe()
      pause = shortest
      if (isAway && !isStopped) {
        isAway = false
        onBack()
      }
    } catch (error) {
      if (!isStopped) {
        goAway(error)
        cancel = clock.after(pause * (0.8 + Math.random() * 0.4), () => void ask())
        pause = Math.min(longest, pause * 2)
      }
    } finally {
      isAsking = false
    }
  }
  function goAway(error: unknown): void {
    if (isAway) return
    isAway = true
    onAway(error)
  }
  return {
    lost(error) {
      if (isStopped) return
      goAway(error)
      void ask()
    },
    doubt: () => void ask(),
    stop() {
      isStopped = true
      cancel()
    },
  }
}
