/** Work that would hold scans up, in a thread of its own that ends with it. */
import { Session } from 'node:inspector'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData, type Transferable } from 'node:worker_threads'
import { findAppRoot } from './app-root.ts'
import { Refusal, refuse, type Details } from './refusal.ts'

/** Each lies in `electron/core/<place>.ts` and is an entry of its own in electron.vite.config.ts. */
export type ThreadPlace = 'db/check-copy-thread' | 'db/seal-thread' | 'db/lay-out-thread' | 'db/transfer/export-thread' | 'domain/reports/report-thread' | 'domain/muster/paper-thread'

const isBundled = !import.meta.url.endsWith('.ts')
const fileOf = (place: ThreadPlace): string => (isBundled ? join(findAppRoot(), 'out/main', `${place.split('/').at(-1)}.js`) : join(findAppRoot(), 'electron/core', `${place}.ts`))

/** What a thread says; the last is its answer, or the refusal that its work came to. */
type Said<O, N> = { readonly news: N } | { readonly answer: O } | { readonly refused: { readonly code: Refusal['code']; readonly details: Details | undefined } }

interface ThreadOptions<N> {
  /** Of heap that it may use; absent = as Node sees fit. */
  readonly megabytes?: number
  /** What of the input goes over to it, instead of being copied. */
  readonly transfer?: readonly Transferable[]
  /** What it tells before it has its answer. */
  readonly onNews?: (news: N) => void
}

/**
 * What the thread at `place` answers to `input`; only what can be cloned crosses. Rejects with what it threw, a Refusal as
 * one, with the signal's reason once it was stopped, or with ERR_WORKER_OUT_OF_MEMORY. When it settles the thread is gone.
 */
export async function inThread<I, O, N = never>(place: ThreadPlace, input: I, signal?: AbortSignal, { megabytes, transfer, onNews }: ThreadOptions<N> = {}): Promise<O> {
  signal?.throwIfAborted()
  const worker = new Worker(fileOf(place), { workerData: input, name: place, ...(transfer && { transferList: [...transfer] }), ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }) })
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  const answered = new Promise<O>((resolve, reject) => {
    worker.on('message', (said: Said<O, N>) => {
      if ('news' in said) onNews?.(said.news)
      else if ('answer' in said) resolve(said.answer)
      else reject(refuse(said.refused.code, said.refused.details))
    })
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

/** What a thread's own file calls, once. @param work may tell news before it answers */
export async function answerThread<I, O, N = never>(work: (input: I, tell: (news: N) => void) => Promise<O>): Promise<void> {
  if (isMainThread) throw new Error('not a thread')
  const say = (said: Said<O, N>): void => parentPort?.postMessage(said)
  try {
    const answer = await work(workerData as I, (news) => say({ news }))
    await giveMemoryBack()
    say({ answer })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say({ refused: { code: error.code, details: error.details } })
  }
}

/**
 * What a thread still has of its heap when it ends is given back by the desk's own thread, seconds later and in one piece: 50 to
 * 90 ms after a long report, in which no scan is answered. Collected here first, there is nothing left of it.
 */
async function giveMemoryBack(): Promise<void> {
  const session = new Session()
  session.connect()
  await new Promise<void>((resolve) => session.post('HeapProfiler.collectGarbage', () => resolve()))
  session.disconnect()
}
