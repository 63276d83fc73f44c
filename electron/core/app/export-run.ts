/** The whole desk as an SQL file from the command line, for a scheduler or for a server that takes over (issue 7). */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/open.ts'
import { checkPlace, createDeskExporting } from '../domain/backups/exporting.ts'
import { systemClock, type Clock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import { Refusal, toRefused } from '../kit/refusal.ts'
import { resolveDataDir } from '../db/folder.ts'
import { describeOpenFailure } from './open-failure.ts'

export interface ExportArguments {
  /** Folder of the desk. */
  readonly data: string
  /** File to write. */
  readonly out: string
}

const usage = 'Use: --data FOLDER --export-database FILE.sql or FILE.sql.gz'

/** What is asked for, or undefined where no export is. Throws an Error that says in plain words what is wrong. */
export function parseExportArguments(argv: readonly string[]): ExportArguments | undefined {
  if (!argv.some((word) => /^--export-database(?:=|$)/.test(word))) return undefined
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args: [...argv], options: { data: option, 'export-database': option } })
  const out = values['export-database']
  if (values.data === undefined || values.data === '') throw new Error(`--data must name the folder that holds the desk’s data. ${usage}`)
  if (out === undefined || out === '') throw new Error(`--export-database must name the file to write. ${usage}`)
  return { data: values.data, out }
}

/** What a script reads: 0 = written, 2 = asked wrongly, 3 = the data cannot be opened now, 4 = refused or not written; 1 is a defect. */
export type ExportRun = { readonly code: 0; readonly path: string; readonly rows: number; readonly bytes: number; readonly milliseconds: number } | { readonly code: 2 | 3 | 4; readonly sentence: string }

/** Writes it. Rejects only with what is a defect. */
export async function runExport({ data, out }: ExportArguments, { version, log, clock = systemClock }: { version: string; log: Log; clock?: Clock }): Promise<ExportRun> {
  // Opening a folder that holds no desk would begin a new one there.
  if (!existsSync(join(resolve(data), 'pgdata'))) return { code: 2, sentence: `There is no desk in ${data}.` }
  const file = resolve(out)
  try {
    checkPlace(file)
    const database = await openDatabase({ dataDir: data, clock, log, appVersion: version })
    try {
      const write = createDeskExporting({ database, root: resolveDataDir(data), clock, log, appVersion: version })
      return { code: 0, ...(await write(file, { kind: 'system', id: 'command-line', name: 'command line' })) }
    } finally {
      await database.close()
    }
  } catch (error) {
    const opening = describeOpenFailure(error, 'en')
    if (opening !== undefined) return { code: 3, sentence: `${opening.message} ${opening.howToFix} An open desk exports under Admin → Backups.` }
    if (!(error instanceof Refusal)) throw error
    const { message, howToFix } = toRefused(error.code, error.details)
    return { code: error.code === 'export_name' ? 2 : 4, sentence: `${message} ${howToFix}` }
  }
}
