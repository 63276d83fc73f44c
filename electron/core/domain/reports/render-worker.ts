/** The thread that makes files of reports: one job, one answer, and it ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { renderReport, type RenderJob } from './render.ts'

const bytes = await renderReport(workerData as RenderJob)
parentPort?.postMessage(bytes, [bytes.buffer])
