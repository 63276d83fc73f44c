/** What the desk counts of itself while it works (issue 8: observability). Nobody is named: see kit/metrics.ts. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import type { Database, DatabaseState } from '../db/database.ts'
import type { BackupsService } from '../domain/backups/service.ts'
import type { PresenceService } from '../domain/presence/service.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import { createMetrics, secondsBounds, type Metrics } from '../kit/metrics.ts'
import type { ReaderManager } from '../readers/port.ts'
import type { WatchCall } from './dispatcher.ts'
import { createMeasureRing, type MeasureRing } from './measure-ring.ts'

/** How often the loop is looked at; what it measures includes this pause, so it is taken off. Milliseconds. */
const loopResolutionMs = 20
/** Who is inside is read for a measure at most this often, so that whoever asks in a loop asks the database for little. */
const insideEveryMs = 5_000
const databaseStates: readonly DatabaseState[] = ['ready', 'away', 'stalled', 'full', 'closed']

export interface Observed {
  readonly database: Database
  readonly hub: Pick<Hub<SentinelEvents>, 'on'>
  readonly readers: Pick<ReaderManager, 'statuses'>
  readonly presence: Pick<PresenceService, 'now'>
  readonly backups: Pick<BackupsService, 'status'>
}

export interface Observation {
  readonly metrics: Metrics
  /** The last hours, for the page of measures. */
  readonly ring: MeasureRing
  /** The same database, with the time of each act and read counted; what an act waited for counts too. */
  database(database: Database): Database
  readonly watchCall: WatchCall
  /** A scan from a reader is in the record, so many milliseconds after its frame was complete. */
  scanRecorded(ms: number): void
  /** Something that Sentinel does by itself has ended. */
  jobRun(job: string, outcome: 'done' | 'failed', ms: number): void
  /** Begins to look at what is asked rather than told. @returns stops it */
  begin(observed: Observed): () => void
}

export function createObservation(clock: Clock, metrics: Metrics = createMetrics()): Observation {
  const ring = createMeasureRing(clock)
  const scans = metrics.counter('sentinel_scans_total', 'Scans, by what came of them.', ['outcome'])
  const scanSeconds = metrics.histogram('sentinel_scan_seconds', 'From the complete frame of a reader to the committed scan.')
  const calls = metrics.counter('sentinel_calls_total', 'Calls, by their name and by ok or the code of the refusal.', ['call', 'result'])
  const callSeconds = metrics.histogram('sentinel_call_seconds', 'How long calls took.', ['call'])
  const refusals = metrics.counter('sentinel_refusals_total', 'Refusals, by code.', ['code'])
  const databaseSeconds = metrics.histogram('sentinel_database_seconds', 'How long acts and reads took, with what they waited for.', ['kind'])
  const databaseErrors = metrics.counter('sentinel_database_errors_total', 'Acts and reads that failed or were refused by the database.', ['kind'])
  const jobs = metrics.counter('sentinel_job_runs_total', 'What Sentinel does by itself, by job and outcome.', ['job', 'outcome'])
  const jobSeconds = metrics.histogram('sentinel_job_seconds', 'How long jobs took.', ['job'], [...secondsBounds, 30, 60, 300])

  const timed = async <T>(kind: 'act' | 'read', run: () => Promise<T>): Promise<T> => {
    const since = clock.monotonic()
    try {
      return await run()
    } catch (error) {
      databaseErrors.add({ kind })
      throw error
    } finally {
      const ms = clock.monotonic() - since
      databaseSeconds.observe({ kind }, ms / 1000)
      ring.database(ms)
    }
  }

  return {
    metrics,
    ring,
    database: (database) => ({
      ...database,
      transaction: (act) => timed('act', () => database.transaction(act)),
      read: (query) => timed('read', () => database.read(query)),
    }),
    watchCall(call) {
      const since = clock.monotonic()
      return (result) => {
        calls.add({ call, result })
        if (result !== 'ok') refusals.add({ code: result })
        callSeconds.observe({ call }, (clock.monotonic() - since) / 1000)
      }
    },
    scanRecorded(ms) {
      scanSeconds.observe({}, Math.max(0, ms) / 1000)
      ring.recorded(ms)
    },
    jobRun(job, outcome, ms) {
      jobs.add({ job, outcome })
      jobSeconds.observe({ job }, ms / 1000)
    },
    begin(observed) {
      const stopGauges = addGauges(metrics, clock, observed)
      const stopRing = ring.begin(observed.readers)
      const unsubscribe = observed.hub.on('presence.scanned', ({ outcome }) => {
        scans.add({ outcome })
        ring.scanned()
      })
      return () => {
        unsubscribe()
        stopRing()
        stopGauges()
      }
    },
  }
}

function addGauges(metrics: Metrics, clock: Clock, { database, readers, presence, backups }: Observed): () => void {
  const startedAt = clock.monotonic()
  const databaseState = metrics.gauge('sentinel_database_state', '1 for the state that the database is in.', ['state'])
  const readerCounts = metrics.gauge('sentinel_readers', 'Readers, by kind and state.', ['kind', 'state'])
  const inside = metrics.gauge('sentinel_inside', 'People inside, by kind.', ['kind'])
  const backupAge = metrics.gauge('sentinel_backup_age_seconds', 'Since the newest proved backup was made; absent where there is none.')
  const uptime = metrics.gauge('sentinel_uptime_seconds', 'Since Sentinel was ready.')
  const memory = metrics.gauge('sentinel_memory_bytes', 'Memory of the process.', ['kind'])
  const lag = metrics.gauge('sentinel_event_loop_lag_seconds', 'By how much timers were late since Sentinel started.', ['quantile'])
  backupAge.clear()

  const loop = monitorEventLoopDelay({ resolution: loopResolutionMs })
  loop.enable()
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - loopResolutionMs / 1000) || 0

  metrics.beforeCollect(() => {
    for (const state of databaseStates) databaseState.set({ state }, state === database.state() ? 1 : 0)
    readerCounts.clear()
    const counted = new Map<string, number>()
    for (const { kind, state } of readers.statuses()) {
      const count = (counted.get(`${kind}/${state}`) ?? 0) + 1
      counted.set(`${kind}/${state}`, count)
      readerCounts.set({ kind, state }, count)
    }
    uptime.set({}, (clock.monotonic() - startedAt) / 1000)
    const { rss, heapUsed, external } = process.memoryUsage()
    for (const [kind, bytes] of Object.entries({ rss, heapUsed, external })) memory.set({ kind }, bytes)
    for (const [quantile, value] of Object.entries({ '0.5': loop.percentile(50), '0.99': loop.percentile(99), '1': loop.max })) lag.set({ quantile }, late(value))
  })
  let readAt = -Infinity
  metrics.beforeCollect(async () => {
    // A database that stalls must not stall who asks how it is.
    if (database.state() !== 'ready' || clock.monotonic() - readAt < insideEveryMs) return
    readAt = clock.monotonic()
    const { counts } = await presence.now()
    for (const kind of ['members', 'visitors', 'attendees'] as const) inside.set({ kind }, counts[kind])
  })
  metrics.beforeCollect(async () => {
    const { newestAt } = await backups.status()
    if (newestAt !== null) backupAge.set({}, (clock.now().getTime() - new Date(newestAt).getTime()) / 1000)
  })
  return () => void loop.disable()
}
