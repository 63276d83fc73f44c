/** Makes files of reports beside the desk’s own thread, which must answer the door meanwhile (decision 016). */
import type { Clock } from '../../kit/clock.ts'
import { inThread } from '../../kit/thread.ts'
import { DrawnTooLong, refusalOfDrawing } from './not-written.ts'
import type { RenderJob } from './render.ts'

export interface ReportRenderer {
  /**
   * Rejects with the reason of `signal` when that is aborted: the thread is ended at once, and nothing is left of it.
   * Refuses `report_not_drawn` when it takes too long or too much memory; the desk goes on (trust.md 3.2).
   */
  render(job: RenderJob, signal: AbortSignal): Promise<Buffer>
  /** Ends what is under way, and takes no more. */
  close(): Promise<void>
}

interface Limits {
  /** Of one report, from when its turn has come. */
  readonly minutes: number
  /** Of heap: many times what the largest report needs, and less than takes the desk’s own. */
  readonly megabytes: number
}
const usualLimits: Limits = { minutes: 5, megabytes: 1_024 }

export function createReportRenderer(clock: Clock, { minutes, megabytes }: Limits = usualLimits): ReportRenderer {
  const closing = new AbortController()
  /** One thread at a time: the desk has two cores, and one of them is for the door. */
  let tail: Promise<unknown> = Promise.resolve()

  async function draw(job: RenderJob, signal: AbortSignal): Promise<Buffer> {
    const late = new AbortController()
    const inTime = clock.after(minutes * 60_000, () => late.abort(new DrawnTooLong(minutes)))
    try {
      return Buffer.from(await inThread<RenderJob, Uint8Array>('domain/reports/render-thread', job, AbortSignal.any([signal, late.signal]), megabytes))
    } catch (error) {
      throw refusalOfDrawing(error, job.facts.language) ?? error
    } finally {
      inTime()
    }
  }

  return {
    render(job, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const done = tail.then(() => draw(job, either))
      tail = done.catch(() => {})
      return done
    },
    async close() {
      closing.abort(new Error('closing'))
      await tail
    },
  }
}
