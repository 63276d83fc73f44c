/** A reader that has not answered for a while is an alert: people hold badges to it, and nobody hears of them (domain.md 4.11 ▶; hardware.md 5). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { keepAlert, resolveAlerts } from './raise.ts'

/** A cable that was pulled and put back, or a reader that starts anew, is no alert. Milliseconds of the injected clock. */
export const readerPatienceMs = 30_000
/** Acknowledged, it is quiet this long. */
const quietMinutes = 60

export interface WatchedReader {
  readonly id: string
  readonly name: string
  readonly stationId: string
  readonly state: 'absent' | 'connecting' | 'ready' | 'faulted'
}

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
}

/** Hears every change of the readers' state. One that is taken out of the settings is missed no more. */
export function createReaderWatch({ database, clock, hub, log }: Dependencies) {
  const silentSince = new Map<string, number>()
  let readers: readonly WatchedReader[] = []
  let writing = Promise.resolve()
  let cancel = (): void => {}

  const isLost = ({ id }: WatchedReader): boolean => clock.monotonic() - (silentSince.get(id) ?? Number.POSITIVE_INFINITY) >= readerPatienceMs

  async function write(): Promise<void> {
    const lost = readers.filter(isLost)
    const at = clock.now()
    const changed = await database.transaction(async (tx) => {
      let changes = await resolveAlerts(tx, ['reader_lost'], at, lost.map(({ id }) => id))
      for (const { id, name, stationId } of lost) if (await keepAlert(tx, { type: 'reader_lost', severity: 'critical', subject: id, at, stationId, facts: { name } }, quietMinutes)) changes += 1
      return changes > 0
    })
    if (changed) hub.emit('alerts.changed', {})
  }
  // One after the other: what is true now is written last.
  const writeSoon = (): void => void (writing = writing.then(write).catch((error: unknown) => log.error('reader.alert_not_written', errorFields(error))))

  return {
    see(now: readonly WatchedReader[]): void {
      readers = now
      const present = new Set(now.map(({ id }) => id))
      for (const id of silentSince.keys()) if (!present.has(id)) silentSince.delete(id)
      for (const { id, state } of now) {
        if (state === 'ready') silentSince.delete(id)
        else if (!silentSince.has(id)) silentSince.set(id, clock.monotonic())
      }
      cancel()
      const waiting = now.filter((reader) => silentSince.has(reader.id) && !isLost(reader)).map(({ id }) => readerPatienceMs - (clock.monotonic() - (silentSince.get(id) ?? 0)))
      if (waiting.length > 0) cancel = clock.after(Math.min(...waiting), () => this.see(readers))
      writeSoon()
    },
    /** Resolves once nothing is being written any more. */
    async stop(): Promise<void> {
      cancel()
      await writing
    },
  }
}
