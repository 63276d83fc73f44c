/** A report from the command line, such as a scheduler starts every Tuesday (domain.md 4.20; screens.md P1-3). */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { reportFormats, type ReportFormat } from '../../../shared/domain/reports.ts'
import { languages, type Language } from '../../../shared/i18n/index.ts'

export interface ReportArguments {
  /** Folder of the desk; undefined = the host’s own. */
  readonly data: string | undefined
  /** A file with the report as JSON, or the name of one that is saved. */
  readonly asked: { readonly file: string } | { readonly preset: string }
  readonly out: string
  /** Null = as the ending of `out` says, or else the saved report. */
  readonly format: ReportFormat | null
  /** Null = as the saved report says, or else English. */
  readonly language: Language | null
}

export const reportUsage = 'Use: --report SPEC.json --out FILE, or --preset NAME --out FILE; [--format pdf|csv|xlsx] [--language en|fr]'

const isOneOf = <T extends string>(known: readonly T[], text: string): text is T => (known as readonly string[]).includes(text)

/**
 * What is asked for, or undefined where no report is. Throws an Error that says in plain words what is wrong.
 * @param strict refuses what it does not know; Electron’s own command line has Chromium’s switches too
 */
export function parseReportArguments(argv: readonly string[], { strict }: { strict: boolean }): ReportArguments | undefined {
  if (!argv.some((word) => /^--(?:report|preset)(?:=|$)/.test(word))) return undefined
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args: [...argv], strict, options: { data: option, profile: option, report: option, preset: option, out: option, format: option, language: option } })
  const text = (name: keyof typeof values): string | undefined => {
    const value = values[name]
    if (value === undefined) return undefined
    if (typeof value !== 'string' || value === '') throw new Error(`--${name} needs a value. ${reportUsage}`)
    return value
  }
  const [file, preset, out, format, language] = [text('report'), text('preset'), text('out'), text('format'), text('language')]
  if (file !== undefined && preset !== undefined) throw new Error(`--report and --preset exclude each other. ${reportUsage}`)
  if (out === undefined) throw new Error(`--out must name the file to write. ${reportUsage}`)
  if (format !== undefined && !isOneOf(reportFormats, format)) throw new Error(`--format is ${reportFormats.join(', ')}, not “${format}”. ${reportUsage}`)
  if (language !== undefined && !isOneOf(languages, language)) throw new Error(`--language is ${languages.join(' or ')}, not “${language}”. ${reportUsage}`)
  const ending = extname(out).slice(1).toLowerCase()
  const asked = file !== undefined ? { file } : { preset: preset ?? '' }
  return { data: text('data'), asked, out, format: format ?? (isOneOf(reportFormats, ending) ? ending : null), language: language ?? null }
}
