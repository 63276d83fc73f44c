/**
 * A scheduler's report while the desk is open: one process holds the database (design.md F1), so the other asks it, by a
 * file in the desk's own folder.
 * SECURITY: the folder is its account's alone (0700), which may read the database anyway: whoever can write there may ask.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { writeWhole } from '../db/sync-files.ts'
import type { Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { exitCodes, ReportRun, WantedReport } from './report-make.ts'

const folderOf = (root: string): string => join(root, 'requests')
const asks = '.ask.json'
const answers = '.answer.json'
/** How often each side looks; milliseconds. */
const deskEvery = 1_000
const askerEvery = 100
/** Whoever has the database and takes nothing in this time is no desk: another scheduler's report, or one that is closing. */
const takenWithin = 10_000
/** The largest report takes a quarter of a minute; a desk that was killed over one never answers. */
const answeredWithin = 600_000

interface Serving {
  /** The desk's folder. */
  readonly root: string
  readonly clock: Clock
  readonly log: Log
  readonly make: (wanted: WantedReport) => Promise<ReportRun>
}

/** Takes requests, one after the other, until the result is called; that resolves when the one under way is done. */
export function serveReportRequests({ root, clock, log, make }: Serving): () => Promise<void> {
  const folder = folderOf(root)
  let stopped = false
  let last: Promise<void> = Promise.resolve()
  let cancel = (): void => {}

  /** What cannot be read is answered too: somebody waits for it. */
  async function answerTo(text: string): Promise<ReportRun> {
    try {
      const parsed = v.safeParse(WantedReport, JSON.parse(text))
      if (parsed.success) return await make(parsed.output)
    } catch (error) {
      log.error('report.request_failed', errorFields(error))
      return { code: exitCodes.notWritten, sentence: 'Something went wrong inside Sentinel, and nothing was written. The log of the desk says more.' }
    }
    return { code: exitCodes.askedWrongly, sentence: 'The open desk does not understand what is asked: it may be another version of Sentinel. Close it, or use its own program.' }
  }

  async function look(): Promise<void> {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (stopped || !name.endsWith(asks)) continue
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      // Gone = taken.
      rmSync(path)
      writeWhole(join(folder, `${name.slice(0, -asks.length)}${answers}`), JSON.stringify(await answerTo(text)))
    }
  }
  const plan = (): void => {
    if (stopped) return
    cancel = clock.after(deskEvery, () => {
      last = look().catch((error: unknown) => log.error('report.requests_not_read', errorFields(error)))
      void last.finally(plan)
    })
  }
  // Nobody waits any more for what was asked of an earlier desk.
  rmSync(folder, { recursive: true, force: true })
  plan()
  return async () => {
    stopped = true
    cancel()
    await last
  }
}

/** Has the desk that is open at `root` make it. Undefined where none takes the request; then it is taken back. */
export async function askOpenDesk(root: string, wanted: WantedReport, { patience = takenWithin }: { patience?: number } = {}): Promise<ReportRun | undefined> {
  const folder = folderOf(root)
  const id = newId()
  const [ask, answer] = [join(folder, `${id}${asks}`), join(folder, `${id}${answers}`)]
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeWhole(ask, JSON.stringify(wanted))
  for (let waited = 0; existsSync(ask); waited += askerEvery) {
    if (waited >= patience) {
      rmSync(ask, { force: true })
      return undefined
    }
    await sleep(askerEvery)
  }
  for (let waited = 0; !existsSync(answer); waited += askerEvery) {
    // A desk that begins clears away what was asked of the one before.
    if (waited >= answeredWithin || !existsSync(folder)) return undefined
    await sleep(askerEvery)
  }
  const said = v.parse(ReportRun, JSON.parse(readFileSync(answer, 'utf8')))
  rmSync(answer)
  return said
}
