/** The badge of one who may leave the kiosk, held up at its exit panel: it names them, and moves nobody (screens.md W-15). */
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { levels } from '../../../../shared/domain/access.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { readCredential, type Credential } from '../accounts/queries.ts'

/** How long the panel waits for a badge, and for the PIN of the one it read, in ms of the injected clock. */
export const keeperWaitMs = 30_000
const rememberedMs = 60_000

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly isLiveDds: (memberId: string) => boolean
}

/** Memory only. Anybody else's badge counts as always: a queue does not wait for a panel that somebody has opened. */
export function createKeeperBadge({ database, clock, hub, isLiveDds }: Dependencies) {
  const waits = new Map<string, number>()
  const read = new Map<string, { memberId: string; until: number }>()
  const mayLeave = ({ memberId, level, pinHash }: Credential): boolean => pinHash !== null && (level >= levels.lockup || isLiveDds(memberId))

  function forget(stationId: string): void {
    waits.delete(stationId)
    read.delete(stationId)
  }
  return {
    /** From now on, at one station. @returns when it ends */
    awaitBadge(stationId: string): Date {
      waits.set(stationId, clock.monotonic() + keeperWaitMs)
      read.delete(stationId)
      return new Date(clock.now().getTime() + keeperWaitMs)
    },
    forget,

    /** Inside a scan's act. Undefined = it counts as always. */
    async takeBadge(tx: Tx, { serial, stationId, isFree }: { serial: string; stationId: string; isFree: boolean }): Promise<{ afterCommit(): void } | undefined> {
      if (isFree || clock.monotonic() >= (waits.get(stationId) ?? 0)) return undefined
      const person = await readCredential(tx, { serial }, clock.now())
      if (person === undefined || !mayLeave(person)) return undefined
      return {
        afterCommit() {
          const until = clock.monotonic() + rememberedMs
          waits.set(stationId, until)
          read.set(stationId, { memberId: person.memberId, until })
          hub.emit('kiosk.keeperRead', { stationId, displayName: person.displayName })
        },
      }
    },

    /** Whose badge was read there. Refuses `badge_needed`. */
    memberAt(stationId: string): string {
      const found = read.get(stationId)
      if (found === undefined || clock.monotonic() >= found.until) throw refuse('badge_needed')
      return found.memberId
    },
    /** Whether this person may still leave, once the PIN has been proven. */
    async still(memberId: string): Promise<Credential | undefined> {
      const person = await database.read((tx) => readCredential(tx, { memberId }, clock.now()))
      return person !== undefined && mayLeave(person) ? person : undefined
    },
  }
}

export type KeeperBadge = ReturnType<typeof createKeeperBadge>
