/** What stations say to each other through NOTIFY. Pure. */

export interface Told {
  readonly name: string
  readonly payload: unknown
}

/** An act was kept; sent by its own transaction. */
export interface Announced {
  readonly by: string
  readonly revision: number
}

/** What a station tells of its acts, a moment after. */
export interface Telling {
  /** The session that says it. */
  readonly by: string
  /** Its number in that session. */
  readonly number: number
  /** Revisions of acts whose events have all been told, with this or before. */
  readonly done: readonly number[]
  readonly events: readonly Told[]
}

/** PostgreSQL takes 7,999 bytes at most: events get so many of them, and revisions, of up to sixteen digits, the rest. */
const mostBytes = 4_000
const mostDone = 200

/**
 * What is too long to be sent together, in as many parts as it needs; `done` goes with the last of them. An event that is too long by
 * itself is left out, and `done` with it: then the others read everything again.
 */
export function partsOf({ done, events }: Pick<Telling, 'done' | 'events'>): Pick<Telling, 'done' | 'events'>[] {
  const sized = events.map((event) => ({ event, size: Buffer.byteLength(JSON.stringify(event)) + 1 }))
  const fitting = sized.filter(({ size }) => size <= mostBytes)
  const parts: Told[][] = [[]]
  let left = mostBytes
  for (const { event, size } of fitting) {
    if (size > left) {
      parts.push([])
      left = mostBytes
    }
    left -= size
    parts.at(-1)?.push(event)
  }
  const isWhole = fitting.length === sized.length && done.length <= mostDone
  return parts.map((part, index) => ({ events: part, done: isWhole && index === parts.length - 1 ? done : [] })).filter((part) => part.events.length + part.done.length > 0)
}

export const write = (telling: Telling): string => JSON.stringify(telling)

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Undefined = nothing of ours: anybody who may connect can send to the channel. */
export function read(text: string | undefined): Announced | Telling | undefined {
  let said: unknown
  try {
    said = JSON.parse(text ?? '')
  } catch {
    return undefined
  }
  if (typeof said !== 'object' || said === null) return undefined
  const { by, revision, number, done, events } = said as Record<string, unknown>
  if (typeof by !== 'string') return undefined
  if (isCount(revision)) return { by, revision }
  if (!isCount(number) || !Array.isArray(done) || !done.every(isCount) || !Array.isArray(events)) return undefined
  const told = events.flatMap((event: unknown): Told[] => {
    if (typeof event !== 'object' || event === null || !('name' in event) || typeof event.name !== 'string') return []
    return [{ name: event.name, payload: 'payload' in event ? event.payload : undefined }]
  })
  return { by, number, done, events: told }
}
