/** `--export-database` in the browser host. */
import { runExport, type ExportArguments } from '../core/app/export-run.ts'
import type { Log } from '../core/kit/log.ts'

export { parseExportArguments } from '../core/app/export-run.ts'

/** One line of JSON on stdout, or a sentence on stderr. Answers the code to end with. */
export async function printExport(given: ExportArguments, { version, log }: { version: string; log: Log }): Promise<number> {
  const run = await runExport(given, { version, log })
  if ('sentence' in run) process.stderr.write(`${run.sentence}\n`)
  else process.stdout.write(`${JSON.stringify({ path: run.path, bytes: run.bytes, milliseconds: run.milliseconds, rows: run.rows })}\n`)
  return run.code
}
