/** Asks the core now and then whether it is still there: a process that hangs keeps its connection open. */
interface Options {
  /** Whether an answer came, whatever it was. */
  readonly ping: () => Promise<boolean>
  /** `heardAt` is when the core last answered, in ms of this window's clock. */
  readonly onBeat: (alive: boolean, heardAt: number) => void
  readonly everyMs?: number
  readonly limitMs?: number
  /** Is handed what asks at once, for a window that was asleep and is seen again. */
  readonly onWake?: (beat: () => void) => void
}

/** One question at a time: against a core that hangs they would pile up. Returns how to stop. */
export function startHeartbeat({ ping, onBeat, everyMs = 5_000, limitMs = 8_000, onWake = () => {} }: Options): () => void {
  let heardAt = Date.now()
  let beatAt = heardAt
  let waiting = false
  const beat = async (): Promise<void> => {
    const now = Date.now()
    // A device that slept shows what was true before: that is said at once, and not only if no answer comes.
    if (now - beatAt > everyMs + limitMs) onBeat(false, heardAt)
    beatAt = now
    if (waiting) return
    waiting = true
    const late = setTimeout(() => onBeat(false, heardAt), limitMs)
    const alive = await ping().catch(() => false)
    clearTimeout(late)
    waiting = false
    if (alive) heardAt = Date.now()
    onBeat(alive, heardAt)
  }
  const timer = setInterval(() => void beat(), everyMs)
  onWake(() => void beat())
  return () => clearInterval(timer)
}
