/** A station whose server may be away: it keeps scans, says so, and enters them when the server is back (domain.md 4.4 ▶, 4.25 ▶). */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { offline } from '../../../../shared/contract/offline.ts'
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { Refusal, refuse } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import type { JobsService } from '../jobs/service.ts'
import type { ScanOutcome } from '../presence/outcome.ts'
import type { ScanRequest } from '../presence/scan.ts'
import { countToSee, markSeen, readDisagreements } from './disagreements.ts'
import type { Entered } from './enter.ts'
import { keepScan } from './keep-scan.ts'
import { rememberStation, type KnownStation } from './known-station.ts'
import { createPicture } from './picture.ts'
import { recordReplay, replay, reportLost } from './replay.ts'
import { offlineFolder, openScanQueue, queueLimits } from './scan-queue.ts'

type Status = OutputOf<typeof offline.status>

/** How often what the station last knew is read again, where something changed; in ms. */
const pictureMs = 5_000
const retryMs = [5_000, 15_000, 45_000, 120_000]

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
  readonly stationId: string
  /** The station's own folder; null = nothing can be kept here. */
  readonly root: string | null
  readonly scan: (request: ScanRequest) => Promise<ScanOutcome>
  readonly nameOfStation: (id: string) => string
  /** What is due by itself waits until everything is entered, and is done then. */
  readonly jobs: Pick<JobsService, 'tick' | 'closeDaysBefore'>
}

export type OfflineService = ReturnType<typeof createOfflineService>

export function createOfflineService({ database, clock, hub, log, unitTime, stationId, root, scan, nameOfStation, jobs }: Dependencies) {
  const folder = root === null ? null : join(root, offlineFolder)
  // Where the record is on this PC it is never away, and nothing is kept; what was kept before it moved here is entered.
  const queue = folder === null || (database.server === undefined && !existsSync(folder)) ? undefined : openScanQueue({ folder, log })
  const picture = createPicture({ folder, log, unitTime })
  const run = randomUUID()
  const failed = new Set<string>()
  let since: Date | null = null
  let entering: Status['entering'] = null
  let toSee = 0
  let stopped = false
  let running: Promise<void> | undefined
  let cancelRetry = (): void => {}
  let retries = 0
  let cancelPicture: (() => void) | undefined

  /** Kept, and could still be entered. */
  const waiting = (): number => (queue?.size() ?? 0) - failed.size
  const status = (): Status => ({
    away: since !== null,
    since: since?.toISOString() ?? null,
    kept: queue?.size() ?? 0,
    oldestAt: queue?.oldest()?.at ?? null,
    entering,
    failed: failed.size,
    toSee,
    limits: { ...queueLimits },
  })
  const tell = (): void => hub.emit('offline.changed', status())

  function keep(request: ScanRequest, serial: string, scanId: string): ScanOutcome {
    if (queue === undefined) throw refuse('database_away')
    const { outcome, isNew } = keepScan({ queue, picture, clock, log, run, nameOfStation }, request, serial, scanId)
    if (isNew) tell()
    // The server may be back before anybody noticed that it was away.
    if (isNew && since === null && running === undefined) planRetry()
    hub.emit('presence.scanned', outcome)
    return outcome
  }

  function onEntered(ids: readonly string[], { entered, revision, alerted, visited, attended, dutyEnded }: Entered): void {
    queue?.remove(ids)
    if (entering !== null) entering = { ...entering, done: entering.done + ids.length }
    log.info('offline.entered', { scans: ids.length, fresh: entered })
    if (revision !== null) hub.emit('presence.changed', { revision })
    if (alerted) hub.emit('alerts.changed', {})
    if (visited) hub.emit('visitors.changed', {})
    if (attended) hub.emit('events.changed', {})
    if (dutyEnded) hub.emit('dds.changed', {})
    tell()
  }

  /** Until nothing waits: who scans meanwhile is kept behind those before them. */
  async function enterAll(): Promise<void> {
    if (queue === undefined) return
    const asked = clock.monotonic()
    const server = (await database.server?.now()) ?? clock.now()
    // The answer came half way between asking and now.
    const skewMs = Math.round(server.getTime() + (clock.monotonic() - asked) / 2 - clock.now().getTime())
    const lost = queue.lost()
    if (lost.length > 0) {
      await database.transaction((tx) => reportLost(tx, lost, { now: server, stationId }))
      queue.forgetLost()
    }
    let count = 0
    while (waiting() > 0) {
      if (stopped) break
      const scans = queue.waiting().filter(({ id }) => !failed.has(id))
      entering = { done: count, total: count + scans.length }
      const time = { now: clock.now(), skewMs, run, mono: clock.monotonic() }
      await replay(scans, time, { database, log, unitTime, closeDaysBefore: jobs.closeDaysBefore, onEntered, onFailed: (id) => void failed.add(id), isStopped: () => stopped })
      count = entering.done
    }
    if (count === 0) return
    await database.transaction((tx) => recordReplay(tx, { now: server, stationId, count, skewMs }))
    log.info('offline.caught_up', { scans: count, skewMs, ms: Math.round(clock.monotonic() - asked) })
  }

  async function catchUp(): Promise<void> {
    try {
      await enterAll()
      toSee = await database.read(countToSee)
      await takePicture()
      retries = 0
      await jobs.tick()
    } catch (error) {
      log.warn('offline.not_caught_up', errorFields(error))
      planRetry()
    } finally {
      entering = null
      tell()
    }
  }
  function planRetry(): void {
    cancelRetry()
    if (!stopped) cancelRetry = clock.after(retryMs[Math.min(retries++, retryMs.length - 1)] ?? 0, start)
  }
  /** Once at a time. */
  function start(): void {
    cancelRetry()
    if (stopped || running !== undefined || database.state() === 'away') return
    running = catchUp().finally(() => (running = undefined))
  }

  async function takePicture(): Promise<void> {
    if (database.server === undefined) return
    const now = clock.now()
    await database.read((tx) => picture.refresh(tx, now))
    picture.save()
  }
  /** Soon, and not once a scan: in a rush each of them changes it. */
  function planPicture(): void {
    if (stopped || database.server === undefined || cancelPicture !== undefined) return
    cancelPicture = clock.after(pictureMs, () => {
      cancelPicture = undefined
      if (database.state() === 'away') return
      void takePicture().catch((error: unknown) => log.warn('offline.picture_not_taken', errorFields(error)))
    })
  }
  const stateChanged = (): void => {
    const isAway = database.state() === 'away'
    if (isAway === (since !== null)) return
    since = isAway ? clock.now() : null
    // What could not be entered may be, now that the server was looked after.
    if (!isAway) failed.clear()
    tell()
    if (!isAway) start()
  }
  const unsubscribe = [database.onStateChange(stateChanged), ...(['presence.changed', 'members.changed', 'badges.changed'] as const).map((name) => hub.on(name, planPicture))]

  return {
    status,
    /** Those that wait must be entered before the day turns over. */
    isCatchingUp: (): boolean => since !== null || (running !== undefined && waiting() > 0),

    /** Enters what an earlier run kept, and takes the first picture. Never rejects. */
    async begin(): Promise<void> {
      stateChanged()
      start()
      await running
    },

    /** Resolves once nothing is under way any more. */
    settled: async (): Promise<void> => {
      await running
    },

    /**
     * Records a scan, or keeps it where the server is away. Refuses `serial_invalid`, `offline_queue_full`,
     * `offline_too_long`, and throws where it could not be kept either.
     */
    async scan(request: ScanRequest): Promise<ScanOutcome> {
      const serial = canonicalSerial(request.serial)
      if (serial === undefined) throw refuse('serial_invalid')
      // The same id, whichever way it goes: an act in doubt is entered once.
      const scanId = request.scanId ?? newId()
      if (queue !== undefined && (database.state() === 'away' || waiting() > 0)) return keep(request, serial, scanId)
      try {
        return await scan({ ...request, scanId })
      } catch (error) {
        // Too slow is as good as away to who stands at the door; the id sees to it that it counts once.
        if (queue === undefined || !(error instanceof Refusal) || (error.code !== 'database_away' && error.code !== 'database_busy')) throw error
        return keep(request, serial, scanId)
      }
    },

    /** For a start while the server is away. */
    remember(known: KnownStation): void {
      if (folder !== null && database.server !== undefined) rememberStation(folder, known, log)
    },

    disagreements: (asked: InputOf<typeof offline.disagreements>) => database.read((tx) => readDisagreements(tx, asked)),

    async markSeen({ ids }: InputOf<typeof offline.markSeen>, actor: Actor): Promise<{ seen: number }> {
      const seen = await database.transaction((tx) => markSeen(tx, ids, { now: clock.now(), actor }))
      toSee = await database.read(countToSee)
      tell()
      return { seen }
    },

    /** What is under way ends after the act it is in; the rest stays kept. */
    async stop(): Promise<void> {
      stopped = true
      cancelRetry()
      cancelPicture?.()
      for (const end of unsubscribe) end()
      await running
      queue?.close()
    },
  }
}
