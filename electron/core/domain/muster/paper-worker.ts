/** The thread that makes the papers of musters: five hundred names take a second, in which the door must answer. */
import { parentPort, workerData } from 'node:worker_threads'
import { renderPdf } from '../documents/pdf.ts'
import { musterPaper, type PaperJob } from './paper.ts'

const { facts, language } = workerData as PaperJob
const { definition, title } = musterPaper(facts, language)
const bytes = Uint8Array.from(await renderPdf(definition, { now: new Date(facts.report.at), title, language }))
parentPort?.postMessage(bytes, [bytes.buffer])
