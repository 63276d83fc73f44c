/** Timing without ceremony: run, sort, read off. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Timing {
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export const timingOf = (milliseconds: readonly number[]): Timing => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The longest that something had to wait for the thread, in milliseconds. */
export interface Stall {
  /** On the clock: with what the machine gave to others meanwhile, a thread of ours or a neighbour’s machine. */
  readonly wall: number
  /** What the thread itself worked in one piece: the same however busy the machine is. */
  readonly own: number
}

/** How long this thread was held up while `run` ran. */
export async function stallOf(run: () => Promise<unknown>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  let own = 0
  let before = worked()
  const look = (): void => {
    const now = worked()
    own = Math.max(own, now - before)
    before = now
  }
  const looking = setInterval(look, 1)
  delay.enable()
  // It samples from one turn of the loop to the next: there must be one before, and one after.
  await turn()
  await run()
  await turn()
  delay.disable()
  clearInterval(looking)
  look()
  return { wall: delay.max / 1e6, own }
}

/** The worst of several. */
export const worstOf = (stalls: readonly Stall[]): Stall => ({ wall: Math.max(...stalls.map(({ wall }) => wall)), own: Math.max(...stalls.map(({ own }) => own)) })

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
