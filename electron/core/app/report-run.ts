/** Makes one report and ends: by the desk that is open, or else from the database itself. No reader is opened, no day turned over. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import { ReportSpec } from '../../../shared/contract/reports.ts'
import { resolveDataDir } from '../db/folder.ts'
import { OpenFailure } from '../db/open-failure.ts'
import { openDatabase } from '../db/open.ts'
import { isServerChosen } from '../db/server-choice.ts'
import { createAttendanceService } from '../domain/attendance/service.ts'
import type { Spec } from '../domain/reports/report.ts'
import { createReportsService } from '../domain/reports/service.ts'
import { readUnitProfile } from '../domain/settings/unit-profile.ts'
import { systemClock, type Clock } from '../kit/clock.ts'
import { createHub } from '../kit/hub.ts'
import type { Log } from '../kit/log.ts'
import { describeOpenFailure } from './open-failure.ts'
import type { ReportArguments } from './report-arguments.ts'
import { AskedWrongly, exitCodes, makeReport, type ReportRun, type WantedReport } from './report-make.ts'
import { askOpenDesk } from './report-requests.ts'

interface Options {
  readonly dataDir: string
  /** As of `openDatabase`. */
  readonly databaseUrl?: string | undefined
  readonly version: string
  readonly log: Log
  readonly clock?: Clock
}

/** One line of JSON on stdout, or a sentence on stderr. Answers the code to end with. */
export function printRun(run: ReportRun): number {
  if ('sentence' in run) process.stderr.write(`${run.sentence}\n`)
  else process.stdout.write(`${JSON.stringify({ path: run.path, bytes: run.bytes, milliseconds: run.milliseconds, rows: run.rows })}\n`)
  return run.code
}

/** Rejects only with what is a defect. */
export async function runReport({ asked, out, format, language }: Omit<ReportArguments, 'data'>, { dataDir, databaseUrl, version, log, clock = systemClock }: Options): Promise<ReportRun> {
  try {
    // Opening a folder that holds no desk would begin a new one there.
    if (databaseUrl === undefined && !isServerChosen(resolveDataDir(dataDir)) && !existsSync(join(resolve(dataDir), 'pgdata'))) throw new AskedWrongly(`There is no desk in ${dataDir}.`)
    const wanted: WantedReport = { asked: 'file' in asked ? { report: readSpec(asked.file) } : asked, out: resolve(out), format, language }
    const database = await openDatabase({ dataDir, databaseUrl, stationId: 'report', clock, log, appVersion: version }).catch(async (error: unknown) => {
      const answer = error instanceof OpenFailure && error.kind === 'in_use' ? await askOpenDesk(resolveDataDir(dataDir), wanted) : undefined
      if (answer === undefined) throw error
      return answer
    })
    if ('code' in database) return database
    const unit = await database.read(readUnitProfile)
    const attendance = createAttendanceService({ database, clock, unitTime: () => unit })
    const reports = createReportsService({ database, clock, log, hub: createHub<SentinelEvents>(log), attendance })
    try {
      return await makeReport(wanted, { reports, clock })
    } finally {
      await reports.close()
      await database.close()
    }
  } catch (error) {
    const opening = describeOpenFailure(error, 'en')
    if (opening !== undefined) return { code: exitCodes.notOpened, sentence: `${opening.message} ${opening.howToFix}` }
    if (error instanceof AskedWrongly) return { code: exitCodes.askedWrongly, sentence: error.message }
    throw error
  }
}

function readSpec(file: string): Spec {
  const said = (): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    } catch (error) {
      throw new AskedWrongly(error instanceof SyntaxError ? `${file} is not JSON: ${error.message}.` : `${file} cannot be read.`)
    }
  }
  const parsed = v.safeParse(ReportSpec, said())
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new AskedWrongly(`${file} asks for no report that there is: “${v.getDotPath(issue) ?? 'the whole'}” – ${issue.message}.`)
}
