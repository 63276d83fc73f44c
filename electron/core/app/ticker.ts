/** Lets the jobs look again and again: every half minute, and in the very second in which the day turns over. */
import type { JobsService } from '../domain/jobs/service.ts'
import type { Clock } from '../kit/clock.ts'

const everyMs = 30_000

/** @returns stops it; resolves when a run that is under way has ended */
export function startTicker(jobs: Pick<JobsService, 'tick' | 'untilRollover'>, clock: Clock): () => Promise<void> {
  let stopped = false
  let cancel = (): void => {}
  let last: Promise<void> = Promise.resolve()
  const plan = (): void => {
    if (stopped) return
    cancel = clock.after(Math.min(everyMs, Math.max(1, jobs.untilRollover())), () => {
      last = jobs.tick()
      void last.finally(plan)
    })
  }
  plan()
  return async () => {
    stopped = true
    cancel()
    await last
  }
}
