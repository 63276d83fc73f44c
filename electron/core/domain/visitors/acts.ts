/** Visitors come, go and are lent passes: each act one transaction (domain.md 4.8). */
import { and, eq, isNull } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { expectedVisit, visit } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { changesOf } from '../../kit/changes.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type Actor } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import { checkedDetails } from './answers.ts'
import type { KioskLimits } from './kiosk-limits.ts'
import { isOpenEvent, lockBearer, lockPass, lockVisit, noteReturned, readVisit, readVisitOfRequest } from './queries.ts'
import { initialsOf, toVisit, type Visit } from './to-visit.ts'

export interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

/** How long an arrival or a departure can be taken back. Milliseconds. */
const undoMs = 60_000

type Row = typeof visit.$inferSelect

export function createVisitActs({ database, clock, hub, limitKiosk }: Dependencies & { readonly limitKiosk: KioskLimits }) {
  /** Every act shows in the list of who is inside, a pass that is lent too: windows hear of it after the commit. */
  async function act<T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
    const { value, revision } = await database.transaction(async (tx) => ({ value: await run(tx, clock.now()), revision: await bumpPresenceRevision(tx) }))
    hub.emit('visitors.changed', {})
    hub.emit('presence.changed', { revision })
    return value
  }

  return {
    /** Refuses what the details or the pass lack, `forbidden` what only the desk may give, and `kiosk_too_often`. A repeat with the same id is answered first: it writes and counts nothing. */
    async signIn({ requestId, badgeId, eventId, expectedId, notes, stationId = undefined, ...details }: InputOf<typeof visitors.signIn>, caller: Caller): Promise<Visit> {
      if (caller.level < levels.quartermaster && (badgeId !== null || expectedId !== null || (notes ?? '') !== '')) throw refuse('forbidden')
      const known = await database.read((tx) => readVisitOfRequest(tx, requestId))
      if (known !== undefined) return toVisit(known)
      limitKiosk('signIn', caller)
      const actor = actorOf(caller)
      const at = stationId ?? caller.stationId
      const { made, isNew } = await act(async (tx, now) => {
        const row = await checkedDetails(tx, details)
        if (eventId !== null && !(await isOpenEvent(tx, eventId))) throw refuse('visit_event_unknown')
        await ensureStation(tx, at, now)
        const id = newId()
        const method = caller.kind === 'kiosk' ? 'kiosk' : 'desk'
        const added = await tx
          .insert(visit)
          .values({ id, requestId, ...row, eventId, notes: notes === '' ? null : notes, since: now, stationId: at, method, actorName: actor.name, createdAt: now, updatedAt: now })
          .onConflictDoNothing({ target: visit.requestId })
          .returning({ id: visit.id })
        if (added.length === 0) return { made: await needVisitOfRequest(tx, requestId), isNew: false }
        const lent = badgeId === null ? null : await takePass(tx, badgeId, now)
        if (lent !== null) await tx.update(visit).set(lentAs(lent.id, now)).where(eq(visit.id, id))
        if (expectedId !== null) await meetExpected(tx, expectedId, id)
        await writeAudit(tx, { at: now, actor: { stationId: at, ...actor }, action: 'visitor_signin', entityType: 'visit', entityId: id, details: { name: row.displayName, visitType: row.visitType, organization: row.organization, memberId: row.hostMemberId, ...(lent !== null && { label: lent.label }) } })
        return { made: await needVisit(tx, id), isNew: true }
      })
      const { id: visitId, displayName, organization, host, method, stationName } = made
      if (isNew) hub.emit('visitors.signedIn', { visitId, displayName, organization, host, method, stationName })
      return made
    },

    /** Refuses `visit_unknown`, `visit_ended`, `kiosk_too_often`. */
    async signOut({ visitId, passReturned, stationId = undefined }: InputOf<typeof visitors.signOut>, caller: Caller): Promise<OutputOf<typeof visitors.signOut>> {
      limitKiosk('signOut', caller)
      return act(async (tx, now) => {
        const row = await needLocked(tx, visitId)
        // Whoever stands at a kiosk knows an id, and learns nobody's name by it (screens.md 5.3).
        if (row.until !== null) throw refuse('visit_ended', { name: caller.kind === 'kiosk' ? initialsOf(row) : row.displayName })
        const at = stationId ?? caller.stationId
        await ensureStation(tx, at, now)
        const actor = actorOf(caller)
        const endedBy = caller.kind === 'kiosk' ? 'kiosk' : 'desk'
        const until = await endVisit(tx, row, { at: now, endedBy, stationId: at, actor, passReturned })
        return { visitId, until: until.toISOString(), endedBy }
      })
    },

    /** Not of those whom lockup or the reset signed out: the record of that act names them. Refuses `visit_unknown`, `visit_ended`, `undo_too_late`, `badge_lent`. */
    undo: ({ visitId }: InputOf<typeof visitors.undo>, caller: Caller): Promise<OutputOf<typeof visitors.undo>> =>
      act(async (tx, now) => {
        const row = await needLocked(tx, visitId)
        const isRecent = (at: Date): boolean => Math.abs(now.getTime() - at.getTime()) <= undoMs
        const { until, displayName, endedBy } = row
        if (endedBy === 'lockup_sequence' || endedBy === 'daily_reset') throw refuse('visit_ended', { name: displayName })
        if (!isRecent(until ?? row.since)) throw refuse('undo_too_late')
        if (until === null) {
          await tx.update(visit).set({ voided: true, ...(row.badgeId !== null && { returnedAt: now }), updatedAt: now }).where(eq(visit.id, visitId))
          await tx.update(expectedVisit).set({ visitId: null }).where(eq(expectedVisit.visitId, visitId))
        } else {
          const hasPassAgain = row.badgeId !== null && row.returnedAt?.getTime() === until.getTime()
          if (hasPassAgain && row.badgeId !== null) await refuseLent(tx, row.badgeId)
          await tx.update(visit).set({ until: null, endedBy: null, endedByName: null, endedAtStation: null, endScanId: null, ...(hasPassAgain && { returnedAt: null }), updatedAt: now }).where(eq(visit.id, visitId))
        }
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_undo', entityType: 'visit', entityId: visitId, details: { name: displayName, undone: until === null ? 'in' : 'out' } })
        return { displayName }
      }),

    /** Refuses `visit_unknown`, `visit_changed`, and what the details lack. */
    update: ({ visitId, basedOn, notes, ...details }: InputOf<typeof visitors.update>, caller: Caller): Promise<Visit> =>
      act(async (tx, now) => {
        const row = await needLocked(tx, visitId)
        // What was disposed of is not written anew.
        if (row.disposedAt !== null) throw refuse('visit_unknown')
        if (row.updatedAt.toISOString() !== basedOn) throw refuse('visit_changed')
        const next = await checkedDetails(tx, details, row)
        const given = { ...next, notes: notes === '' ? null : notes }
        await tx.update(visit).set({ ...given, updatedAt: now }).where(eq(visit.id, visitId))
        const { searchName: _search, ...shown } = given
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_update', entityType: 'visit', entityId: visitId, details: { name: next.displayName, ...changesOf(row, shown) } })
        return needVisit(tx, visitId)
      }),

    /** Refuses `visit_unknown`, `visit_ended`, `badge_unknown`, `badge_not_of_visitors`, `badge_not_usable`, `badge_lent`. */
    lendPass: ({ visitId, badgeId }: InputOf<typeof visitors.lendPass>, caller: Caller): Promise<Visit> =>
      act(async (tx, now) => {
        const lent = await takePass(tx, badgeId, now)
        const row = await lockInside(tx, visitId)
        // The visit names one pass: of one that it names no longer the trail alone can tell where it went.
        if (row.badgeId !== null && row.returnedAt === null) await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_pass_missing', entityType: 'visit', entityId: visitId, details: { name: row.displayName, label: (await readVisit(tx, visitId))?.passLabel ?? null } })
        await tx.update(visit).set({ ...lentAs(lent.id, now), returnedAt: null, updatedAt: now }).where(eq(visit.id, visitId))
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_pass_lend', entityType: 'visit', entityId: visitId, details: { name: row.displayName, label: lent.label } })
        return needVisit(tx, visitId)
      }),

    /** Refuses `visit_unknown`, `badge_not_outstanding`. */
    passReturned: ({ visitId }: InputOf<typeof visitors.passReturned>, caller: Caller): Promise<Visit> =>
      act(async (tx, now) => {
        const row = await needLocked(tx, visitId)
        if (row.badgeId === null || row.returnedAt !== null) throw refuse('badge_not_outstanding')
        await tx.update(visit).set({ returnedAt: now, updatedAt: now }).where(eq(visit.id, visitId))
        await writeAudit(tx, { at: now, actor: actorOf(caller), action: 'visitor_pass_return', entityType: 'visit', entityId: visitId, details: { name: row.displayName } })
        return needVisit(tx, visitId)
      }),
  }
}

/** The columns of a pass that is lent. */
const lentAs = (badgeId: string, lentAt: Date) => ({ badgeId, badgeKind: 'visitor' as const, lentAt })

async function needVisit(tx: Tx, visitId: string): Promise<Visit> {
  const row = await readVisit(tx, visitId)
  if (row === undefined) throw refuse('visit_unknown')
  return toVisit(row)
}

async function needVisitOfRequest(tx: Tx, requestId: string): Promise<Visit> {
  const row = await readVisitOfRequest(tx, requestId)
  if (row === undefined) throw new Error('a request that was there a moment ago is gone')
  return toVisit(row)
}

async function needLocked(tx: Tx, visitId: string): Promise<Row> {
  const row = await lockVisit(tx, visitId)
  if (row === undefined) throw refuse('visit_unknown')
  return row
}

async function lockInside(tx: Tx, visitId: string): Promise<Row> {
  const row = await needLocked(tx, visitId)
  if (row.until !== null) throw refuse('visit_ended', { name: row.displayName })
  return row
}

/** A pass that can be lent now. Refuses `badge_unknown`, `badge_not_of_visitors`, `badge_not_usable`, `badge_lent`. */
async function takePass(tx: Tx, badgeId: string, at: Date): Promise<{ id: string; label: string | null }> {
  const pass = await lockPass(tx, badgeId)
  if (pass === undefined) throw refuse('badge_unknown')
  if (pass.kind !== 'visitor') throw refuse('badge_not_of_visitors')
  if (!pass.isUsable) throw refuse('badge_not_usable', { status: pass.status })
  await refuseLent(tx, badgeId)
  await noteReturned(tx, badgeId, at)
  return { id: pass.id, label: pass.label }
}

async function refuseLent(tx: Tx, badgeId: string): Promise<void> {
  const bearer = await lockBearer(tx, badgeId)
  if (bearer === undefined) return
  const row = await readVisit(tx, bearer.id)
  throw refuse('badge_lent', { label: row?.passSerial == null ? '' : badgeName({ label: row.passLabel, serial: row.passSerial }), name: bearer.displayName })
}

async function meetExpected(tx: Tx, expectedId: string, visitId: string): Promise<void> {
  const met = await tx.update(expectedVisit).set({ visitId }).where(and(eq(expectedVisit.id, expectedId), isNull(expectedVisit.visitId))).returning({ id: expectedVisit.id })
  if (met.length === 0) throw refuse('visit_expected_unknown')
}

interface Ending {
  readonly at: Date
  readonly endedBy: NonNullable<Row['endedBy']>
  readonly stationId: string
  readonly actor: Actor
  readonly passReturned: boolean
  readonly scanId?: string
}

/** A visitor goes, with the line of it in the trail. The row is locked; the caller bumps the revision of presence. */
export async function endVisit(tx: Tx, row: Row, { at, endedBy, stationId, actor, passReturned, scanId }: Ending): Promise<Date> {
  // The order must hold even where the clock was set back.
  const until = at < row.since ? row.since : at
  await tx.update(visit).set({ until, endedBy, endedByName: actor.name, endedAtStation: stationId, endScanId: scanId ?? null, ...(row.badgeId !== null && row.returnedAt === null && passReturned && { returnedAt: until }), updatedAt: at }).where(eq(visit.id, row.id))
  await writeAudit(tx, { at, actor: { stationId, ...actor }, action: 'visitor_signout', entityType: 'visit', entityId: row.id, details: { name: row.displayName, by: endedBy, ...(row.badgeId !== null && { returned: passReturned }) } })
  return until
}
