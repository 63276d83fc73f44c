/** Makes one report and ends: opens the database, writes the file, closes. No reader is opened, no day turned over. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { ReportSpec } from '../../../shared/contract/reports.ts'
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { foldText } from '../../../shared/domain/fold-text.ts'
import type { ReportFormat } from '../../../shared/domain/reports.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Database } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { createAttendanceService } from '../domain/attendance/service.ts'
import type { Spec } from '../domain/reports/report.ts'
import { createReportsService, type ReportsService } from '../domain/reports/service.ts'
import { readUnitProfile } from '../domain/settings/unit-profile.ts'
import { systemClock, type Clock } from '../kit/clock.ts'
import { createHub } from '../kit/hub.ts'
import { newId } from '../kit/id.ts'
import type { Log } from '../kit/log.ts'
import { Refusal, toRefused } from '../kit/refusal.ts'
import { describeOpenFailure } from './open-failure.ts'
import type { ReportArguments } from './report-arguments.ts'

/** What a scheduler reads: 0 = written, 2 = asked wrongly, 3 = the desk’s data cannot be opened now, 4 = refused or not written; 1 is a defect. */
export const exitCodes = { written: 0, askedWrongly: 2, notOpened: 3, notWritten: 4 } as const

export type ReportRun =
  | { readonly code: 0; readonly path: string; readonly bytes: number; readonly milliseconds: number; readonly rows: number }
  | { readonly code: 2 | 3 | 4; readonly sentence: string }

interface Options {
  readonly dataDir: string
  readonly version: string
  readonly log: Log
  readonly clock?: Clock
}

/** SECURITY: whoever may run programs on the desk’s own account may read its data anyway; the trail names the command line. */
const commandLine: Caller = { kind: 'system', id: 'command-line', stationId: 'desk', scopes: [], person: null, level: levels.command, liveDds: false }

/** One line of JSON on stdout, or a sentence on stderr. Answers the code to end with. */
export function printRun(run: ReportRun): number {
  if ('sentence' in run) process.stderr.write(`${run.sentence}\n`)
  else process.stdout.write(`${JSON.stringify({ path: run.path, bytes: run.bytes, milliseconds: run.milliseconds, rows: run.rows })}\n`)
  return run.code
}

class AskedWrongly extends Error {}

/** Rejects only with what is a defect. */
export async function runReport(given: Omit<ReportArguments, 'data'>, { dataDir, version, log, clock = systemClock }: Options): Promise<ReportRun> {
  const began = clock.monotonic()
  let database: Database | undefined
  let reports: ReportsService | undefined
  try {
    // Opening a folder that holds no desk would begin a new one there.
    if (!existsSync(join(resolve(dataDir), 'pgdata'))) throw new AskedWrongly(`There is no desk in ${dataDir}.`)
    const spec = 'file' in given.asked ? readSpec(given.asked.file) : undefined
    const open = await openDatabase({ dataDir, clock, log, appVersion: version })
    database = open
    const unit = await open.read(readUnitProfile)
    const path = resolve(given.out)
    const attendance = createAttendanceService({ database: open, clock, unitTime: () => unit })
    reports = createReportsService({ database: open, clock, log, hub: createHub<SentinelEvents>(log), attendance, savePlace: { choose: async () => path } })
    const { report, format, language } = spec === undefined ? await presetOf(reports, given) : { report: spec, format: given.format ?? 'pdf', language: given.language ?? 'en' }
    const done = await reports.export({ runId: newId(), report, format, language }, commandLine)
    if (done.status !== 'written') throw new Error(`an export to a given place ended as ${done.status}`)
    return { code: exitCodes.written, path, bytes: done.bytes, milliseconds: Math.round(clock.monotonic() - began), rows: done.rows }
  } catch (error) {
    const opening = describeOpenFailure(error, 'en')
    if (opening !== undefined) return { code: exitCodes.notOpened, sentence: `${opening.message} ${opening.howToFix}` }
    if (error instanceof AskedWrongly) return { code: exitCodes.askedWrongly, sentence: error.message }
    if (!(error instanceof Refusal)) throw error
    const { message, howToFix } = toRefused(error.code, error.details)
    return { code: exitCodes.notWritten, sentence: `${message} ${howToFix}` }
  } finally {
    await reports?.close()
    await database?.close()
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

/** A saved report by its name, whatever its case; what is given besides wins. */
async function presetOf(reports: ReportsService, { asked, format, language }: Omit<ReportArguments, 'data'>): Promise<{ report: Spec; format: ReportFormat; language: Language }> {
  const wanted = 'preset' in asked ? asked.preset : ''
  const { presets } = await reports.presets(commandLine)
  const found = presets.find(({ name }) => name === wanted) ?? presets.find(({ name }) => foldText(name) === foldText(wanted))
  if (found === undefined) throw new AskedWrongly(`There is no saved report “${wanted}”. ${presets.length === 0 ? 'None is saved.' : `There are: ${presets.map(({ name }) => `“${name}”`).join(', ')}.`}`)
  return { report: found.report, format: format ?? found.format, language: language ?? found.language }
}
