/** Enrolment by scan: for one minute an unknown or unassigned badge that is scanned becomes a member's (domain.md 4.5). */
import type * as v from 'valibot'
import type { Enrolment as EnrolmentSchema } from '../../../../shared/contract/badges.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'

export type Enrolment = v.InferOutput<typeof EnrolmentSchema>
type Ending = 'enrolled' | 'expired' | 'cancelled'

/** How long a badge is waited for, in milliseconds of the injected clock. */
export const enrolmentMs = 60_000

type Old = 'lost' | 'damaged' | 'returned'

interface Armed {
  readonly enrolment: Enrolment
  /** What becomes of the badge the member has; null = they have none. */
  readonly replaces: Old | null
  /** On the monotonic clock, in milliseconds. */
  readonly until: number
  readonly stopTimer: () => void
}

/** The one enrolment that may be waiting. Memory only: after a restart nobody waits any more, and no badge is given unawares. */
export function createEnrolmentWait({ clock, hub }: { clock: Clock; hub: Hub<SentinelEvents> }) {
  let armed: Armed | undefined

  const tell = (state: SentinelEvents['badges.enrolmentChanged']['state'], enrolment: Enrolment, reason: string | null = null): void =>
    hub.emit('badges.enrolmentChanged', { state, enrolment, reason })

  function end(enrolment: Enrolment, state: Ending, reason: string | null = null): void {
    // A newer one may have taken its place by now: that one goes on waiting. A badge that was given is told all the same.
    const waiting = armed?.enrolment === enrolment
    if (!waiting && state !== 'enrolled') return
    if (waiting) {
      armed?.stopTimer()
      armed = undefined
    }
    tell(state, enrolment, reason)
  }

  const current = (): Enrolment | undefined => (armed !== undefined && clock.monotonic() < armed.until ? armed.enrolment : undefined)

  return {
    /** Waits from now on; one that was waiting is cancelled. */
    start({ memberId, displayName, stationId }: Pick<Enrolment, 'memberId' | 'displayName' | 'stationId'>, replaces: Old | null = null): Enrolment {
      if (armed !== undefined) end(armed.enrolment, 'cancelled', 'replaced')
      const enrolment = { memberId, displayName, stationId, expiresAt: new Date(clock.now().getTime() + enrolmentMs).toISOString() }
      armed = { enrolment, replaces, until: clock.monotonic() + enrolmentMs, stopTimer: clock.after(enrolmentMs, () => end(enrolment, 'expired')) }
      tell('waiting', enrolment)
      return enrolment
    },
    current,
    replaces: (): Old | null => armed?.replaces ?? null,
    /** The one that a scan at this station would fulfil. */
    at(stationId: string): Enrolment | undefined {
      const enrolment = current()
      return enrolment?.stationId === null || enrolment?.stationId === stationId ? enrolment : undefined
    },
    end,
    /** A badge was held up that cannot be given: said, and waited on. */
    refuse: (enrolment: Enrolment, reason: string): void => tell('refused', enrolment, reason),
  }
}
