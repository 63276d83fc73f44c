/** How kept scans lie in a file: a line each, with a sum over it, so that a torn end and a flipped bit are told from a scan (domain.md 4.4, trust.md 3.2). Pure. */
import { crc32 } from 'node:zlib'
import * as v from 'valibot'

/** What the station foretold at the door, from what it last knew. */
export const Prediction = v.object({
  outcome: v.picklist(['kept_in', 'kept_out', 'kept_again', 'kept_unknown', 'kept_refused']),
  direction: v.nullable(v.picklist(['in', 'out'])),
  memberId: v.nullable(v.string()),
})

export const KeptScan = v.object({
  /** The scan's own id: entering it twice changes nothing. */
  id: v.string(),
  /** Its place in the queue. */
  n: v.number(),
  /** What the station's clock said. */
  at: v.string(),
  /** Which run of Sentinel kept it, and how many ms of it had passed: tells a clock that was set meanwhile. */
  run: v.string(),
  mono: v.number(),
  serial: v.string(),
  stationId: v.string(),
  reader: v.nullable(v.string()),
  actor: v.object({ kind: v.picklist(['member', 'admin', 'device', 'system']), id: v.string(), name: v.string(), stationId: v.optional(v.string()) }),
  predicted: Prediction,
})
export type KeptScan = v.InferOutput<typeof KeptScan>

const sumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0')

export function toLine(scan: KeptScan): string {
  const text = JSON.stringify(scan)
  return `${sumOf(text)} ${text}\n`
}

function fromLine(line: string): KeptScan | undefined {
  const text = line.slice(9)
  if (line[8] !== ' ' || line.slice(0, 8) !== sumOf(text)) return undefined
  try {
    return v.parse(KeptScan, JSON.parse(text))
  } catch {
    return undefined
  }
}

export interface ReadLines {
  readonly scans: readonly KeptScan[]
  /** Places whose line cannot be read: somebody's scan that was answered, and is lost. */
  readonly lost: readonly number[]
  /** Bytes up to the end of the last whole line: what follows was cut off while it was written, and nobody was answered. */
  readonly wholeBytes: number
}

/** @param first the place of the file's first line, from its name */
export function readLines(bytes: Buffer, first: number): ReadLines {
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1
  const lines = bytes.toString('utf8', 0, wholeBytes).split('\n').slice(0, -1)
  const scans: KeptScan[] = []
  const lost: number[] = []
  let next = first
  let unreadable = 0
  for (const line of lines) {
    const scan = fromLine(line)
    if (scan === undefined || scan.n < next) {
      unreadable += 1
      continue
    }
    // A place that is missing is lost whether its line is damaged or gone.
    for (; next < scan.n; next += 1) lost.push(next)
    next = scan.n + 1
    unreadable = 0
    scans.push(scan)
  }
  for (let index = 0; index < unreadable; index += 1) lost.push(next + index)
  return { scans, lost, wholeBytes }
}
