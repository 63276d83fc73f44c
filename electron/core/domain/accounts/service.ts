/** Signing in at the desk, and the accounts behind it (domain.md 2.6, 4.22). */
import { and, eq, isNull } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { accounts } from '../../../../shared/contract/accounts.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { Database, Tx } from '../../db/database.ts'
import { session } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, systemActor, writeAudit, type Actor } from '../audit/write.ts'
import { createAdministration } from './administration.ts'
import { createBadgeWait } from './badge-wait.ts'
import { createDeskSession, idleLockMs, type SignedIn } from './desk-session.ts'
import { endSessions, readCredential, readFirstOfLevel, readIsSetUp } from './queries.ts'
import { setUpDesk } from './set-up.ts'
import { createSignIn, openSession, type ArrivalTaker } from './sign-in.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
  readonly stationId: string
  /** Whether this member is DDS at this moment. */
  readonly isLiveDds: (memberId: string) => boolean
  readonly arrivals: ArrivalTaker
  /** The unit's profile was written: whoever keeps it reads it again. */
  readonly onUnitChanged?: () => Promise<void>
}

type Session = OutputOf<typeof accounts.unlock>
type Entered = OutputOf<typeof accounts.signIn>

export function createAccountsService({ database, clock, hub, log, stationId, isLiveDds, arrivals, onUnitChanged = async () => {} }: Dependencies) {
  const wait = createBadgeWait({ clock, hub, stationId })
  const signIn = createSignIn({ database, clock, arrivals })
  const administration = createAdministration({ database, clock })
  const desk = createDeskSession({ clock, hub, isLiveDds, onExpired: (ended) => void closeRow(ended, 'expired') })

  const closeRow = ({ sessionId, memberId, displayName }: SignedIn, reason: 'expired' | 'revoked'): Promise<unknown> =>
    database
      .transaction(async (tx) => {
        const at = clock.now()
        const closed = await endSessions(tx, { sessionId }, at, reason)
        if (closed.length > 0) await writeAudit(tx, { at, actor: { ...systemActor, stationId }, action: 'session_ended', entityType: 'session', entityId: sessionId, details: { memberId, name: displayName, reason } })
      })
      .catch((error: unknown) => log.error('session.not_closed', errorFields(error)))

  const toSession = ({ memberId, displayName, level, startedAt }: SignedIn): Session => ({ memberId, displayName, level, startedAt: startedAt.toISOString(), locked: desk.isLocked(), liveDds: isLiveDds(memberId) })
  const begin = (person: SignedIn): Session => {
    wait.forget()
    desk.begin(person)
    log.info('session.begun', { memberId: person.memberId, rights: person.level })
    hub.emit('accounts.changed', {})
    return toSession(person)
  }
  const enter = ({ person, arrival }: Awaited<ReturnType<typeof signIn.signIn>>): Entered => {
    const begun = begin(person)
    if (arrival !== null) hub.emit('presence.changed', { revision: arrival.revision })
    if (arrival?.alerted === true) hub.emit('alerts.changed', {})
    return { ...begun, arrival: arrival === null ? null : { movementId: arrival.movementId, at: arrival.at.toISOString() } }
  }
  /** What was typed, or else the badge that was held to the reader. */
  const serialOf = (typed: string | undefined): string => {
    const serial = typed ?? wait.serial()
    if (serial === undefined) throw refuse('badge_not_read')
    return serial
  }

  /** Rights bite at once: whoever changed, the one at this desk is read again. */
  async function refresh(): Promise<void> {
    const current = desk.current()
    if (current === undefined) return
    const [row, open] = await database.read(async (tx) => [
      await readCredential(tx, { memberId: current.memberId }, clock.now()),
      await tx.select({ id: session.id }).from(session).where(and(eq(session.id, current.sessionId), isNull(session.endedAt))),
    ])
    if (desk.current()?.sessionId !== current.sessionId) return
    if (row !== undefined && open.length > 0) return desk.update(row)
    desk.end()
    log.info('session.revoked', { memberId: current.memberId })
    if (open.length > 0) await closeRow(current, 'revoked')
  }
  const stopListening = [
    // A list decides too: which badges the door takes, and whom it lets in.
    ...(['members.changed', 'accounts.changed', 'definitions.changed'] as const).map((name) => hub.on(name, () => void refresh().catch((error: unknown) => log.error('session.not_refreshed', errorFields(error))))),
    // Whoever became DDS, or is it no longer, may do other things from now on.
    hub.on('dds.changed', () => desk.current() !== undefined && hub.emit('accounts.sessionChanged', {})),
  ]

  /** An act on accounts; whoever it touches feels it before it is answered. */
  const administer = async <T>(act: Promise<T>): Promise<T> => {
    const result = await act
    await refresh()
    hub.emit('accounts.changed', {})
    return result
  }

  return {
    /** Nobody is signed in when Sentinel starts: what was open when it ended is closed. Call it once. */
    start: (): Promise<unknown> => database.transaction((tx) => endSessions(tx, { stationId }, clock.now(), 'restarted')),
    stop(): void {
      for (const stop of stopListening) stop()
      desk.end()
    },
    /** The rights of the desk's window now. */
    rightsOf: (window: Caller): Caller => desk.rightsOf(window),

    async state(): Promise<OutputOf<typeof accounts.state>> {
      const current = desk.current()
      return { setUp: await database.read(readIsSetUp), session: current === undefined ? null : toSession(current), idleLockMinutes: idleLockMs / 60_000 }
    },
    async setUp(input: InputOf<typeof accounts.setUp>, caller: Caller): Promise<Session> {
      const { person, revision } = await setUpDesk({ database, clock }, { ...input, serial: serialOf(input.serial) }, actorOf(caller))
      await onUnitChanged()
      hub.emit('system.changed', {})
      hub.emit('members.changed', {})
      hub.emit('presence.changed', { revision })
      return begin(person)
    },
    awaitBadge: async (): Promise<{ expiresAt: string }> => ({ expiresAt: wait.start(!(await database.read(readIsSetUp))).toISOString() }),
    cancelBadge: (): void => wait.cancel(),
    async signIn(input: InputOf<typeof accounts.signIn>, caller: Caller): Promise<Entered> {
      if (!(await database.read(readIsSetUp))) throw refuse('not_set_up')
      return enter(await signIn.signIn({ serial: serialOf(input.serial), pin: input.pin }, actorOf({ ...caller, person: null })))
    },
    /** From elsewhere, through the gateway: opens a session of its own and nothing at this desk. Refuses like `signIn`. */
    async signInElsewhere(input: { serial: string; pin: string }, actor: Actor, place: string): Promise<SignedIn> {
      const person = await signIn.signInElsewhere(input, actor, place)
      log.info('session.begun', { memberId: person.memberId, rights: person.level, elsewhere: true })
      hub.emit('accounts.changed', {})
      return person
    },
    async choosePin(input: InputOf<typeof accounts.choosePin>, caller: Caller): Promise<Entered> {
      return enter(await signIn.choosePin({ ...input, serial: serialOf(input.serial) }, actorOf({ ...caller, person: null })))
    },
    async unlock({ pin }: InputOf<typeof accounts.unlock>, caller: Caller): Promise<Session> {
      const current = desk.current()
      if (current === undefined) throw refuse('not_signed_in')
      await signIn.provePinOf(current.memberId, pin, actorOf({ ...caller, person: null }))
      desk.unlock()
      return toSession(desk.current() ?? current)
    },
    /** Of whoever calls: before an act that a desk left open must not do. Refuses `not_signed_in`, `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`. */
    async provePin({ person, ...device }: Caller, pin: string): Promise<void> {
      if (person === null) throw refuse('not_signed_in')
      await signIn.provePinOf(person.memberId, pin, actorOf({ ...device, person: null }))
    },
    /** At the kiosk, of one whose badge was read there. Refuses `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`. */
    provePinAtKiosk: (memberId: string, pin: string, actor: Actor): Promise<void> => signIn.provePinOf(memberId, pin, actor, 'kiosk_pin_failed'),
    lock: (): void => desk.lock(),
    touch: (): void => desk.touch(),
    async signOut(caller: Caller): Promise<void> {
      const ended = desk.end()
      if (ended === undefined) return
      await database.transaction(async (tx) => {
        const at = clock.now()
        await endSessions(tx, { sessionId: ended.sessionId }, at, 'signed_out')
        await writeAudit(tx, { at, actor: { ...actorOf(caller), kind: 'member', id: ended.memberId, name: ended.displayName }, action: 'logout', entityType: 'session', entityId: ended.sessionId, details: { memberId: ended.memberId, name: ended.displayName } })
      })
      hub.emit('accounts.changed', {})
    },
    async changePin(input: InputOf<typeof accounts.changePin>, caller: Caller): Promise<void> {
      if (caller.person === null) throw refuse('not_signed_in')
      await signIn.changePin(caller.person.memberId, input, actorOf(caller))
    },
    list: administration.list,
    setLevel: (input: InputOf<typeof accounts.setLevel>, caller: Caller) => administer(administration.setLevel(input, caller)),
    issueSetupCode: (input: InputOf<typeof accounts.issueSetupCode>, caller: Caller) => administer(administration.issueSetupCode(input, caller)),
    setDisabled: (input: InputOf<typeof accounts.setDisabled>, caller: Caller) => administer(administration.setDisabled(input, caller)),
    endSession: (input: InputOf<typeof accounts.endSession>, caller: Caller) => administer(administration.endSession(input, caller)),

    /** Inside a scan's act: the badge was held up to sign in, so that it moves nobody. Undefined = it counts as always. */
    async takeBadge(tx: Tx, { serial, stationId: at, isFree }: { serial: string; stationId: string; isFree: boolean }): Promise<{ afterCommit(): void } | undefined> {
      if (!wait.isWaiting(at)) return undefined
      const person = isFree ? undefined : await readCredential(tx, { serial }, clock.now())
      const canSignIn = person !== undefined && (person.pinHash !== null || person.codeHash !== null)
      return wait.wants({ serial, stationId: at, canSignIn, isFree }) ? { afterCommit: () => wait.take(serial) } : undefined
    },

    /** Development only: signs in without a PIN the first member who has this level. Undefined when nobody has. */
    async signInAs(level: number): Promise<Session | undefined> {
      const found = await database.transaction(async (tx) => {
        const person = await readFirstOfLevel(tx, level)
        return person && openSession(tx, person, stationId, clock.now())
      })
      return found && begin(found)
    },
  }
}

export type AccountsService = ReturnType<typeof createAccountsService>
