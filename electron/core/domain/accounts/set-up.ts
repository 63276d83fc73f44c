/** The first administrator of an empty desk (issue 3: no built-in account, no default PIN, anywhere). */
import { eq } from 'drizzle-orm'
import { canonicalSerial, serialTail } from '../../../../shared/domain/badge-serial.ts'
import { displayNames, searchNameOf } from '../../../../shared/domain/names.ts'
import { isWeakPin } from '../../../../shared/domain/pin.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { accounts } from '../../../../shared/contract/accounts.ts'
import { levels } from '../../../../shared/domain/access.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { account, badge, badgeAssignment, member, rank } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { slowHash } from '../../kit/slow-hash.ts'
import { lockAdministrators } from '../administrators/administrators.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readStoredSerial } from '../badges/stored-serial.ts'
import { isZone, writeUnitProfile } from '../settings/unit-profile.ts'
import type { SignedIn } from './desk-session.ts'
import { readIsSetUp } from './queries.ts'
import { openSession } from './sign-in.ts'

type Input = InputOf<typeof accounts.setUp>

/**
 * One act: unit, member, badge, PIN and session. Of two desks that set up at once the second is refused.
 * Refuses `already_set_up`, `pin_weak`, `serial_invalid`, `serial_taken`, `zone_unknown`, `rank_unknown`.
 */
export async function setUpDesk({ database, clock }: { database: Database; clock: Clock }, { unit, administrator, serial: text, pin }: Input & { serial: string }, actor: Actor): Promise<{ person: SignedIn; revision: number }> {
  if (await database.read(readIsSetUp)) throw refuse('already_set_up')
  const serial = canonicalSerial(text)
  if (serial === undefined) throw refuse('serial_invalid')
  if (!isZone(unit.zone)) throw refuse('zone_unknown', { zone: unit.zone })
  if (isWeakPin(pin, administrator.serviceNumber)) throw refuse('pin_weak')
  const pinHash = await slowHash(pin)
  return database.transaction(async (tx) => {
    const at = clock.now()
    await lockAdministrators(tx)
    if (await readIsSetUp(tx)) throw refuse('already_set_up')
    await writeUnitProfile(tx, unit, at)
    const person = await findOrAddMember(tx, administrator, at)
    await giveBadge(tx, serial, person, actor, at)
    const rights = { level: levels.admin, pinHash, pinChangedAt: at, updatedAt: at }
    await tx.insert(account).values({ memberId: person.memberId, ...rights, createdAt: at }).onConflictDoUpdate({ target: account.memberId, set: rights })
    await writeAudit(tx, { at, actor, action: 'desk_set_up', entityType: 'account', entityId: person.memberId, details: { name: person.displayName, serviceNumber: administrator.serviceNumber, serialTail: serialTail(serial), unit } })
    const signedIn = await openSession(tx, { ...person, level: levels.admin }, actor.stationId ?? 'desk', at)
    return { person: signedIn, revision: await bumpPresenceRevision(tx) }
  })
}

/** Somebody who is on the roll already stays as they are: only the badge and the PIN are new. */
async function findOrAddMember(tx: Tx, { serviceNumber: typed, rank: code, firstName, lastName }: Input['administrator'], at: Date): Promise<{ memberId: string; displayName: string }> {
  const serviceNumber = typed.toUpperCase()
  const [known] = await tx.select({ memberId: member.id, displayName: member.displayName }).from(member).where(eq(member.serviceNumber, serviceNumber)).for('update')
  if (known !== undefined) return known
  const [held] = await tx.select({ id: rank.id, branch: rank.branch }).from(rank).where(eq(rank.code, code))
  if (held === undefined) throw refuse('rank_unknown', { rank: code })
  const id = newId()
  const displayName = displayNames([{ id, rank: code, lastName, firstName }]).get(id) ?? lastName
  const isCivilian = held.branch === 'civilian'
  await tx.insert(member).values({
    id,
    serviceNumber,
    rankId: held.id,
    firstName,
    lastName,
    displayName,
    searchName: searchNameOf({ lastName, firstName }),
    memberType: isCivilian ? 'civilian_staff' : 'class_a',
    status: 'active',
    source: isCivilian ? 'civilian_manual' : 'nominal_roll',
    createdAt: at,
    updatedAt: at,
  })
  return { memberId: id, displayName }
}

async function giveBadge(tx: Tx, read: string, { memberId }: { memberId: string }, actor: Actor, at: Date): Promise<void> {
  const serial = await readStoredSerial(tx, read)
  if (serial === null) throw refuse('serial_taken')
  await tx.insert(badge).values({ id: newId(), serial, status: 'active', createdAt: at, updatedAt: at }).onConflictDoNothing({ target: badge.serial })
  const [held] = await tx.select().from(badge).where(eq(badge.serial, serial)).for('update')
  if (held === undefined || (held.memberId !== null && held.memberId !== memberId) || held.kind !== 'member') throw refuse('serial_taken')
  const [other] = await tx.select({ id: badge.id }).from(badge).where(eq(badge.memberId, memberId))
  if (other !== undefined && other.id !== held.id) throw refuse('serial_taken')
  if (held.memberId === memberId) return
  await tx.update(badge).set({ memberId, status: 'active', updatedAt: at }).where(eq(badge.id, held.id))
  await tx.insert(badgeAssignment).values({ id: newId(), badgeId: held.id, memberId, assignedAt: at, assignedBy: actor.name })
}
