/** Badge and PIN, set-up codes, and changing a PIN (domain.md 4.22 ▶). */
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import { canonicalSerial, serialTail } from '../../../../shared/domain/badge-serial.ts'
import { isWeakPin } from '../../../../shared/domain/pin.ts'
import type { Database, Tx } from '../../db/database.ts'
import { session } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { matchesHash, slowHash } from '../../kit/slow-hash.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import type { SignedIn } from './desk-session.ts'
import { guarded, guardKeys } from './guard.ts'
import { endCodes, endSessions, lockAccount, readCredential, updateAccount, type Credential } from './queries.ts'
import { normalCode } from './setup-code.ts'

export interface Arrival {
  readonly movementId: string
  readonly at: Date
  /** The new revision of presence. */
  readonly revision: number
  /** An alert was raised. */
  readonly alerted: boolean
}

/** Whoever signs in at a desk stands in the building, and is recorded as inside (presence; domain.md 4.2 "login check-in"). */
export interface ArrivalTaker {
  /** In the order of a scan, before anything else is locked: a scan of the same badge at this instant waits, and never crosswise. */
  lock(tx: Tx, serial: string): Promise<void>
  /** @returns null when they are inside already, or left within the last two seconds */
  take(tx: Tx, signIn: { serial: string; stationId: string; now: Date; actor: Actor }): Promise<Arrival | null>
}

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly arrivals: ArrivalTaker
}

/** Opens a session for this person, in the act that let them in. A desk has one: what was open there ends. */
export async function openSession(tx: Tx, { memberId, displayName, level }: Pick<Credential, 'memberId' | 'displayName' | 'level'>, stationId: string, at: Date, { isDesk = true } = {}): Promise<SignedIn> {
  if (isDesk) await endSessions(tx, { stationId }, at, 'replaced')
  const sessionId = newId()
  await tx.insert(session).values({ id: sessionId, memberId, stationId, startedAt: at })
  await updateAccount(tx, memberId, { lastSignInAt: at }, at)
  const actor: Actor = { kind: level >= 5 ? 'admin' : 'member', id: memberId, name: displayName, stationId }
  await writeAudit(tx, { at, actor, action: 'login', entityType: 'session', entityId: sessionId, details: { memberId, name: displayName } })
  return { sessionId, memberId, displayName, level, startedAt: at }
}

export function createSignIn(dependencies: Dependencies) {
  const { database, clock, arrivals } = dependencies
  const read = (where: { serial: string } | { memberId: string }) => database.read((tx) => readCredential(tx, where, clock.now()))

  /** What every try of a secret shares: who, where, and the trail of a wrong one. */
  const attempt = (by: { serial: string } | { memberId: string }, person: Credential | undefined, actor: Actor, action: AuditAction, place: string = actor.stationId ?? 'desk') => ({
    // Without a badge in hand it is the person who is guarded.
    keys: guardKeys('serial' in by ? by.serial : `member ${by.memberId}`, place),
    onWrong: (tx: Tx, at: Date) => writeAudit(tx, { at, actor, action, ...('serial' in by ? { entityType: 'badge', entityId: null } : { entityType: 'account', entityId: by.memberId }), details: { ...('serial' in by && { serialTail: serialTail(by.serial) }), memberId: person?.memberId ?? null, name: person?.displayName ?? null } }),
  })

  const provePin = (person: Credential | undefined, pin: string) => async (): Promise<Credential | undefined> => {
    const right = await matchesHash(pin, person?.pinHash ?? null)
    return right ? person : undefined
  }
  /** Between the hash and the act the PIN may have been changed, or the badge lost. */
  const stillTrue = async (tx: Tx, proved: Credential, at: Date): Promise<Credential | undefined> => {
    await lockAccount(tx, proved.memberId, at)
    const now = await readCredential(tx, { memberId: proved.memberId }, at)
    return now !== undefined && now.pinHash === proved.pinHash ? now : undefined
  }

  /** One act: the session, and the arrival of whoever was not inside. */
  const enter = async (tx: Tx, person: Credential, serial: string, actor: Actor, at: Date): Promise<{ person: SignedIn; arrival: Arrival | null }> => {
    const stationId = actor.stationId ?? 'desk'
    const opened = await openSession(tx, person, stationId, at)
    return { person: opened, arrival: await arrivals.take(tx, { serial, stationId, now: at, actor: { kind: 'member', id: person.memberId, name: person.displayName, stationId } }) }
  }

  return {
    /** Refuses `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`; whether the badge exists is told by nothing, not even the time it takes. */
    async signIn({ serial: text, pin }: { serial: string; pin: string }, actor: Actor) {
      const serial = canonicalSerial(text) ?? text.slice(0, 100)
      const person = await read({ serial })
      return guarded(dependencies, {
        ...attempt({ serial }, person, actor, 'login_failed'),
        prove: provePin(person, pin),
        wrong: refuse('sign_in_wrong'),
        async accept(tx, proved, at) {
          await arrivals.lock(tx, serial)
          const credential = await stillTrue(tx, proved, at)
          return credential && enter(tx, credential, serial, actor, at)
        },
      })
    },

    /** Through the gateway: like `signIn`, but whoever does it stands in no building, so that nobody arrives. @param place what is guarded in place of a station: where the tries come from */
    async signInElsewhere({ serial: text, pin }: { serial: string; pin: string }, actor: Actor, place: string): Promise<SignedIn> {
      const serial = canonicalSerial(text) ?? text.slice(0, 100)
      const person = await read({ serial })
      return guarded(dependencies, {
        ...attempt({ serial }, person, actor, 'login_failed', place),
        prove: provePin(person, pin),
        wrong: refuse('sign_in_wrong'),
        async accept(tx, proved, at) {
          const credential = await stillTrue(tx, proved, at)
          return credential && openSession(tx, credential, actor.stationId ?? 'desk', at, { isDesk: false })
        },
      })
    },

    /** The PIN of somebody who is known: to unlock the desk, or to leave the kiosk. Refuses like `signIn`. @param failed what the trail says of a wrong one */
    async provePinOf(memberId: string, pin: string, actor: Actor, failed: AuditAction = 'unlock_failed'): Promise<void> {
      const person = await read({ memberId })
      await guarded(dependencies, {
        ...attempt({ memberId }, person, actor, failed),
        prove: provePin(person, pin),
        wrong: refuse('sign_in_wrong'),
        accept: (tx, proved, at) => stillTrue(tx, proved, at),
      })
    },

    /** Refuses `pin_weak`, `setup_code_wrong`, `sign_in_wait`, `sign_in_locked`. */
    async choosePin({ serial: text, setupCode, pin }: { serial: string; setupCode: string; pin: string }, actor: Actor) {
      const serial = canonicalSerial(text) ?? text.slice(0, 100)
      const person = await read({ serial })
      return guarded(dependencies, {
        ...attempt({ serial }, person, actor, 'setup_code_failed'),
        wrong: refuse('setup_code_wrong'),
        async prove() {
          if (!(await matchesHash(normalCode(setupCode), person?.codeHash ?? null)) || person === undefined) return undefined
          // Only now: a weak PIN must not tell whether the badge exists.
          if (isWeakPin(pin, person.serviceNumber)) throw refuse('pin_weak')
          return { person, pinHash: await slowHash(pin) }
        },
        async accept(tx, proof, at) {
          await arrivals.lock(tx, serial)
          await lockAccount(tx, proof.person.memberId, at)
          const now = await readCredential(tx, { memberId: proof.person.memberId }, at)
          if (now === undefined || now.codeId === null || now.codeId !== proof.person.codeId) return undefined
          await endCodes(tx, now.memberId, at, now.codeId)
          await updateAccount(tx, now.memberId, { pinHash: proof.pinHash, pinChangedAt: at }, at)
          await writeAudit(tx, { at, actor: { ...actor, kind: 'member', id: now.memberId, name: now.displayName }, action: 'pin_set', entityType: 'account', entityId: now.memberId, details: { name: now.displayName } })
          return enter(tx, now, serial, actor, at)
        },
      })
    },

    /** Refuses `pin_same`, `pin_weak`, and like `signIn`. Sets the new PIN in the act that accepts the old one. */
    async changePin(memberId: string, { oldPin, pin }: { oldPin: string; pin: string }, actor: Actor): Promise<void> {
      if (oldPin === pin) throw refuse('pin_same')
      const person = await read({ memberId })
      if (isWeakPin(pin, person?.serviceNumber)) throw refuse('pin_weak')
      const pinHash = await slowHash(pin)
      await guarded(dependencies, {
        ...attempt({ memberId }, person, actor, 'pin_change_failed'),
        prove: provePin(person, oldPin),
        wrong: refuse('sign_in_wrong'),
        async accept(tx, proved, at) {
          if ((await stillTrue(tx, proved, at)) === undefined) return undefined
          await updateAccount(tx, memberId, { pinHash, pinChangedAt: at }, at)
          await writeAudit(tx, { at, actor, action: 'pin_change', entityType: 'account', entityId: memberId, details: { name: proved.displayName } })
          return true
        },
      })
    },
  }
}
