/** The record of the past: read, completed by hand, corrected and exported (domain.md 4.2). */
import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { division, lockupCycle, member, memberPresence, rank, station } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { endDutiesOfAbsent } from '../presence/leaving.ts'
import { readRevision } from '../presence/queries.ts'
import { ensureStation } from '../stations/stations.ts'
import { toTableFile } from '../tables/table-file.ts'
import { addMovements, instantOf, lockMovement, lockPerson, removeMovements, replaceMovement } from './change.ts'
import { readDetails } from './details.ts'
import { toItem } from './item.ts'
import { noteMissedCheckout, readMissed } from './missed.ts'
import { readHistory, type Cursor } from './page.ts'
import { readLatest, readMembersOf } from './queries.ts'
import { historyTable } from './table.ts'
import { undoMovement } from './undo.ts'

const exportLimit = 50_000
const exportBatch = 2_000
const hourMs = 3_600_000

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}

/** Whoever has promised to secure the building hands that over before they leave, by hand as by badge. Refuses `lockup_held`. */
async function refuseHolderLeaving(tx: Tx): Promise<void> {
  const [gone] = await tx
    .select({ name: member.displayName })
    .from(lockupCycle)
    .innerJoin(member, eq(member.id, lockupCycle.holderId))
    .leftJoin(memberPresence, and(eq(memberPresence.memberId, member.id), eq(memberPresence.direction, 'in')))
    .where(isNull(memberPresence.memberId))
  if (gone !== undefined) throw refuse('lockup_held', { name: gone.name })
}

export function createHistoryService({ database, clock, hub, unitTime }: Dependencies) {
  const act = async <T>(actor: Actor, run: (tx: Tx, now: Date, stationId: string) => Promise<T>): Promise<T> => {
    const { result, revision, ended } = await database.transaction(async (tx) => {
      const now = clock.now()
      const stationId = actor.stationId ?? 'desk'
      await ensureStation(tx, stationId, now)
      const answer = await run(tx, now, stationId)
      await refuseHolderLeaving(tx)
      return { result: answer, ended: await endDutiesOfAbsent(tx, now), revision: await bumpPresenceRevision(tx) }
    })
    hub.emit('presence.changed', { revision })
    if (ended > 0) hub.emit('dds.changed', {})
    return result
  }

  return {
    list: ({ cursor, limit, ...filters }: InputOf<typeof history.list>): Promise<OutputOf<typeof history.list>> =>
      database.read(async (tx) => {
        // Before what it tells of: a newer record is only ever said to be newer once too often.
        const revision = await readRevision(tx)
        const { rows, more } = await readHistory(tx, filters, unitTime(), cursor === null ? null : { at: new Date(cursor.at), seq: cursor.seq }, limit)
        const last = rows.at(-1)?.move
        return { items: rows.map(toItem), next: more && last !== undefined ? { at: last.at.toISOString(), seq: last.seq } : null, revision }
      }),

    /** Refuses `movement_unknown`. */
    get: ({ movementId }: InputOf<typeof history.get>): Promise<OutputOf<typeof history.get>> => database.read((tx) => readDetails(tx, movementId)),

    /** Refuses `member_unknown`, `movement_in_future`, `movement_same`, `movement_between`, `reason_needed`, `member_not_admitted`, `lockup_held`. */
    record: ({ memberId, entries: asked, reason }: InputOf<typeof history.record>, actor: Actor): Promise<OutputOf<typeof history.record>> =>
      act(actor, async (tx, now, stationId) => {
        const person = await lockPerson(tx, memberId)
        if (reason === '' && asked.some(({ direction, at }) => direction === 'out' || at !== null)) throw refuse('reason_needed')
        // Whoever is inside may always be signed out; whoever the door refuses is not let in by hand either.
        if (person.admission === 'refuse' && asked.some(({ direction }) => direction === 'in')) throw refuse('member_not_admitted', { name: person.name, status: person.statusName })
        const entries = asked.map(({ direction, at }) => ({ direction, at: instantOf(at, now) }))
        const before = await readLatest(tx, memberId)
        const doing = { actor, stationId, reason, now }
        const movementIds = await addMovements(tx, person, entries, doing)
        const latest = await readLatest(tx, memberId)
        const isCheckout = before?.direction === 'in' && latest?.direction === 'out' && movementIds.includes(latest.id)
        const missed = isCheckout && (await noteMissedCheckout(tx, person, before.at, latest, doing, unitTime()))
        return { movementIds, displayName: person.name, missedCheckout: missed, undoId: latest !== undefined && movementIds.includes(latest.id) ? latest.id : null }
      }),

    /** Refuses `movement_unknown`, `movement_voided`, `movement_in_future`, `movement_same`, `movement_between`, `nothing_changed`. */
    correct: ({ movementId, direction, at, stationId, reason }: InputOf<typeof history.correct>, actor: Actor): Promise<{ movementId: string }> =>
      act(actor, async (tx, now) => {
        const found = await lockMovement(tx, movementId)
        const next = { direction, at: instantOf(at, now), stationId: stationId ?? found.move.stationId }
        if (next.direction === found.move.direction && next.at.getTime() === found.move.at.getTime() && next.stationId === found.move.stationId) throw refuse('nothing_changed')
        await ensureStation(tx, next.stationId, now)
        return { movementId: await replaceMovement(tx, found, next, { actor, stationId: next.stationId, reason, now }) }
      }),

    /** All or none. Refuses what `correct` refuses. */
    correctMany: ({ movements, reason }: InputOf<typeof history.correctMany>, actor: Actor): Promise<{ corrected: number }> =>
      act(actor, async (tx, now) => {
        const unique = [...new Map(movements.map((entry) => [entry.movementId, entry])).values()]
        // In one order for all: two who correct the same people at once wait for each other and never lock crosswise.
        for (const memberId of await readMembersOf(tx, unique.map(({ movementId }) => movementId))) await lockPerson(tx, memberId)
        for (const { movementId, at } of unique) {
          const found = await lockMovement(tx, movementId)
          const { direction, stationId } = found.move
          const next = { direction, stationId, at: instantOf(at, now) }
          if (next.at.getTime() === found.move.at.getTime()) throw refuse('nothing_changed')
          await replaceMovement(tx, found, next, { actor, stationId, reason, now })
        }
        return { corrected: unique.length }
      }),

    /** Refuses `movement_unknown`, `movement_voided`, `movement_same`. */
    remove: ({ movementId, alsoId, reason }: InputOf<typeof history.remove>, actor: Actor): Promise<void> =>
      act(actor, async (tx, now, stationId) => {
        const found = await lockMovement(tx, movementId)
        const other = alsoId === undefined || alsoId === movementId ? [] : [(await lockMovement(tx, alsoId)).move]
        if (other.some(({ memberId }) => memberId !== found.person.id)) throw refuse('movement_unknown')
        await removeMovements(tx, found.person, [found.move, ...other], 'delete', { actor, stationId, reason, now })
      }),

    /** Refuses what `undoMovement` refuses, and `lockup_held`. */
    undo: ({ movementId }: InputOf<typeof history.undo>, actor: Actor, mayEnterByHand: boolean): Promise<{ displayName: string }> =>
      act(actor, (tx, now, stationId) => undoMovement(tx, movementId, mayEnterByHand, { actor, stationId, reason: '', now })),

    stale: ({ hours }: InputOf<typeof history.stale>): Promise<OutputOf<typeof history.stale>> =>
      database.read(async (tx) => {
        const rows = await tx
          .select({ memberId: member.id, displayName: member.displayName, divisionCode: division.code, divisionName: division.name, since: memberPresence.at, stationId: memberPresence.stationId, stationName: station.name })
          .from(memberPresence)
          .innerJoin(member, eq(member.id, memberPresence.memberId))
          .innerJoin(rank, eq(rank.id, member.rankId))
          .innerJoin(station, eq(station.id, memberPresence.stationId))
          .leftJoin(division, eq(division.id, member.divisionId))
          .where(and(eq(memberPresence.direction, 'in'), lt(memberPresence.at, new Date(clock.now().getTime() - hours * hourMs))))
          .orderBy(asc(memberPresence.at), asc(member.id))
        return { people: rows.map(({ divisionCode, divisionName, since, ...row }) => ({ ...row, since: since.toISOString(), division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode } })) }
      }),

    /** All or none. Refuses what `record` refuses of a check-out. */
    checkOutMany: ({ people, note }: InputOf<typeof history.checkOutMany>, actor: Actor): Promise<{ checkedOut: number }> =>
      act(actor, async (tx, now, stationId) => {
        const unique = [...new Map(people.map((entry) => [entry.memberId, entry])).values()].toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
        for (const { memberId, at } of unique) {
          const person = await lockPerson(tx, memberId)
          const before = await readLatest(tx, memberId)
          const doing = { actor, stationId, reason: note, now }
          const out = { direction: 'out' as const, at: instantOf(at, now) }
          const [id = ''] = await addMovements(tx, person, [out], doing)
          if (before !== undefined) await noteMissedCheckout(tx, person, before.at, { id, at: out.at }, doing, unitTime())
        }
        return { checkedOut: unique.length }
      }),

    missedCheckouts: (asked: InputOf<typeof history.missedCheckouts>): Promise<OutputOf<typeof history.missedCheckouts>> => database.read((tx) => readMissed(tx, asked)),

    async export({ filters, format, language }: InputOf<typeof history.export>, actor: Actor): Promise<OutputOf<typeof history.export>> {
      const items: ReturnType<typeof toItem>[] = []
      let cursor: Cursor | null = null
      let more = true
      // Batch by batch: each is a statement of its own, so that scans go on between them.
      while (more && items.length < exportLimit) {
        const from: Cursor | null = cursor
        const batch: Awaited<ReturnType<typeof readHistory>> = await database.read((tx) => readHistory(tx, filters, unitTime(), from, Math.min(exportBatch, exportLimit - items.length)))
        items.push(...batch.rows.map(toItem))
        const last: Cursor | undefined = batch.rows.at(-1)?.move
        more = batch.more && last !== undefined
        if (last !== undefined) cursor = { at: last.at, seq: last.seq }
      }
      const name = `sentinel-history-${operationalDate(clock.now(), unitTime())}`
      const file = await toTableFile(name, historyTable(items, unitTime(), language), format)
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'export', entityType: 'movement', entityId: null, details: { filters, format, rows: items.length } }))
      return { ...file, rows: items.length, isCut: more }
    },
  }
}

export type HistoryService = ReturnType<typeof createHistoryService>
