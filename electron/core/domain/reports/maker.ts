/** Makes reports beside the desk’s own thread, which must answer the door meanwhile (decision 016). */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { serveReads, type Reads } from '../../db/remote-reads.ts'
import type { Clock } from '../../kit/clock.ts'
import { inThread } from '../../kit/thread.ts'
import type { Made, Making, ReportJob } from './make.ts'
import { DrawnTooLong, refusalOfDrawing } from './not-written.ts'

export interface ReportMaker {
  /**
   * Rejects with the reason of `signal` when that is aborted: the thread is ended at once, and nothing is left of it.
   * Refuses what the report refuses, and `report_not_drawn` when it takes too long or too much memory; the desk goes on (trust.md 3.2).
   */
  make(job: ReportJob, signal: AbortSignal, tell: (making: Making) => void): Promise<Made>
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

export function createReportMaker(database: Reads, clock: Clock, { minutes, megabytes }: Limits = usualLimits): ReportMaker {
  const closing = new AbortController()
  /** One thread at a time: the desk has two cores, and one of them is for the door. Whoever looks at a screen waits for no file. */
  const tails: Record<'shown' | 'file', Promise<unknown>> = { shown: Promise.resolve(), file: Promise.resolve() }

  async function inItsTurn(job: ReportJob, signal: AbortSignal, tell: (making: Making) => void): Promise<Made> {
    const late = new AbortController()
    const inTime = clock.after(minutes * 60_000, () => late.abort(new DrawnTooLong(minutes)))
    const { port1, port2 } = new MessageChannel()
    serveReads(database, port1)
    try {
      return await inThread<{ job: ReportJob; port: MessagePort }, Made, Making>('domain/reports/report-thread', { job, port: port2 }, AbortSignal.any([signal, late.signal]), { megabytes, transfer: [port2], onNews: tell })
    } catch (error) {
      throw refusalOfDrawing(error, job.language) ?? error
    } finally {
      port1.close()
      inTime()
    }
  }

  return {
    make(job, signal, tell) {
      const either = AbortSignal.any([signal, closing.signal])
      const queue = job.file === null ? 'shown' : 'file'
      const done = tails[queue].then(() => inItsTurn(job, either, tell))
      tails[queue] = done.catch(() => {})
      return done
    },
    async close() {
      closing.abort(new Error('closing'))
      await Promise.all(Object.values(tails))
    },
  }
}
