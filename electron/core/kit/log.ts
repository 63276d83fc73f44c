import { correlationId } from './correlation.ts'

/** Log lines are an event's name and fields: ids, never names, never whole serials (design.md 6). */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** Every line carries the number of the act that it belongs to, if it belongs to one: see correlation.ts. */
export function createLog(write: (level: LogLevel, event: string, fields: LogFields) => void): Log {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      const id = correlationId()
      write(level, event, id === undefined ? fields : { correlationId: id, ...fields })
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** One JSON object a line on `stream`; the browser host's log, on stderr so that stdout keeps its one line. */
export const createStreamLog = (stream: NodeJS.WritableStream): Log =>
  createLog((level, event, fields) => void stream.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`))

export const silentLog: Log = createLog(() => {})

/** drizzle tells the values of a query that failed, and those are people’s names and numbers; a stack begins with the message. */
const withoutValues = (message: string): string => message.split('\nparams:')[0] ?? ''
const placesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 3)
    .join(' | ')

/** What may be logged of an unknown thrown value: its kind and text, no row contents. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error ? { error: error.name, message: withoutValues(error.message).slice(0, 300), stack: error.stack === undefined ? undefined : placesOf(error.stack) } : { error: String(error).slice(0, 300) }
