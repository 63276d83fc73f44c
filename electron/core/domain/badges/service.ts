/** Who holds which badge (domain.md 4.5). */
import type * as v from 'valibot'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import type { ScanPerson } from '../../../../shared/contract/presence.ts'
import { canonicalSerial, serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { beginAssignment, endAssignment } from './assignments.ts'
import { createEnrolmentWait, type Enrolment } from './enrolment.ts'
import { giveBadge, lockCandidate, lockOrCreateBadge, readCandidate, readHeldBadges, readHolderName, readOddBadges, readSerial, setBadgeStatus, type Candidate, type LockedBadge } from './queries.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly log: Log
}

/** A scan that may fulfil a waiting enrolment; `serial` is canonical. */
export interface EnrolmentScan {
  readonly serial: string
  readonly stationId: string
  readonly at: Date
  readonly actor: Actor
}
export interface TakenBadge {
  readonly person: v.InferOutput<typeof ScanPerson>
  /** Call it once the scan's transaction has committed. */
  afterCommit(): void
}

export interface BadgesService {
  /** Refuses `serial_invalid`, `number_shared`, `member_unknown`, `member_archived`, `member_has_badge`, `badge_taken`, `badge_not_usable`. */
  enrol(input: InputOf<typeof badges.enrol>, actor: Actor): Promise<OutputOf<typeof badges.enrol>>
  /** One act. Refuses what `enrol` refuses of the new badge, and `member_without_badge`. */
  replace(input: InputOf<typeof badges.replace>, actor: Actor): Promise<OutputOf<typeof badges.replace>>
  /** Refuses `member_unknown`, `member_archived`, `member_has_badge`, `member_without_badge`. */
  startEnrolment(input: Omit<InputOf<typeof badges.startEnrolment>, 'replaces'> & { replaces?: Old | null }, actor: Actor): Promise<Enrolment>
  cancelEnrolment(): void
  /** The enrolment that waits for a badge at this moment. */
  current(): Enrolment | undefined
  /**
   * Inside a scan's transaction: gives the scanned badge to the member who waits for one. Undefined when nobody waits at
   * this station, or when the badge is somebody's or not active: then the scan goes on as always and nobody's is swallowed.
   */
  take(tx: Tx, scan: EnrolmentScan): Promise<TakenBadge | undefined>
  /** Serials to try a scan with; only the development calls may show them. */
  listForSimulation(limit: number): Promise<{ serial: string; label: string }[]>
}

export function createBadgesService({ database, clock, hub, log }: Dependencies): BadgesService {
  const wait = createEnrolmentWait({ clock, hub })

  // A badge that cannot be given signs its holder in or is refused, as always; the desk that waits is told why nothing came of it.
  hub.on('presence.scanned', ({ outcome, stationId }) => {
    const waiting = wait.at(stationId)
    if (waiting === undefined) return
    if (outcome === 'shared_number') wait.refuse(waiting, 'number_shared')
    else if (outcome === 'unassigned_badge' || outcome === 'inactive_badge') wait.refuse(waiting, 'badge_not_usable')
    else if (waiting.stationId !== null && holderOutcomes.has(outcome)) wait.refuse(waiting, 'badge_taken')
  })

  /** Gives a locked badge to a locked member; the caller has the transaction and has decided. */
  async function assign(tx: Tx, badge: LockedBadge, { memberId, serial, at, actor, ...details }: { memberId: string; name: string; serial: string; at: Date; actor: Actor; by: 'number' | 'scan'; stationId?: string; replaces?: string }): Promise<void> {
    await giveBadge(tx, badge.id, memberId, at)
    await beginAssignment(tx, badge.id, memberId, at, actor.name)
    await writeAudit(tx, { at, actor, action: 'badge_assign', entityType: 'badge', entityId: badge.id, details: { memberId, serialTail: serialTail(serial), created: badge.created, ...details } })
  }

  return {
    async enrol({ memberId, serial: text }, actor) {
      const serial = canonicalSerial(text)
      if (serial === undefined) throw refuse('serial_invalid')
      const { badgeId, holder } = await database.transaction(async (tx) => {
        const at = clock.now()
        // A member without a badge is locked first: a scan holds a badge and waits for its holder, so the two never wait for each other.
        const candidate = available(await lockCandidate(tx, memberId))
        const badge = theOne(await lockOrCreateBadge(tx, serial, at))
        if (badge.memberId !== null) throw refuse('badge_taken', { name: await readHolderName(tx, badge.memberId) })
        refuseUnusable(badge)
        await assign(tx, badge, { memberId, name: candidate.displayName, serial, at, actor, by: 'number' })
        return { badgeId: badge.id, holder: candidate }
      })
      log.info('badge.assigned', { badgeId, memberId, by: 'number' })
      hub.emit('members.changed', {})
      hub.emit('badges.changed', {})
      const waiting = wait.current()
      if (waiting?.memberId === memberId) wait.end(waiting, 'cancelled', 'member_has_badge')
      return { badgeId, memberId, displayName: holder.displayName, serialTail: serialTail(serial) }
    },

    async replace({ memberId, serial: text, old }, actor) {
      const serial = canonicalSerial(text)
      if (serial === undefined) throw refuse('serial_invalid')
      const { badgeId, displayName } = await database.transaction((tx) =>
        // The new badge lets an administrator sign in again before anybody counts.
        keepingAnAdministrator(tx, async () => {
          const at = clock.now()
          const { holder, oldId } = holding(await lockCandidate(tx, memberId))
          const badge = theOne(await lockOrCreateBadge(tx, serial, at))
          if (badge.memberId !== null) throw refuse('badge_taken', { name: await readHolderName(tx, badge.memberId) })
          refuseUnusable(badge)
          const replaces = await retire(tx, oldId, holder, { old, at, actor })
          await assign(tx, badge, { memberId, name: holder.displayName, serial, at, actor, by: 'number', replaces })
          return { badgeId: badge.id, displayName: holder.displayName }
        }),
      )
      log.info('badge.replaced', { badgeId, memberId, by: 'number' })
      hub.emit('members.changed', {})
      hub.emit('badges.changed', {})
      const waiting = wait.current()
      if (waiting?.memberId === memberId) wait.end(waiting, 'cancelled', 'member_has_badge')
      return { badgeId, displayName, serialTail: serialTail(serial) }
    },

    async startEnrolment({ memberId, stationId, replaces = null }) {
      const { displayName } = await database.read(async (tx) => {
        const candidate = await readCandidate(tx, memberId)
        return replaces === null ? available(candidate) : holding(candidate).holder
      })
      return wait.start({ memberId, displayName, stationId }, replaces)
    },

    cancelEnrolment() {
      const waiting = wait.current()
      if (waiting !== undefined) wait.end(waiting, 'cancelled')
    },

    current: () => wait.current(),

    async take(tx, { serial, stationId, at, actor }) {
      const waiting = wait.at(stationId)
      if (waiting === undefined) return undefined
      // The member first: a scan that nobody takes, because another was a moment earlier, must leave no badge behind.
      const holder = await lockCandidate(tx, waiting.memberId)
      const old = wait.replaces()
      if (holder === undefined || holder.status === 'archived' || (holder.badgeId === null) !== (old === null)) return undefined
      const badge = await lockOrCreateBadge(tx, serial, at)
      if (badge === undefined || badge.memberId !== null || badge.status !== 'active' || badge.kind !== 'member') return undefined
      const replaces = holder.badgeId === null || old === null ? undefined : await retire(tx, holder.badgeId, holder, { old, at, actor })
      await assign(tx, badge, { memberId: waiting.memberId, name: holder.displayName, serial, at, actor, by: 'scan', stationId, ...(replaces !== undefined && { replaces }) })
      return {
        person: toPerson(holder),
        afterCommit() {
          log.info('badge.assigned', { badgeId: badge.id, memberId: waiting.memberId, by: 'scan' })
          wait.end(waiting, 'enrolled')
          hub.emit('members.changed', {})
          hub.emit('badges.changed', {})
        },
      }
    },

    listForSimulation: (limit) =>
      database.read(async (tx) => {
        const odd = await readOddBadges(tx, Math.min(2, Math.max(0, limit - 1)))
        const held = await readHeldBadges(tx, limit - odd.length)
        return [...held, ...odd.map(({ serial, status }) => ({ serial, label: status === 'active' ? 'Unassigned badge' : `Badge marked ${status}` }))]
      }),
  }
}

const holderOutcomes: ReadonlySet<string> = new Set(['member_in', 'member_out', 'duplicate', 'member_not_allowed'])

/** A member who can be given a badge. Refuses `member_unknown`, `member_archived`, `member_has_badge`. */
function available(member: Candidate | undefined): Candidate {
  if (member === undefined) throw refuse('member_unknown')
  if (member.status === 'archived') throw refuse('member_archived', { name: member.displayName })
  if (member.badgeId !== null) throw refuse('member_has_badge', { name: member.displayName })
  return member
}

/** A member who has a badge that another can take the place of. Refuses `member_unknown`, `member_archived`, `member_without_badge`. */
function holding(member: Candidate | undefined): { holder: Candidate; oldId: string } {
  if (member === undefined) throw refuse('member_unknown')
  if (member.status === 'archived') throw refuse('member_archived', { name: member.displayName })
  if (member.badgeId === null) throw refuse('member_without_badge', { name: member.displayName })
  return { holder: member, oldId: member.badgeId }
}

/** Refuses `number_shared`. */
function theOne(badge: LockedBadge | undefined): LockedBadge {
  if (badge === undefined) throw refuse('number_shared')
  return badge
}

/** Refuses `badge_not_usable`, `badge_of_pool`. */
function refuseUnusable({ status, kind }: LockedBadge): void {
  if (status !== 'active') throw refuse('badge_not_usable', { status })
  if (kind !== 'member') throw refuse('badge_of_pool')
}

type Old = NonNullable<InputOf<typeof badges.startEnrolment>['replaces']>

/** The old badge is nobody's any more; lost and damaged ones open nothing from now on. @returns the end of its number */
async function retire(tx: Tx, badgeId: string, holder: Candidate, { old, at, actor }: { old: Old; at: Date; actor: Actor }): Promise<string> {
  await endAssignment(tx, badgeId, { at, by: actor.name, reason: old, returned: old === 'returned' })
  if (old !== 'returned') await setBadgeStatus(tx, badgeId, old, at)
  const tail = serialTail(await readSerial(tx, badgeId))
  await writeAudit(tx, { at, actor, action: 'badge_unassign', entityType: 'badge', entityId: badgeId, details: { serialTail: tail, memberId: holder.id, name: holder.displayName, reason: old, returned: old === 'returned' } })
  return tail
}

const toPerson = ({ id, rank, firstName, lastName, displayName, divisionCode, divisionName }: Candidate): TakenBadge['person'] => ({
  id,
  rank,
  firstName,
  lastName,
  displayName,
  division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode },
})
