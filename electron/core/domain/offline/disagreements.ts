/** Kept scans that somebody should look at (domain.md 4.4 ▶ 8): every one stays on the list until a person has. */
import { and, count, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { offline } from '../../../../shared/contract/offline.ts'
import type { Tx } from '../../db/database.ts'
import { division, member, offlineScan, rank, station } from '../../db/schema/index.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { toPerson } from '../presence/outcome.ts'

type Page = OutputOf<typeof offline.disagreements>
type Item = Page['items'][number]

const greeted = alias(member, 'greeted')
const hasReasons = sql`${offlineScan.reasons} <> '[]'::jsonb`

export async function countToSee(tx: Tx): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(offlineScan).where(eq(offlineScan.toSee, true))
  return row?.total ?? 0
}

/** One page, latest first. */
export async function readDisagreements(tx: Tx, { includeSeen, before, limit }: InputOf<typeof offline.disagreements>): Promise<Page> {
  const wanted = includeSeen ? hasReasons : eq(offlineScan.toSee, true)
  const rows = await tx
    .select({ scan: offlineScan, stationName: station.name, id: member.id, rank: rank.code, firstName: member.firstName, lastName: member.lastName, displayName: member.displayName, divisionCode: division.code, divisionName: division.name, greetedName: greeted.displayName })
    .from(offlineScan)
    .innerJoin(station, eq(station.id, offlineScan.stationId))
    .leftJoin(member, eq(member.id, offlineScan.memberId))
    .leftJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(greeted, eq(greeted.id, offlineScan.predictedMemberId))
    .where(and(wanted, before === null ? undefined : lt(offlineScan.seq, before)))
    .orderBy(desc(offlineScan.seq))
    .limit(limit + 1)
  const [row] = await tx.select({ total: count() }).from(offlineScan).where(wanted)
  const page = rows.slice(0, limit)
  return {
    items: page.map(({ scan: { scannedAt, at, enteredAt, turned, seenAt, seenByName, predicted, predictedMemberId, memberId, outcome, ...scan }, stationName, greetedName, ...person }) => ({
      ...scan,
      at: at.toISOString(),
      scannedAt: scannedAt?.toISOString() ?? null,
      enteredAt: enteredAt.toISOString(),
      stationName,
      person: toPerson(person),
      told: predicted as Item['told'],
      greeted: predictedMemberId === memberId ? null : greetedName,
      outcome: outcome as Item['outcome'],
      turned: turned.map(({ at: when, from, to }) => ({ at: when, from, to })),
      seen: seenAt === null ? null : { at: seenAt.toISOString(), name: seenByName ?? '' },
    })),
    total: row?.total ?? 0,
    next: rows.length > limit ? (page.at(-1)?.scan.seq ?? null) : null,
  }
}

/** @returns how many nobody had looked at before */
export async function markSeen(tx: Tx, ids: readonly string[], { now, actor }: { now: Date; actor: Actor }): Promise<number> {
  const seen = await tx
    .update(offlineScan)
    .set({ toSee: false, seenAt: now, seenBy: actor.id, seenByName: actor.name })
    .where(and(inArray(offlineScan.id, [...ids]), eq(offlineScan.toSee, true)))
    .returning({ id: offlineScan.id })
  if (seen.length > 0) await writeAudit(tx, { at: now, actor, action: 'offline_scans_seen', entityType: 'offline_scan', entityId: seen.length === 1 ? (seen[0]?.id ?? null) : null, details: { count: seen.length } })
  return seen.length
}
