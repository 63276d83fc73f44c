/** Lines of the log as data: read back, and narrowed. Pure. */
import type { LogLevel } from './log.ts'

export interface LogRecord {
  readonly at: string
  readonly level: LogLevel
  readonly event: string
  readonly correlationId: string | null
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
}
export interface LogFilter {
  /** This level and graver ones. */
  readonly level: LogLevel
  readonly text: string
  readonly correlationId: string | null
  /** Instants, ISO; both included. */
  readonly from: string | null
  readonly to: string | null
}

const ranks: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }
const isPlain = (value: unknown): value is string | number | boolean | null => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** One line of a log file; undefined for what is none, such as a line that a power cut tore. */
export function parseLogLine(line: string): LogRecord | undefined {
  try {
    const { at, level, event, correlationId, ...fields } = JSON.parse(line) as Record<string, unknown>
    if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof event !== 'string' || typeof level !== 'string' || !Object.hasOwn(ranks, level)) return undefined
    return { at: new Date(at).toISOString(), level: level as LogLevel, event, correlationId: typeof correlationId === 'string' ? correlationId : null, fields: Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string | number | boolean | null] => isPlain(entry[1]))) }
  } catch {
    return undefined
  }
}

export function matchesFilter(record: LogRecord, { level, text, correlationId, from, to }: LogFilter): boolean {
  if (ranks[record.level] < ranks[level] || (correlationId !== null && record.correlationId !== correlationId)) return false
  if ((from !== null && Date.parse(record.at) < Date.parse(from)) || (to !== null && Date.parse(record.at) > Date.parse(to))) return false
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return true
  const said = `${record.event} ${record.correlationId ?? ''} ${Object.entries(record.fields).map(([name, value]) => `${name} ${value}`).join(' ')}`.toLowerCase()
  return words.every((word) => said.includes(word))
}
