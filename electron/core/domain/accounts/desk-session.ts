/** Who is signed in at this desk (domain.md 4.22). One installed Sentinel is one desk, so that there is one session (screens.md W-14). */
import type { Caller } from '../../../../shared/domain/access.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'

/** The desk locks after this long without a key or a touch, in ms. */
export const idleLockMs = 10 * 60_000
/** Nobody stays signed in longer than a long watch, in ms. */
export const longestMs = 12 * 60 * 60_000

export interface SignedIn {
  /** Of the session's row. */
  readonly sessionId: string
  readonly memberId: string
  readonly displayName: string
  readonly level: number
  readonly startedAt: Date
}

interface Options {
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  /** Whether this member is DDS now; the duty feature knows. */
  readonly isLiveDds: (memberId: string) => boolean
  /** The session came to its end by itself. */
  readonly onExpired: (session: SignedIn) => void
}

/** Memory only: after a restart nobody is signed in. Times are of the monotonic clock, so that setting the clock opens nothing. */
export function createDeskSession({ clock, hub, isLiveDds, onExpired }: Options) {
  let session: SignedIn | undefined
  let locked = false
  let lastTouch = 0
  let stopTimers: (() => void)[] = []

  const tell = (): void => hub.emit('accounts.sessionChanged', {})
  const clear = (): void => {
    for (const stop of stopTimers) stop()
    stopTimers = []
    session = undefined
    locked = false
  }
  const lock = (): void => {
    if (session === undefined || locked) return
    locked = true
    tell()
  }
  /** Looks again when the desk could have been idle long enough; touching it costs no timer. */
  const watchIdle = (wait: number): void => {
    stopTimers.push(
      clock.after(wait, () => {
        const left = lastTouch + idleLockMs - clock.monotonic()
        if (left <= 0) lock()
        else watchIdle(left)
      }),
    )
  }

  return {
    current: (): SignedIn | undefined => session,
    isLocked: (): boolean => locked,
    /** Signs this person in, in place of whoever was. */
    begin(person: SignedIn): void {
      clear()
      session = person
      lastTouch = clock.monotonic()
      watchIdle(idleLockMs)
      stopTimers.push(
        clock.after(longestMs, () => {
          clear()
          tell()
          onExpired(person)
        }),
      )
      tell()
    },
    touch(): void {
      if (!locked) lastTouch = clock.monotonic()
    },
    lock,
    unlock(): void {
      if (session === undefined) return
      locked = false
      lastTouch = clock.monotonic()
      watchIdle(idleLockMs)
      tell()
    },
    /** The person's level or name changed: it bites at once. */
    update(change: Pick<SignedIn, 'level' | 'displayName'>): void {
      if (session === undefined) return
      if (session.level === change.level && session.displayName === change.displayName) return
      session = { ...session, ...change }
      tell()
    },
    end(): SignedIn | undefined {
      const ended = session
      clear()
      if (ended !== undefined) tell()
      return ended
    },
    /** The rights of a desk window at this moment: the person's, when somebody is signed in and the desk is open. */
    rightsOf(window: Caller): Caller {
      if (session === undefined || locked) return window
      const { memberId, displayName, level } = session
      return { ...window, person: { memberId, name: displayName }, level, liveDds: isLiveDds(memberId) }
    },
  }
}

export type DeskSession = ReturnType<typeof createDeskSession>
