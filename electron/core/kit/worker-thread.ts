/** Work that would hold the desk up, in a thread of its own: one job, one answer, and it ends. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { findAppRoot } from './app-root.ts'

/**
 * @param source the thread’s file in a checkout; in a bundle it is an entry of its own, as a thread begins with a file
 * @param bundled its name there
 * @returns what the thread posts first. Rejects when it ends without
 */
export async function runInThread(source: string, bundled: string, job: unknown): Promise<Buffer> {
  const worker = new Worker(existsSync(source) ? source : join(findAppRoot(), 'out', 'main', bundled), { workerData: job })
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`${bundled} ended with ${code} and no answer`)))
    })
  } finally {
    await worker.terminate()
  }
}
