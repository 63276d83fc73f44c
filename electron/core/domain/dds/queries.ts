/** What windows are told of the duty (domain.md 4.12). */
import { and, desc, eq, gte, inArray, lt, lte, or } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import type { Tx } from '../../db/database.ts'
import { alert, memberPresence, responsibilityLog } from '../../db/schema/index.ts'
import { countOutstanding } from '../badges/inventory-queries.ts'
import { readDdsQualified } from '../duty/authority.ts'
import type { DutyDay } from '../duty/duty-day.ts'

type Today = OutputOf<typeof dds.today>
type Handover = OutputOf<typeof dds.handover>
type Log = OutputOf<typeof dds.log>

const named = (person: { memberId: string; displayName: string } | null) => person && { id: person.memberId, displayName: person.displayName }

async function readWhoIsInside(tx: Tx, ids: readonly (string | undefined)[]): Promise<(id: string | undefined) => boolean> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const rows = wanted.length === 0 ? [] : await tx.select({ id: memberPresence.memberId }).from(memberPresence).where(and(inArray(memberPresence.memberId, wanted), eq(memberPresence.direction, 'in')))
  return (id) => rows.some((row) => row.id === id)
}

export async function readToday(tx: Tx, { today, live, thisWeek, nextWeek, handover, lastWeek, firstOperationalDay }: DutyDay): Promise<Today> {
  const isInside = await readWhoIsInside(tx, [live?.memberId, thisWeek?.memberId])
  const waits = handover !== 'none'
  return {
    operationalDate: today,
    live: live && { id: live.memberId, displayName: live.displayName, status: live.status, source: live.source, acceptedAt: live.acceptedAt?.toISOString() ?? null, isInside: isInside(live.memberId) },
    scheduled: thisWeek && { id: thisWeek.memberId, displayName: thisWeek.displayName, isConfirmed: thisWeek.isConfirmed, isInside: isInside(thisWeek.memberId) },
    next: named(nextWeek),
    handover: { state: handover, outgoing: waits ? named(lastWeek) : null, incoming: waits ? named(thisWeek) : null, dueOn: waits ? firstOperationalDay : null },
  }
}

/** What goes over with the duty and must not be forgotten (screens.md P1-1). */
export async function readOpenItems(tx: Tx): Promise<Handover['open']> {
  const items = [
    { kind: 'alerts' as const, count: await tx.$count(alert, eq(alert.status, 'active')) },
    { kind: 'badges' as const, count: await countOutstanding(tx) },
  ]
  return items.filter(({ count }) => count > 0)
}

export async function readHandover(tx: Tx, duty: DutyDay, now: Date): Promise<Handover> {
  const { handover } = await readToday(tx, duty)
  const isInside = await readWhoIsInside(tx, [duty.lastWeek?.memberId, duty.thisWeek?.memberId])
  const isQualified = duty.thisWeek !== null && (await readDdsQualified(tx, now, [duty.thisWeek.memberId])).length > 0
  const waits = handover.state !== 'none'
  return { ...handover, outgoingIsInside: waits && isInside(duty.lastWeek?.memberId), incomingIsInside: waits && isInside(duty.thisWeek?.memberId), incomingIsQualified: waits && isQualified, open: await readOpenItems(tx) }
}

/** Newest first, by cursor: the log only grows. */
export async function readLog(tx: Tx, { responsibility, member: memberId, from, to, cursor, limit }: InputOf<typeof dds.log>): Promise<Log> {
  const rows = await tx
    .select()
    .from(responsibilityLog)
    .where(
      and(
        responsibility === null ? undefined : eq(responsibilityLog.responsibility, responsibility),
        memberId === null ? undefined : or(eq(responsibilityLog.memberId, memberId), eq(responsibilityLog.fromMemberId, memberId)),
        from === null ? undefined : gte(responsibilityLog.operationalDate, from),
        to === null ? undefined : lte(responsibilityLog.operationalDate, to),
        cursor === null ? undefined : lt(responsibilityLog.seq, cursor),
      ),
    )
    .orderBy(desc(responsibilityLog.seq))
    .limit(limit + 1)
  const person = (id: string | null, displayName: string | null) => (id === null ? null : { id, displayName: displayName ?? '' })
  const entries = rows.slice(0, limit).map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    operationalDate: row.operationalDate,
    responsibility: row.responsibility,
    action: row.action,
    person: person(row.memberId, row.memberName),
    from: person(row.fromMemberId, row.fromMemberName),
    actorName: row.actorName,
    actorKind: row.actorKind,
    notes: row.notes,
  }))
  return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null }
}
