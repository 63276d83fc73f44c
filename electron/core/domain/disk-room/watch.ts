/** Looks every minute how much room the desk's disk has left, and says so before it is full (trust.md 3.2). */
import { join } from 'node:path'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { RoomState } from '../../../../shared/domain/disk-room.ts'
import { ballastBytes, freeBytes, keepBallast, releaseBallast } from '../../db/ballast.ts'
import { sizeOf } from '../../db/backup.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { keepAlert, resolveAlerts } from '../alerts/raise.ts'
import { roomState, roundedRoom } from './rules.ts'

const everyMs = 60_000
/** Asking how large the database is looks at each of its thousand files; it grows slowly. In looks. A server's is not on this disk. */
const looksPerSize = 60
const subject = 'disk_room'
/** Acknowledged, it is quiet this long: who has seen that little is left has a day to see to it; when it is nearly nothing, an hour. */
const quietMinutes = { low: 24 * 60, very_low: 60 } as const

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  /** The desk's folder. */
  readonly root: string
}

export type DiskRoom = ReturnType<typeof createDiskRoom>

export function createDiskRoom({ database, clock, hub, log, root }: Dependencies) {
  let state: RoomState = 'enough'
  let free: number | undefined
  let databaseBytes = 0
  let looks = 0
  let stopped = false
  let cancel = (): void => {}
  let looking: Promise<void> = Promise.resolve()

  /** What a state asks for besides words. */
  async function ballast(): Promise<void> {
    if (database.state() === 'full' || (free !== undefined && free < ballastBytes)) {
      if (releaseBallast(root)) log.warn('disk.ballast_released', {})
    } else if (state === 'enough') await keepBallast(root)
  }

  async function tell(now: RoomState, freeNow: number): Promise<void> {
    const at = clock.now()
    const changed = await database.transaction(async (tx) =>
      now === 'enough'
        ? (await resolveAlerts(tx, ['system'], at, [], [subject])) > 0
        : keepAlert(tx, { type: 'system', severity: now === 'low' ? 'warning' : 'critical', subject, at, facts: { what: `disk_${now}`, freeBytes: roundedRoom(freeNow) } }, quietMinutes[now]),
    )
    if (changed) hub.emit('alerts.changed', {})
  }

  async function lookOnce(): Promise<void> {
    try {
      const freeNow = freeBytes(root)
      if (looks % looksPerSize === 0) databaseBytes = database.embedded ? sizeOf(join(root, 'pgdata')) : 0
      looks += 1
      const before = state
      const wasShown = free === undefined ? undefined : roundedRoom(free)
      state = roomState(before, { free: freeNow, database: databaseBytes })
      free = freeNow
      if (before !== state) log[state === 'enough' ? 'info' : 'warn']('disk.room', { state, freeBytes: freeNow, databaseBytes })
      if (before !== state || (state !== 'enough' && roundedRoom(freeNow) !== wasShown)) hub.emit('system.changed', {})
      await ballast()
      await tell(state, freeNow)
    } catch (error) {
      // Comes round again; what hinders the desk itself is said by whatever it hinders.
      if (!stopped) log.warn('disk.not_watched', errorFields(error))
    }
  }
  const look = (): Promise<void> => (looking = looking.then(() => (stopped ? undefined : lookOnce())))

  function plan(): void {
    cancel = clock.after(everyMs, () => void look().finally(() => stopped || plan()))
  }
  const unsubscribe = database.onStateChange((next) => {
    if (next === 'full') void look()
  })

  return {
    /** As of the last look; null = none has succeeded yet. */
    status: (): { state: RoomState; freeBytes: number } | null => (free === undefined ? null : { state, freeBytes: free }),
    /** Looks now, and resolves when what there was to say is said. Never rejects. */
    look,
    start(): void {
      void look()
      plan()
    },
    /** Resolves when nothing is being written any more. */
    async stop(): Promise<void> {
      stopped = true
      cancel()
      unsubscribe()
      await looking
    },
  }
}
