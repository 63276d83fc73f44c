/** What Sentinel does by itself, looked at again and again and never by the minute (domain.md 4.16 ▶). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { jobs } from '../../../../shared/contract/jobs.ts'
import { operationalDate, operationalDayWindow, timeUntilRollover, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { jobRun } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { correlated } from '../../kit/correlation.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import { disposeBatch, readKeptFrom } from '../visitors/retention.ts'
import { createBackingUp, type Backups } from './backing-up.ts'
import { hasRun, readDigest, readLastReset, readOpenSince, readPreview, readRuns } from './queries.ts'
import { closeDay, dailyReset, readLastClosed } from './reset.ts'
import { clockJumpMs, daysToClose } from './rules.ts'
import { keepWatch } from './watchkeeping.ts'

type Name = 'daily_reset' | 'watchkeeping' | 'retention' | 'backup'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
  /** Whether this station does what is done once for all stations of the record; absent = there is no other. What it does is done once even so: each job looks at its own record. */
  readonly leads?: (() => boolean) | undefined
  /** Clears this station’s own files of what ended before; each time all of it. */
  readonly clearFiles?: ((before: Date) => Promise<void>) | undefined
  /** Takes guests’ names out of musters that ended before; answers out of how many. */
  readonly disposeMusters?: ((before: Date) => Promise<number>) | undefined
  /** Absent = this desk has no folder of its own. */
  readonly backups?: Backups | undefined
  /** Told how each looking ended, and how many milliseconds it took. */
  readonly onRun?: ((job: Name, outcome: 'done' | 'failed', ms: number) => void) | undefined
}

export type JobsService = ReturnType<typeof createJobsService>

export function createJobsService({ database, clock, hub, log, unitTime, leads = () => true, clearFiles, disposeMusters, backups, onRun }: Dependencies) {
  const failing = new Map<Name, Date>()
  let seen = { wall: clock.now().getTime(), mono: clock.monotonic() }
  let running: Promise<void> | undefined

  /** A clock that somebody set: order is kept by sequence, but people should know why times look odd (trust.md 3.2). */
  async function lookAtClock(): Promise<void> {
    const now = { wall: clock.now().getTime(), mono: clock.monotonic() }
    const jump = now.wall - seen.wall - (now.mono - seen.mono)
    seen = now
    if (Math.abs(jump) < clockJumpMs) return
    const at = new Date(now.wall)
    const minutes = Math.round(jump / 60_000)
    await database.transaction(async (tx) => {
      // On by hours is what a machine does that slept; back is nobody’s sleep.
      await raiseAlert(tx, { type: 'clock_jumped', severity: jump < 0 ? 'warning' : 'info', subject: operationalDate(at, unitTime()), at, facts: { minutes } })
      await writeAudit(tx, { at, actor: systemActor, action: 'clock_jump', entityType: 'clock', entityId: null, details: { minutes } })
    })
    hub.emit('alerts.changed', {})
  }

  /** Every day that is over and was not closed, in order, each at its own rollover. */
  async function closeDays(before?: string): Promise<void> {
    const unit = unitTime()
    const days = await database.read(async (tx) => daysToClose(clock.now(), unit, await readLastClosed(tx), await readOpenSince(tx, unit)))
    for (const date of days.filter((day) => before === undefined || day < before)) {
      const done = await database.transaction((tx) => closeDay(tx, date, clock.now(), unit))
      if (done === undefined) continue
      log.info('job.daily_reset', { date, closedOut: done.closedOut, secured: done.notSecured === null, sessionsEnded: done.sessionsEnded })
      if (done.revision !== null) hub.emit('presence.changed', { revision: done.revision })
      hub.emit('visitors.changed', {})
      if (done.notSecured !== null) hub.emit('lockup.changed', {})
      if (done.closedOut > 0 || done.notSecured !== null) hub.emit('alerts.changed', {})
      // Rights follow: whoever was signed in is read again.
      hub.emit('accounts.changed', {})
      hub.emit('dds.changed', {})
      hub.emit('jobs.changed', {})
    }
  }

  async function watch(): Promise<void> {
    if (await database.transaction((tx) => keepWatch(tx, clock.now(), unitTime()))) hub.emit('alerts.changed', {})
  }

  /** Once a day, a batch an act: while one runs, scans wait. A day on which Sentinel was off is made up for by the next. */
  async function dispose(): Promise<void> {
    const startedAt = clock.now()
    const unit = unitTime()
    const key = operationalDate(startedAt, unit)
    if (await database.read((tx) => hasRun(tx, 'retention', key))) return
    const counts = { visits: 0, expected: 0, musters: 0 }
    for (;;) {
      const done = await database.transaction((tx) => disposeBatch(tx, clock.now(), unit))
      counts.visits += done.visits
      counts.expected += done.expected
      if (done.visits + done.expected === 0) break
    }
    const from = await database.read((tx) => readKeptFrom(tx, clock.now(), unit))
    if (from !== null) counts.musters = (await disposeMusters?.(from)) ?? 0
    await database.transaction((tx) => tx.insert(jobRun).values({ job: 'retention', key, dueAt: operationalDayWindow(key, unit).start, startedAt, endedAt: clock.now(), outcome: 'done', details: counts }).onConflictDoNothing())
    if (counts.visits + counts.expected + counts.musters === 0) return
    log.info('job.retention', counts)
    hub.emit('visitors.changed', {})
  }

  /** Files are at the station that wrote them: each clears its own, once a day. */
  let clearedOn = ''
  async function clear(): Promise<void> {
    const date = operationalDate(clock.now(), unitTime())
    if (clearFiles === undefined || clearedOn === date) return
    const from = await database.read((tx) => readKeptFrom(tx, clock.now(), unitTime()))
    if (from !== null) await clearFiles(from)
    clearedOn = date
  }

  const backingUp = backups === undefined ? undefined : createBackingUp({ database, clock, log, unitTime, backups, onMade: () => hub.emit('jobs.changed', {}) })

  /** One that fails does not stop the others, says so once, and is tried again. */
  async function attempt(job: Name, run: () => Promise<void>): Promise<void> {
    const startedAt = clock.now()
    const since = clock.monotonic()
    try {
      await run()
      onRun?.(job, 'done', clock.monotonic() - since)
      if (failing.delete(job)) hub.emit('jobs.changed', {})
    } catch (error) {
      onRun?.(job, 'failed', clock.monotonic() - since)
      log.error('job.failed', { job, ...errorFields(error) })
      if (failing.has(job)) return
      failing.set(job, startedAt)
      hub.emit('jobs.changed', {})
      const key = operationalDate(startedAt, unitTime())
      await database
        .transaction((tx) => tx.insert(jobRun).values({ job, key, dueAt: startedAt, startedAt, endedAt: clock.now(), outcome: 'failed', details: { problem: error instanceof Error ? error.name : 'unknown' } }))
        .catch((another: unknown) => log.error('job.not_recorded', { job, ...errorFields(another) }))
    }
  }

  async function runAll(): Promise<void> {
    await lookAtClock().catch((error: unknown) => log.error('job.clock_not_looked_at', errorFields(error)))
    await clear().catch((error: unknown) => log.error('job.files_not_cleared', errorFields(error)))
    if (!leads()) return
    await attempt(dailyReset, () => closeDays())
    await attempt('watchkeeping', watch)
    await attempt('retention', dispose)
  }

  return {
    /** Does whatever is due now. Called while it runs it waits for that run; idempotent. */
    tick: (): Promise<void> => (running ??= correlated(runAll).finally(() => (running = undefined))),

    /** Closes the days before this one, each as it would have been: what is entered late belongs after it. Rejects where one cannot be closed. */
    closeDaysBefore: (date: string): Promise<void> => closeDays(date),

    /** Makes the backup that is due, if one is. Takes seconds, during which everything else goes on. */
    backUp: (signal: AbortSignal): Promise<void> => attempt('backup', async () => backingUp?.due(signal)),
    /** The building was secured: the day’s work is copied at once. */
    backUpSecured: (signal: AbortSignal): Promise<void> => attempt('backup', async () => backingUp?.secured(signal)),
    /** Undefined = this desk has no folder of its own. */
    backingUp,

    /** The clock was set on purpose: in development. */
    clockWasSet(): void {
      seen = { wall: clock.now().getTime(), mono: clock.monotonic() }
    },

    /** Milliseconds until the day turns over. */
    untilRollover: (): number => timeUntilRollover(clock.now(), unitTime()),

    status: (): Promise<OutputOf<typeof jobs.status>> =>
      database.read(async (tx) => {
        const date = operationalDate(clock.now(), unitTime())
        return { operationalDate: date, nextResetAt: operationalDayWindow(date, unitTime()).end.toISOString(), lastReset: await readLastReset(tx), failing: [...failing].map(([job, since]) => ({ job, since: since.toISOString() })) }
      }),
    resetPreview: () => database.read((tx) => readPreview(tx, clock.now(), unitTime())),
    digest: ({ date }: InputOf<typeof jobs.digest>) => database.read((tx) => readDigest(tx, date ?? operationalDate(clock.now(), unitTime()), unitTime())),
    runs: (input: InputOf<typeof jobs.runs>) => database.read((tx) => readRuns(tx, input)),
  }
}
