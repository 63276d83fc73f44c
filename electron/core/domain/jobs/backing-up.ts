/** When backups are made (screens.md 5.4, trust.md: figures): each day, each quarter of an hour in which something changed, once the building is secured, and when somebody asks. One at a time. */
import type { BackupKind } from '../../../../shared/domain/backups.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { kindOfError } from '../../db/errors.ts'
import { jobRun } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { hasRun } from './queries.ts'

export interface Made {
  readonly name: string
  /** Of all tables together. */
  readonly rows: number
}

/** What makes them; absent = this desk has no folder of its own. */
export interface Backups {
  make(kind: BackupKind, signal?: AbortSignal): Promise<Made>
  hasChanged(): Promise<boolean>
  newestProved(): { readonly at: Date } | undefined
  /** Brings what is not in the second place yet there. Never rejects: what keeps it from that is a state of its own. */
  carry(signal?: AbortSignal): Promise<void>
}

const minuteMs = 60_000
/** One that somebody asked for makes the next unnecessary when that is due so soon. */
const leastRestMs = 5 * minuteMs
/** Of a large desk on a slow disk each takes long: they take a thirtieth of the time at most. */
const restPerWork = 30

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly unitTime: () => UnitTime
  readonly backups: Backups
  /** After one was made and recorded. */
  readonly onMade: () => void
}

export function createBackingUp({ database, clock, log, unitTime, backups, onMade }: Dependencies) {
  let queue: Promise<unknown> = Promise.resolve()
  /** Monotonic ms of the last, since a clock that was set back must not stop them, and how long it took. */
  let last: { readonly at: number; readonly tookMs: number } | undefined

  /** The last attempt found that the desk's own files are not what was written. */
  let damaged = false

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }

  /** Every page is read for a backup: it is the daily check of the disk (trust.md 3.2). */
  async function noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (kindOfError(error) === 'damaged') damaged = true
      throw error
    }
  }

  async function make(kind: BackupKind, key: string | undefined, signal: AbortSignal | undefined): Promise<Made> {
    const startedAt = clock.now()
    const started = clock.monotonic()
    const made = await noting(() => backups.make(kind, signal))
    damaged = false
    const madeAt = clock.monotonic()
    last = { at: madeAt, tookMs: madeAt - started }
    await database.transaction((tx) => tx.insert(jobRun).values({ job: 'backup', key: key ?? made.name, dueAt: startedAt, startedAt, endedAt: clock.now(), outcome: 'done', details: { name: made.name, rows: made.rows } }).onConflictDoNothing())
    log.info('job.backup', { ...made, kind, ms: Math.round(madeAt - started) })
    onMade()
    await backups.carry(signal)
    return made
  }

  const hasChanged = (): Promise<boolean> => noting(() => backups.hasChanged())

  const hasRested = (): boolean => {
    if (last !== undefined) return clock.monotonic() - last.at >= Math.max(leastRestMs, last.tookMs * restPerWork)
    const newest = backups.newestProved()?.at.getTime()
    return newest === undefined || Math.abs(clock.now().getTime() - newest) >= leastRestMs
  }

  return {
    /** What is due now, asked every quarter of an hour: the day’s, or one where something changed. Being stopped is no failure. */
    due: (signal: AbortSignal): Promise<void> =>
      inTurn(async () => {
        const key = operationalDate(clock.now(), unitTime())
        try {
          if (!(await database.read((tx) => hasRun(tx, 'backup', key)))) await make('daily', key, signal)
          else if (hasRested() && (await hasChanged())) await make('hourly', undefined, signal)
          else await backups.carry(signal)
        } catch (error) {
          if (!signal.aborted) throw error
        }
      }),
    /** One for a reason, after whatever is under way. */
    now: (kind: BackupKind, signal?: AbortSignal): Promise<Made> => inTurn(() => make(kind, undefined, signal)),
    /** After the building was secured, where anything changed since the last. Being stopped is no failure. */
    secured: (signal: AbortSignal): Promise<void> =>
      inTurn(async () => {
        try {
          if (await hasChanged()) await make('secured', undefined, signal)
        } catch (error) {
          if (!signal.aborted) throw error
        }
      }),
    /** Whether the last attempt found the desk damaged; a backup that was made takes it back. */
    foundDamage: (): boolean => damaged,
    /** Work that must not meet a backup half made. */
    inTurn,
  }
}
