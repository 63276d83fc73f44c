/** A badge that is held to the reader to sign in at the desk must not move its holder (domain.md 4.22). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'

/** How long the desk waits for a badge, and how long it remembers the one it read, in ms of the injected clock. */
export const badgeWaitMs = 30_000
const rememberedMs = 120_000

interface BadgeFacts {
  readonly serial: string
  readonly stationId: string
  /** The holder could sign in: has a PIN, or a set-up code. Anybody else's badge counts as always. */
  readonly canSignIn: boolean
  /** Nobody's: what the first administrator holds up. */
  readonly isFree: boolean
}

/** Memory only; the serial never leaves it: windows hear its last four characters. */
export function createBadgeWait({ clock, hub, stationId }: { clock: Clock; hub: Hub<SentinelEvents>; stationId: string }) {
  let until = 0
  let forSetUp = false
  let read: { serial: string; until: number } | undefined

  return {
    /** @returns when it ends */
    start(settingUp: boolean): Date {
      until = clock.monotonic() + badgeWaitMs
      forSetUp = settingUp
      read = undefined
      return new Date(clock.now().getTime() + badgeWaitMs)
    },
    cancel(): void {
      until = 0
      read = undefined
    },
    /** The badge that was read, once: the try that uses it up may be repeated, so that it stays until it is forgotten. */
    serial: (): string | undefined => (read !== undefined && clock.monotonic() < read.until ? read.serial : undefined),
    forget(): void {
      read = undefined
    },
    isWaiting: (at: string): boolean => at === stationId && clock.monotonic() < until,
    /** Inside a scan's act: true when this badge was held up to sign in. Call `afterCommit` once the act has committed. */
    wants: ({ canSignIn, isFree, ...scan }: BadgeFacts): boolean => scan.stationId === stationId && clock.monotonic() < until && (forSetUp ? isFree : canSignIn),
    take(serial: string): void {
      until = 0
      read = { serial, until: clock.monotonic() + rememberedMs }
      hub.emit('accounts.badgeRead', { serialTail: serialTail(serial) })
    },
  }
}

export type BadgeWait = ReturnType<typeof createBadgeWait>
