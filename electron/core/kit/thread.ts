/** Work that would hold scans up, in a thread of its own that ends with it. */
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { findAppRoot } from './app-root.ts'

/** Each lies in `electron/core/<place>.ts` and is an entry of its own in electron.vite.config.ts. */
export type ThreadPlace = 'db/check-copy-thread' | 'db/seal-thread' | 'db/lay-out-thread' | 'db/transfer/export-thread' | 'domain/reports/render-thread' | 'domain/muster/paper-thread'

const isBundled = !import.meta.url.endsWith('.ts')
const fileOf = (place: ThreadPlace): string => (isBundled ? join(findAppRoot(), 'out/main', `${place.split('/').at(-1)}.js`) : join(findAppRoot(), 'electron/core', `${place}.ts`))

/**
 * What the thread at `place` answers to `input`; only what can be cloned crosses. Rejects with what it threw, with the signal's
 * reason once it was stopped, or with ERR_WORKER_OUT_OF_MEMORY. When it settles the thread is gone.
 * @param megabytes of heap that it may use; absent = as Node sees fit
 */
export async function inThread<I, O>(place: ThreadPlace, input: I, signal?: AbortSignal, megabytes?: number): Promise<O> {
  signal?.throwIfAborted()
  const worker = new Worker(fileOf(place), { workerData: input, name: place, ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }) })
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  const answered = new Promise<O>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ${place} ended with ${code} and no answer`)))
  })
  try {
    return await Promise.race([answered, stopped.promise])
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

/** What a thread's own file calls, once. */
export async function answerThread<I, O>(work: (input: I) => Promise<O>): Promise<void> {
  if (isMainThread) throw new Error('not a thread')
  parentPort?.postMessage(await work(workerData as I))
}
