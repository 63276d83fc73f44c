/** Makes files of reports beside the desk’s own thread, which must answer the door meanwhile (decision 016). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { findAppRoot } from '../../kit/app-root.ts'
import type { RenderJob } from './render.ts'

export interface ReportRenderer {
  /** Rejects with the reason of `signal` when that is aborted: the thread is ended at once, and nothing is left of it. */
  render(job: RenderJob, signal: AbortSignal): Promise<Buffer>
  /** Ends what is under way, and takes no more. */
  close(): Promise<void>
}

/** Beside this file in a checkout; in a bundle it is an entry of its own, as a thread begins with a file. */
function workerFile(): string {
  const source = join(import.meta.dirname, 'render-worker.ts')
  return existsSync(source) ? source : join(findAppRoot(), 'out', 'main', 'report-worker.js')
}

export function createReportRenderer(): ReportRenderer {
  const closing = new AbortController()
  /** One thread at a time: the desk has two cores, and one of them is for the door. */
  let tail: Promise<unknown> = Promise.resolve()

  async function run(job: RenderJob, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted()
    const worker = new Worker(workerFile(), { workerData: job, name: 'report' })
    const stopped = Promise.withResolvers<never>()
    const stop = (): void => stopped.reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    const answered = new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the thread of a report ended with ${code} and no answer`)))
    })
    try {
      return await Promise.race([answered, stopped.promise])
    } finally {
      signal.removeEventListener('abort', stop)
      await worker.terminate()
    }
  }

  return {
    render(job, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      const done = tail.then(() => run(job, either))
      tail = done.catch(() => {})
      return done
    },
    async close() {
      closing.abort(new Error('closing'))
      await tail
    },
  }
}
