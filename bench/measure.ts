/** Timing without ceremony: run, sort, read off. */
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

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
