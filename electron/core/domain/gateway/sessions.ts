/** People who sign in through the gateway: each connection a session of its own, which idles out (domain.md 4.22 ▶). */
import { and, eq, isNull } from 'drizzle-orm'
import { session } from '../../db/schema/index.ts'
import { errorFields } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { longestMs } from '../accounts/desk-session.ts'
import { endSessions, readCredential } from '../accounts/queries.ts'
import type { AccountsService } from '../accounts/service.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { hashOf, newSecret, type Dependencies } from './keys.ts'

/** Nobody locks a screen that is elsewhere: after this long without a call the session ends, in ms. */
export const idleMs = 15 * 60_000
/** The oldest gives way. */
const mostSessions = 100

/** A person whose session is open at this moment, with the rights they have now. */
export interface PersonGuest {
  readonly kind: 'person'
  /** Of the session's row. */
  readonly id: string
  readonly memberId: string
  readonly name: string
  readonly level: number
}

interface Open {
  readonly sessionId: string
  readonly memberId: string
  readonly name: string
  readonly begunAt: number
  lastUse: number
}

interface SessionDependencies extends Dependencies {
  readonly accounts: Pick<AccountsService, 'signInElsewhere'>
  readonly stationId: string
}

export function createGatewaySessions({ database, clock, hub, log, accounts, stationId }: SessionDependencies) {
  /** By the hash of its token. Memory only: after a restart nobody is signed in. */
  const open = new Map<string, Open>()
  /** Where the rows of these sessions say that they are: no station, and told apart from the desk's own. */
  const place = `gateway-${stationId}`.slice(0, 50)
  const actor: Actor = { kind: 'device', id: 'gateway', name: 'gateway', stationId: place }

  async function end(hash: string, reason: 'signed_out' | 'expired'): Promise<void> {
    const ended = open.get(hash)
    if (ended === undefined) return
    open.delete(hash)
    await database.transaction(async (tx) => {
      const at = clock.now()
      const closed = await endSessions(tx, { sessionId: ended.sessionId }, at, reason)
      if (closed.length === 0) return
      const details = { memberId: ended.memberId, name: ended.name, reason }
      await writeAudit(tx, { at, actor: reason === 'expired' ? actor : { kind: 'member', id: ended.memberId, name: ended.name, stationId: place }, action: reason === 'expired' ? 'session_ended' : 'logout', entityType: 'session', entityId: ended.sessionId, details })
    })
    hub.emit('accounts.changed', {})
  }
  const expire = (hash: string): Promise<void> => end(hash, 'expired').catch((error: unknown) => log.error('session.not_closed', errorFields(error)))

  const isOver = ({ begunAt, lastUse }: Open): boolean => clock.monotonic() - lastUse >= idleMs || clock.monotonic() - begunAt >= longestMs

  return {
    /** What was open when Sentinel ended is closed. Call it once. */
    start: (): Promise<unknown> => database.transaction((tx) => endSessions(tx, { stationId: place }, clock.now(), 'restarted')),

    /** Refuses like `accounts.signIn`. @param address where the tries come from: it is guarded in place of a station */
    async signIn(input: { serial: string; pin: string }, address: string): Promise<{ token: string; memberId: string; displayName: string; level: number }> {
      for (const [hash, one] of open) if (isOver(one)) await expire(hash)
      const [oldest] = open.keys()
      if (open.size >= mostSessions && oldest !== undefined) await expire(oldest)
      const { sessionId, memberId, displayName, level } = await accounts.signInElsewhere(input, actor, `gateway ${address}`)
      const token = newSecret('sds')
      const now = clock.monotonic()
      open.set(hashOf(token), { sessionId, memberId, name: displayName, begunAt: now, lastUse: now })
      return { token, memberId, displayName, level }
    },

    signOut: (token: string): Promise<void> => end(hashOf(token), 'signed_out'),

    /** Level, status, badge and session are read again: whatever was taken away bites at once. Refuses `key_wrong`. @param isUse false = only looked at, so that listening alone keeps nobody signed in */
    async identify(token: string, isUse = true): Promise<PersonGuest> {
      const hash = hashOf(token)
      const found = open.get(hash)
      if (found === undefined) throw refuse('key_wrong')
      if (isOver(found)) {
        await expire(hash)
        throw refuse('key_wrong')
      }
      const { sessionId, memberId } = found
      const [person, rows] = await database.read(async (tx) => [
        await readCredential(tx, { memberId }, clock.now()),
        await tx.select({ id: session.id }).from(session).where(and(eq(session.id, sessionId), isNull(session.endedAt))),
      ])
      if (person === undefined || rows.length === 0) {
        await expire(hash)
        throw refuse('key_wrong')
      }
      if (isUse) found.lastUse = clock.monotonic()
      return { kind: 'person', id: sessionId, memberId, name: person.displayName, level: person.level }
    },
  }
}
