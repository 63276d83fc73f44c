/** A scan that cannot be entered now: on the disk first, then answered from what the station last knew (domain.md 4.4). */
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import type { Actor } from '../audit/write.ts'
import { toOutcome, type ScanOutcome } from '../presence/outcome.ts'
import type { ScanRequest } from '../presence/scan.ts'
import type { Foretold, StationPicture } from './picture.ts'
import type { ScanQueue } from './scan-queue.ts'

interface Keeping {
  readonly queue: ScanQueue
  readonly picture: StationPicture
  readonly clock: Clock
  readonly log: Log
  /** Of this run of Sentinel: its monotonic clock tells when the wall clock was set. */
  readonly run: string
  readonly nameOfStation: (id: string) => string
}

/**
 * Refuses and throws what the queue does; then nothing was kept, and nobody may be told otherwise.
 * @param serial canonical
 * @returns what the person is told; `isNew` = false where the same id is kept already, asked again after a lost answer
 */
export function keepScan({ queue, picture, clock, log, run, nameOfStation }: Keeping, request: ScanRequest, serial: string, scanId: string): { outcome: ScanOutcome; isNew: boolean } {
  const now = clock.now()
  const station = request.stationId
  const before = queue.find(scanId)
  const foretold: Foretold = before === undefined ? picture.foretell(serial, station, now) : { predicted: before.predicted, person: picture.personOf(serial) }
  const { predicted } = foretold
  if (before === undefined) {
    const kept = queue.append({ id: scanId, at: now.toISOString(), run, mono: clock.monotonic(), serial, stationId: station, reader: request.reader ?? null, actor: plain(request.actor), predicted }, now)
    picture.note(kept)
    log.info('offline.kept', { scanId, outcome: predicted.outcome, waiting: queue.size() })
  }
  const outcome = toOutcome({ scanId, serial, outcome: predicted.outcome === 'kept_again' ? 'duplicate' : predicted.outcome, direction: predicted.direction, at: new Date(before?.at ?? now), stationId: station, stationName: nameOfStation(station), person: foretold.person })
  return { outcome, isNew: before === undefined }
}

const plain = ({ kind, id, name, stationId }: Actor): { kind: Actor['kind']; id: string; name: string; stationId?: string } => ({ kind, id, name, ...(stationId !== undefined && { stationId }) })
