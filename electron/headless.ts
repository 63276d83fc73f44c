/** The browser host: the same core behind HTTP on 127.0.0.1 (design.md 3). Prints one JSON line {"url","token"} when ready. With `--report` it makes that report and ends, with `--restore` it restores a backup, with `--export-database` it writes the desk as SQL, with `--move-to-server` and `--move-from-server` it carries it, and ends. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHostArguments, type HostArguments } from './browser-host/arguments.ts'
import { describeFailure } from './browser-host/describe-failure.ts'
import { serveBrowserHost } from './browser-host/serve.ts'
import { parseExportArguments, printExport } from './browser-host/export.ts'
import { parseMoveArguments, printMove } from './browser-host/move.ts'
import { parseReportArguments, printReport } from './browser-host/report.ts'
import { parseRestoreArguments, printRestore } from './browser-host/restore.ts'
import { findAppRoot, isPackaged } from './core/kit/app-root.ts'
import { createStreamLog } from './core/kit/log.ts'

const appRoot = findAppRoot()
const { version } = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string }
const log = createStreamLog(process.stderr)

const fail = (error: unknown, code: number): never => {
  process.stderr.write(`\n${describeFailure(error)}\n`)
  process.exit(code)
}

function read<T>(parse: (argv: readonly string[]) => T): T {
  try {
    return parse(process.argv.slice(2))
  } catch (error) {
    return fail(error, 2)
  }
}

const restore = read(parseRestoreArguments)
if (restore !== undefined) process.exit(await printRestore(restore).catch((error: unknown) => fail(error, 1)))

const exporting = read(parseExportArguments)
if (exporting !== undefined) process.exit(await printExport(exporting, { version, log }).catch((error: unknown) => fail(error, 1)))

const move = read(parseMoveArguments)
if (move !== undefined) process.exit(await printMove(move, { version, log }).catch((error: unknown) => fail(error, 1)))

const report = read((argv) => parseReportArguments(argv, { strict: true }))
if (report !== undefined) process.exit(await printReport(report, { version, log }).catch((error: unknown) => fail(error, 1)))

const readArguments = (): HostArguments => read((argv) => parseHostArguments(argv, isPackaged(appRoot)))
const host = await serveBrowserHost(readArguments(), { appRoot, version, log }).catch((error: unknown) => fail(error, 1))
process.stdout.write(`${JSON.stringify({ url: host.url, token: host.token })}\n`)

let closing = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (closing) return
    closing = true
    void host.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error, 1),
    )
  })
}
