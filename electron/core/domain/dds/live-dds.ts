/** Who is DDS at this moment, at hand: rights are asked for at every call, and cannot wait for the database (domain.md 4.2 ▶). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { readDutyDay } from '../duty/duty-day.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly unitTime: () => UnitTime
}

/** What a roster, a holiday, the unit's time or the clock may have changed. */
const causes: ReadonlySet<string> = new Set(['schedule.changed', 'calendar.changed', 'settings.changed', 'system.changed', 'members.changed'])

export function createLiveDds({ database, clock, hub, log, unitTime }: Dependencies) {
  let known: { date: string; memberId: string | null } = { date: '', memberId: null }
  let reading: Promise<boolean> | undefined

  const today = (): string => operationalDate(clock.now(), unitTime())

  async function read(): Promise<boolean> {
    const { today: date, live } = await database.read((tx) => readDutyDay(tx, clock.now(), unitTime()))
    // A duty that was not accepted yet brings no rights.
    const next = { date, memberId: live?.status === 'active' ? live.memberId : null }
    const changed = next.memberId !== known.memberId || next.date !== known.date
    known = next
    return changed
  }
  const refresh = (): Promise<boolean> => (reading ??= read().finally(() => (reading = undefined)))
  const look = (): void =>
    void refresh()
      .then((changed) => changed && hub.emit('dds.changed', {}))
      .catch((error: unknown) => log.error('dds.not_read', errorFields(error)))
  const stopListening = hub.onAny((name) => causes.has(name) && look())

  return {
    /** Reads it anew: after an act on the duty, before that is answered. */
    async refresh(): Promise<void> {
      // A read that began before the act does not know of it.
      await reading?.catch(() => {})
      await refresh()
    },
    /** False from the rollover on, until it has been read for the new day. */
    is(memberId: string): boolean {
      if (known.date === today()) return known.memberId === memberId
      look()
      return false
    },
    stop: stopListening,
  }
}

export type LiveDdsWatch = ReturnType<typeof createLiveDds>
