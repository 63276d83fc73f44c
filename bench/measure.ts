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

/** The longest that the process was held up while `run` ran, in milliseconds. */
export async function stallOf(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  delay.enable()
  // It samples from one turn of the loop to the next: there must be one before, and one after.
  await turn()
  await run()
  await turn()
  delay.disable()
  return delay.max / 1e6
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
