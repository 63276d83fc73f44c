/** Keeps something fetched: bursts of asks become two fetches, and nothing that goes wrong with one can end the next. */

/** Asks the core; resolves to what makes the answer seen, or to nothing when there was no true answer. */
export type Fetch = () => Promise<(() => void) | undefined>

interface Options {
  /** A fetch that takes longer has failed, and what it brings later is not shown. */
  readonly limitMs?: number
  /** Until the next try after a failure. */
  readonly retryMs?: number
  readonly onOutcome?: (succeeded: boolean) => void
}

export function createRefresher(fetch: Fetch, { limitMs = 15_000, retryMs = 3_000, onOutcome = () => {} }: Options = {}): () => void {
  let running = false
  let again = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const once = async (): Promise<boolean> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), limitMs)))
    // An answer that is not of the declared shape rejects: a defect, but no reason to stop asking.
    const apply = await Promise.race([fetch().catch(() => undefined), late])
    clearTimeout(timer)
    apply?.()
    return apply !== undefined
  }

  const run = async (): Promise<void> => {
    running = true
    let succeeded: boolean
    do {
      again = false
      succeeded = await once()
    } while (again && succeeded)
    running = false
    onOutcome(succeeded)
    if (!succeeded) retry = setTimeout(refresh, retryMs)
  }

  function refresh(): void {
    clearTimeout(retry)
    if (running) again = true
    else void run()
  }
  return refresh
}
