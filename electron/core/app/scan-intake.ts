/** From a reader's frame to the person's answer. A scan that cannot be written is said aloud, never dropped in silence. */
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import type { PresenceService } from '../domain/presence/service.ts'
import { toOutcome } from '../domain/presence/outcome.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import { newId } from '../kit/id.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { Refusal } from '../kit/refusal.ts'
import type { ReaderScan } from '../readers/port.ts'

interface Dependencies {
  readonly presence: PresenceService
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly clock: Clock
  readonly nameOfStation: (id: string) => string
  /** Told of each that was recorded: milliseconds since its frame was complete. */
  readonly onRecorded?: (ms: number) => void
}

export function createScanIntake({ presence, hub, log, clock, nameOfStation, onRecorded }: Dependencies) {
  // One after the other, in the order the badges were held up: two people never swap places on the card.
  let last: Promise<void> = Promise.resolve()

  async function record({ serial, stationId, readerId, readerName, at }: ReaderScan): Promise<void> {
    const scanId = newId()
    try {
      const { outcome } = await presence.scan({ serial, stationId, scanId, reader: readerName, actor: { kind: 'device', id: readerId, name: readerName } })
      const ms = clock.now().getTime() - at.getTime()
      onRecorded?.(ms)
      log.info('scan.recorded', { scanId, outcome, readerId, ms })
    } catch (error) {
      log.error('scan.not_recorded', { scanId, readerId, ...(error instanceof Refusal ? { code: error.code } : errorFields(error)) })
      hub.emit('presence.scanned', toOutcome({ scanId, serial, outcome: 'not_recorded', at, stationId, stationName: nameOfStation(stationId) }))
    }
  }

  return {
    accept(scan: ReaderScan): Promise<void> {
      last = last.then(() => record(scan))
      return last
    },
    /** Resolves once every accepted scan is answered. */
    idle: () => last,
  }
}
