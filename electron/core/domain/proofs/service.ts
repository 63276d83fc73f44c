/**
 * Whose badge was held up where: the core's own knowledge of who acts at a kiosk and who agrees to an act of two (domain.md
 * 5.5 “own badge”, screens.md W-7). Never taken from what a window says. Memory only: after a restart nobody has proven anything.
 */
import { inArray } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { proofs } from '../../../../shared/contract/proofs.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import type { Database } from '../../db/database.ts'
import { member } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'

/** How long a badge is waited for, and how long the one that was read last at a station speaks for its holder; in ms. */
export const proofWaitMs = 30_000
export const identityMs = 60_000
/** A badge read twice while it is held up proves once and must not sign its holder out. */
const bounceMs = 2_000

type State = OutputOf<typeof proofs.awaitBadges>

interface Wait {
  readonly people: readonly { readonly id: string; readonly displayName: string }[]
  readonly proven: Set<string>
  /** On the monotonic clock. */
  until: number
  expiresAt: Date
  stopTimer: () => void
}

/** The person who acts. */
export interface Doer {
  readonly memberId: string
  readonly by: 'session' | 'badge'
  /** Of the session; a badge alone brings none. */
  readonly level: number
}

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

export function createProofs({ database, clock, hub }: Dependencies) {
  const waits = new Map<string, Wait>()
  const last = new Map<string, { memberId: string; at: number }>()
  const shown = new Map<string, { memberId: string; at: number }>()

  const toState = (stationId: string, { people, proven, expiresAt }: Wait, ended?: State['state']): State => ({
    stationId,
    state: ended ?? (people.every(({ id }) => proven.has(id)) ? 'complete' : 'waiting'),
    people: people.map((person) => ({ ...person, proven: proven.has(person.id) })),
    expiresAt: expiresAt.toISOString(),
  })
  const current = (stationId: string): Wait | undefined => {
    const wait = waits.get(stationId)
    return wait !== undefined && clock.monotonic() < wait.until ? wait : undefined
  }
  function end(stationId: string, ended: State['state']): void {
    const wait = waits.get(stationId)
    if (wait === undefined) return
    wait.stopTimer()
    waits.delete(stationId)
    hub.emit('proofs.changed', toState(stationId, wait, ended))
  }
  function renew(stationId: string, wait: Wait): void {
    wait.stopTimer()
    wait.until = clock.monotonic() + proofWaitMs
    wait.expiresAt = new Date(clock.now().getTime() + proofWaitMs)
    wait.stopTimer = clock.after(proofWaitMs, () => end(stationId, 'expired'))
  }
  /** Whose badge was read last at this station, within the last minute. */
  const identityAt = (stationId: string): string | undefined => {
    const found = last.get(stationId)
    return found !== undefined && clock.monotonic() - found.at < identityMs ? found.memberId : undefined
  }

  return {
    /** Waits from now on at one station; what waited there before is cancelled. Refuses `member_unknown`. */
    async awaitBadges({ memberIds, stationId: at }: InputOf<typeof proofs.awaitBadges>, caller: Caller): Promise<State> {
      const stationId = at ?? caller.stationId
      const ids = [...new Set(memberIds)]
      const rows = await database.read((tx) => tx.select({ id: member.id, displayName: member.displayName }).from(member).where(inArray(member.id, ids)))
      const people = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
      if (people.length < ids.length) throw refuse('member_unknown')
      end(stationId, 'cancelled')
      const known = [caller.person?.memberId, identityAt(stationId)]
      const wait: Wait = { people, proven: new Set(ids.filter((id) => known.includes(id))), until: 0, expiresAt: clock.now(), stopTimer: () => {} }
      renew(stationId, wait)
      waits.set(stationId, wait)
      const state = toState(stationId, wait)
      hub.emit('proofs.changed', state)
      return state
    },
    cancel: ({ stationId }: InputOf<typeof proofs.cancel>, caller: Caller): void => end(stationId ?? caller.stationId, 'cancelled'),

    /** Inside a scan's act, for a badge that the door would take: undefined = nobody asked for it, it counts as always. */
    take(stationId: string, memberId: string): { afterCommit(): void } | undefined {
      const wait = current(stationId)
      const isAsked = wait?.people.some(({ id }) => id === memberId) === true
      const before = shown.get(stationId)
      const isBounce = before?.memberId === memberId && clock.monotonic() - before.at < bounceMs
      if (!isAsked && !isBounce) return undefined
      return {
        afterCommit() {
          shown.set(stationId, { memberId, at: clock.monotonic() })
          last.set(stationId, { memberId, at: clock.monotonic() })
          if (!isAsked || waits.get(stationId) !== wait) return
          wait.proven.add(memberId)
          renew(stationId, wait)
          hub.emit('proofs.changed', toState(stationId, wait))
        },
      }
    },
    /** After a scan's commit: who stands at this reader now; null = somebody, but nobody whose badge counts. */
    seen(stationId: string, memberId: string | null): void {
      if (memberId === null) last.delete(stationId)
      else last.set(stationId, { memberId, at: clock.monotonic() })
    },

    /**
     * The person who acts: who is signed in at this window, or else whose badge was read last at the station. Refuses
     * `badge_needed`, also when the window meant somebody else: nobody answers for whoever stood there before.
     */
    doer(caller: Caller, stationId: string, meant?: string): Doer {
      const memberId = caller.person?.memberId ?? identityAt(stationId)
      if (memberId === undefined || (meant !== undefined && meant !== memberId)) throw refuse('badge_needed')
      return caller.person === null ? { memberId, by: 'badge', level: 0 } : { memberId, by: 'session', level: caller.level }
    },
    /** Which of these people have not shown at this station that they agree. */
    unproven(caller: Caller, stationId: string, memberIds: readonly string[]): string[] {
      const known = new Set([caller.person?.memberId, identityAt(stationId), ...(current(stationId)?.proven ?? [])])
      return memberIds.filter((id) => !known.has(id))
    },
    /** The act has been committed: what was shown for it serves for no other. */
    used: (stationId: string): void => end(stationId, 'used'),
    stop(): void {
      for (const stationId of waits.keys()) end(stationId, 'cancelled')
    },
  }
}

export type Proofs = ReturnType<typeof createProofs>

/** An administrator, or the DDS, may act without the badges and says why (W-7); it is logged. */
export const mayOverride = ({ level, liveDds }: Caller): boolean => level >= levels.admin || liveDds
