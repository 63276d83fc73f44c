/** A backup a day, whenever the desk is on: not in the first minutes, in which people come, and tried again where it failed. */
import type { JobsService } from '../domain/jobs/service.ts'
import type { Clock } from '../kit/clock.ts'

const firstMs = 5 * 60_000
const everyMs = 15 * 60_000

/** @returns stops it; resolves when one that is under way has been given up */
export function startBackups(jobs: Pick<JobsService, 'backUp'>, clock: Clock): () => Promise<void> {
  const stopping = new AbortController()
  let last: Promise<void> = Promise.resolve()
  const plan = (ms: number): (() => void) =>
    clock.after(ms, () => {
      last = jobs.backUp(stopping.signal)
      void last.finally(() => {
        if (!stopping.signal.aborted) cancel = plan(everyMs)
      })
    })
  let cancel = plan(firstMs)
  return async () => {
    stopping.abort()
    cancel()
    await last
  }
}
