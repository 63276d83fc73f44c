/** `--report` and `--preset` in the browser host. */
import type { ReportArguments } from '../core/app/report-arguments.ts'
import { databaseVariable } from '../core/app/database-variable.ts'
import { printRun, runReport } from '../core/app/report-run.ts'
import type { Log } from '../core/kit/log.ts'

export { parseReportArguments } from '../core/app/report-arguments.ts'

/** Answers the code to end with. */
export async function printReport({ data, ...given }: ReportArguments, { version, log }: { version: string; log: Log }): Promise<number> {
  if (data === undefined) return printRun({ code: 2, sentence: '--data must name the folder that holds the desk’s data.' })
  return printRun(await runReport(given, { dataDir: data, databaseUrl: databaseVariable(process.env), version, log }))
}
