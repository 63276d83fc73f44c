/** Makes files of reports beside the desk’s own thread, which must answer the door meanwhile (decision 016). */
import { inThread } from '../../kit/thread.ts'
import type { RenderJob } from './render.ts'

export interface ReportRenderer {
  /** Rejects with the reason of `signal` when that is aborted: the thread is ended at once, and nothing is left of it. */
  render(job: RenderJob, signal: AbortSignal): Promise<Buffer>
  /** Ends what is under way, and takes no more. */
  close(): Promise<void>
}

export function createReportRenderer(): ReportRenderer {
  const closing = new AbortController()
  /** One thread at a time: the desk has two cores, and one of them is for the door. */
  let tail: Promise<unknown> = Promise.resolve()
  return {
    render(job, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const done = tail.then(async () => Buffer.from(await inThread<RenderJob, Uint8Array>('domain/reports/render-thread', job, either)))
      tail = done.catch(() => {})
      return done
    },
    async close() {
      closing.abort(new Error('closing'))
      await tail
    },
  }
}
