/** Pages of the log, read from its end: never a whole file at once, however large it is (issue 8). */
import { open, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { createLog, type Log } from './log.ts'
import { matchesFilter, parseLogLine, type LogFilter, type LogRecord } from './log-record.ts'

/** `file` outlives a turning over of the files: it is what the file system calls it, not its name. */
export interface LogCursor {
  readonly file: string
  /** Bytes from the beginning: what lies before them is older. */
  readonly position: number
}
export interface LogPage {
  readonly records: LogRecord[]
  readonly next: LogCursor | null
}
export interface LogSource {
  page(filter: LogFilter, cursor: LogCursor | null, limit: number): Promise<LogPage>
}

/** How the files of a log are called: 0 is written now, 1 the one before it. */
export function numberedLog(path: string, index: number): string {
  const { dir, name, ext } = parse(path)
  return index === 0 ? path : join(dir, `${name}.${index}${ext}`)
}

const chunkBytes = 64 * 1024
/** One page looks at no more than this, so that a search for what is not there ends, and can be gone on with. */
const lookBytes = 4 * 1024 * 1024
const newline = 0x0a

/** @param count how many files there are at the most, with the one that is written */
export function createFileLogSource(path: string, count: number): LogSource {
  async function files(): Promise<{ path: string; id: string; size: number }[]> {
    const found = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const name = numberedLog(path, index)
        const facts = await stat(name).catch(() => undefined)
        return facts === undefined ? [] : [{ path: name, id: String(facts.ino), size: facts.size }]
      }),
    )
    return found.flat()
  }

  return {
    async page(filter, cursor, limit) {
      const all = await files()
      const first = cursor === null ? 0 : all.findIndex(({ id }) => id === cursor.file)
      // The file of the cursor has gone: so has everything that is older.
      if (first < 0) return { records: [], next: null }
      const records: LogRecord[] = []
      let looked = 0
      for (const [index, file] of all.entries()) {
        if (index < first) continue
        let end = index === first && cursor !== null ? Math.min(cursor.position, file.size) : file.size
        const handle = await open(file.path).catch(() => undefined)
        if (handle === undefined) continue
        try {
          while (end > 0) {
            const { lines, begin } = await linesBefore(handle, end)
            looked += end - begin
            for (const { text, at } of lines.toReversed()) {
              const record = parseLogLine(text)
              if (record === undefined || !matchesFilter(record, filter)) continue
              records.push(record)
              if (records.length === limit) return { records, next: at > 0 || index < all.length - 1 ? { file: file.id, position: at } : null }
            }
            end = begin
            if (looked >= lookBytes) return { records, next: end > 0 || index < all.length - 1 ? { file: file.id, position: end } : null }
          }
        } finally {
          await handle.close()
        }
      }
      return { records, next: null }
    },
  }
}

/** The whole lines that end before `end`, and where the first of them begins. A line longer than a chunk is taken in pieces, which are no records. */
async function linesBefore(handle: Awaited<ReturnType<typeof open>>, end: number): Promise<{ lines: { text: string; at: number }[]; begin: number }> {
  const start = Math.max(0, end - chunkBytes)
  const buffer = Buffer.alloc(end - start)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
  const bytes = buffer.subarray(0, bytesRead)
  const firstBreak = bytes.indexOf(newline)
  const skip = start === 0 || firstBreak < 0 || firstBreak === bytes.length - 1 ? 0 : firstBreak + 1
  const lines: { text: string; at: number }[] = []
  for (let at = skip; at < bytes.length; ) {
    const found = bytes.indexOf(newline, at)
    const stop = found < 0 ? bytes.length : found
    if (stop > at) lines.push({ text: bytes.toString('utf8', at, stop), at: start + at })
    at = stop + 1
  }
  return { lines, begin: start + skip }
}

const keptLines = 2_000

/** For a host without log files: passes lines on to `log` and keeps the last ones in memory. */
export function createMemoryLog(log: Log, now: () => Date): { log: Log; source: LogSource } {
  const kept: LogRecord[] = []
  let first = 0
  return {
    log: createLog((level, event, fields) => {
      log[level](event, fields)
      const record = parseLogLine(JSON.stringify({ at: now().toISOString(), level, event, ...fields }))
      if (record !== undefined) kept.push(record)
      if (kept.length > keptLines) {
        kept.shift()
        first += 1
      }
    }),
    source: {
      async page(filter, cursor, limit) {
        const end = Math.min(kept.length, (cursor?.position ?? Infinity) - first)
        const records: LogRecord[] = []
        for (let index = end - 1; index >= 0; index -= 1) {
          const record = kept[index]
          if (record === undefined || !matchesFilter(record, filter)) continue
          records.push(record)
          if (records.length === limit) return { records, next: index > 0 ? { file: 'memory', position: first + index } : null }
        }
        return { records, next: null }
      },
    },
  }
}
