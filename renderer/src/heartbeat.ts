/** Asks the core now and then whether it is still there: a process that hangs keeps its connection open. */
interface Options {
  /** Whether an answer came, whatever it was. */
  readonly ping: () => Promise<boolean>
  /** `heardAt` is when the core last answered, in ms of this window's clock. */
  readonly onBeat: (alive: boolean, heardAt: number) => void
  readonly everyMs?: number
  readonly limitMs?: number
}

/** One question at a time: against a core that hangs they would pile up. Returns how to stop. */
export function startHeartbeat({ ping, onBeat, everyMs = 5_000, limitMs = 8_000 }: Options): () => void {
  let heardAt = Date.now()
  let waiting = false
  const beat = async (): Promise<void> => {
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
  return () => clearInterval(timer)
}
