/** One report for a scheduler, at a place that was given (domain.md 4.20; screens.md P1-3). */
import * as v from 'valibot'
import { ReportSpec } from '../../../shared/contract/reports.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { foldText } from '../../../shared/domain/fold-text.ts'
import { reportFormats } from '../../../shared/domain/reports.ts'
import { languages } from '../../../shared/i18n/index.ts'
import type { ReportsService } from '../domain/reports/service.ts'
import type { Clock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { Refusal, toRefused } from '../kit/refusal.ts'

/** What a scheduler reads: 0 = written, 2 = asked wrongly, 3 = the desk’s data cannot be opened now, 4 = refused or not written; 1 is a defect. */
export const exitCodes = { written: 0, askedWrongly: 2, notOpened: 3, notWritten: 4 } as const

export const WantedReport = v.object({
  /** The report, or the name of one that is saved. */
  asked: v.union([v.object({ report: ReportSpec }), v.object({ preset: v.string() })]),
  /** Whole path of the file to write. */
  out: v.string(),
  /** Null = as the saved report says, or else PDF. */
  format: v.nullable(v.picklist(reportFormats)),
  /** Null = as the saved report says, or else English. */
  language: v.nullable(v.picklist(languages)),
})
export type WantedReport = v.InferOutput<typeof WantedReport>

export const ReportRun = v.variant('code', [
  v.object({ code: v.literal(exitCodes.written), path: v.string(), bytes: v.number(), milliseconds: v.number(), rows: v.number() }),
  v.object({ code: v.literal(exitCodes.askedWrongly), sentence: v.string() }),
  v.object({ code: v.literal(exitCodes.notOpened), sentence: v.string() }),
  v.object({ code: v.literal(exitCodes.notWritten), sentence: v.string() }),
])
export type ReportRun = v.InferOutput<typeof ReportRun>

/** In words for whoever wrote the scheduler’s line. */
export class AskedWrongly extends Error {}

/** SECURITY: whoever may run programs on the desk’s own account may read its data anyway; the trail names the command line. */
const commandLine: Caller = { kind: 'system', id: 'command-line', stationId: 'desk', scopes: [], person: null, level: levels.command, liveDds: false }

/** Writes it and answers what to end with. Rejects only with what is a defect. */
export async function makeReport(wanted: WantedReport, { reports, clock }: { reports: ReportsService; clock: Clock }): Promise<ReportRun> {
  const began = clock.monotonic()
  try {
    const { report, format, language } = 'report' in wanted.asked ? { report: wanted.asked.report, format: wanted.format ?? 'pdf', language: wanted.language ?? 'en' } : await presetOf(reports, wanted.asked.preset, wanted)
    const done = await reports.export({ runId: newId(), report, format, language }, commandLine, { choose: async () => wanted.out })
    if (done.status === 'cancelled') return { code: exitCodes.notWritten, sentence: 'Sentinel was closed before the report was done: nothing was written. Ask again.' }
    if (done.status !== 'written') throw new Error(`an export to a given place ended as ${done.status}`)
    return { code: exitCodes.written, path: wanted.out, bytes: done.bytes, milliseconds: Math.round(clock.monotonic() - began), rows: done.rows }
  } catch (error) {
    if (error instanceof AskedWrongly) return { code: exitCodes.askedWrongly, sentence: error.message }
    if (!(error instanceof Refusal)) throw error
    const { message, howToFix } = toRefused(error.code, error.details)
    return { code: exitCodes.notWritten, sentence: `${message} ${howToFix}` }
  }
}

/** A saved report by its name, whatever its case; what is given besides wins. */
async function presetOf(reports: ReportsService, wanted: string, { format, language }: Pick<WantedReport, 'format' | 'language'>) {
  const { presets } = await reports.presets(commandLine)
  const found = presets.find(({ name }) => name === wanted) ?? presets.find(({ name }) => foldText(name) === foldText(wanted))
  if (found === undefined) throw new AskedWrongly(`There is no saved report “${wanted}”. ${presets.length === 0 ? 'None is saved.' : `There are: ${presets.map(({ name }) => `“${name}”`).join(', ')}.`}`)
  return { report: found.report, format: format ?? found.format, language: language ?? found.language }
}
