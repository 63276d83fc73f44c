/** Entering what was kept, once the server is back (domain.md 4.4 ▶): in time order, day by day, in small acts that may be repeated. */
import { createHash } from 'node:crypto'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { offlineScan } from '../../db/schema/index.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import { readLastClosed } from '../jobs/reset.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { ensureStation } from '../stations/stations.ts'
import { enterScans, type Entered } from './enter.ts'
import type { KeptScan } from './queue-lines.ts'
import type { LostScan } from './scan-queue.ts'
import { timeScans, type StationTime, type TimedScan } from './timing.ts'

/** How many are entered in one act: while one runs, other stations' scans of the same people wait. */
const batchSize = 100

export interface Replay {
  readonly database: Database
  readonly log: Log
  readonly unitTime: () => UnitTime
  /** Closes every operational day before this one that is not closed yet, each as it would have been. */
  readonly closeDaysBefore: (date: string) => Promise<void>
  /** After each commit: these are entered. */
  readonly onEntered: (ids: readonly string[], entered: Entered) => void
  /** It cannot be entered, though the server answers: it stays in the queue, and does not hold up the others. */
  readonly onFailed: (id: string) => void
  readonly isStopped: () => boolean
}

const passing: readonly string[] = ['database_away', 'database_busy', 'closing']
const isAway = (error: unknown): boolean => error instanceof Refusal && passing.includes(error.code)

/** Enters `scans`, those of one station in the order in which they were kept. Rejects when the server goes away again: what is entered by then is entered. */
export async function replay(scans: readonly KeptScan[], time: StationTime, given: Replay): Promise<void> {
  const timed = timeScans(scans, time)
  const unit = given.unitTime()
  const byDay = Map.groupBy(timed, ({ at }) => operationalDate(at, unit))
  for (const [date, ofDay] of byDay) {
    await given.closeDaysBefore(date)
    for (let first = 0; first < ofDay.length; first += batchSize) {
      if (given.isStopped()) return
      await enterBatch(ofDay.slice(first, first + batchSize), time, given)
    }
  }
}

async function enterBatch(batch: readonly TimedScan[], time: StationTime, given: Replay): Promise<void> {
  const now = new Date(time.now.getTime() + time.skewMs)
  const ids = batch.map(({ scan }) => scan.id)
  try {
    const entered = await given.database.transaction(async (tx) => {
      const { settings } = await readReportSettings(tx)
      return enterScans(tx, batch, { now, unit: given.unitTime(), lastClosed: await readLastClosed(tx), tracksMissed: settings.lockup.trackMissedCheckouts })
    })
    given.onEntered(ids, entered)
  } catch (error) {
    if (isAway(error)) throw error
    given.log.error('offline.not_entered', { scans: batch.length, ...errorFields(error) })
    // One that cannot be entered must not hold up the others.
    if (batch.length === 1) given.onFailed(ids[0] ?? '')
    else for (const one of batch) await enterBatch([one], time, given)
  }
}

/** Those whose line on the disk is damaged: nobody knows who it was, but the desk is told that there was somebody, and when. */
export async function reportLost(tx: Tx, lost: readonly LostScan[], { now, stationId }: { now: Date; stationId: string }): Promise<void> {
  await ensureStation(tx, stationId, now)
  for (const { n, file, after, before } of lost) {
    const at = new Date(before ?? after ?? now)
    await tx.insert(offlineScan).values({ id: idOf(`${stationId} ${file} ${n}`), stationId, scannedAt: null, at, enteredAt: now, outcome: 'unreadable', reasons: ['unreadable'], turned: [], toSee: true }).onConflictDoNothing()
  }
}

/** The same for the same, so that a crash between two steps adds nothing. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One line of the trail for the whole. */
export const recordReplay = (tx: Tx, { now, stationId, count, skewMs }: { now: Date; stationId: string; count: number; skewMs: number }): Promise<void> =>
  writeAudit(tx, { at: now, actor: { ...systemActor, stationId }, action: 'offline_scans_entered', entityType: 'station', entityId: stationId, details: { name: stationId, count, minutes: Math.round(skewMs / 60_000) } })
