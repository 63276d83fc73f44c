/** The thread that reads a report and makes it: rows by the thousand are neither held nor written down where scans are answered. */
import type { MessagePort } from 'node:worker_threads'
import { connectReads } from '../../db/remote-reads.ts'
import { answerThread } from '../../kit/thread.ts'
import { makeReport, type Made, type Making, type ReportJob } from './make.ts'

await answerThread<{ job: ReportJob; port: MessagePort }, Made, Making>(({ job, port }, tell) => makeReport(job, connectReads(port), tell))
