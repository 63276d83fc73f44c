/** Everything about one member (screens.md 1.9). */
import { and, desc, eq } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { account, badge, division, member, memberPresence, missedCheckout, movement, rank, station } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { readCarried } from '../qualifications/carried.ts'
import { readGrants } from '../qualifications/queries.ts'

type Profile = OutputOf<typeof members.get>

const latest = 20
const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** Refuses `member_unknown`. */
export async function readProfile(tx: Tx, memberId: string, at: Date): Promise<Profile> {
  const [row] = await tx
    .select({ person: member, rank, divisionCode: division.code, divisionName: division.name, held: badge, level: account.level, direction: memberPresence.direction, since: memberPresence.at })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(badge, eq(badge.memberId, member.id))
    .leftJoin(account, eq(account.memberId, member.id))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(eq(member.id, memberId))
  if (row === undefined) throw refuse('member_unknown')
  const { person, held } = row
  const carried = (await readCarried(tx, [memberId], at))(memberId)
  const missed = await tx.select().from(missedCheckout).where(eq(missedCheckout.memberId, memberId)).orderBy(desc(missedCheckout.forcedCheckoutAt), desc(missedCheckout.id)).limit(latest)
  const movements = await tx
    .select({ id: movement.id, at: movement.at, direction: movement.direction, stationId: movement.stationId, stationName: station.name, method: movement.method, flagged: movement.flagged })
    .from(movement)
    .innerJoin(station, eq(station.id, movement.stationId))
    .where(and(eq(movement.memberId, memberId), eq(movement.voided, false)))
    .orderBy(desc(movement.at), desc(movement.seq))
    .limit(latest)
  return {
    ...person,
    rank: row.rank.code,
    rankName: row.rank.name,
    rankOrder: row.rank.displayOrder,
    division: row.divisionCode,
    divisionName: row.divisionName,
    level: row.level ?? 1,
    updatedAt: person.updatedAt.toISOString(),
    present: row.direction === 'in',
    since: row.direction === 'in' ? iso(row.since) : null,
    badge: held === null ? null : { id: held.id, serialTail: serialTail(held.serial), label: held.label, status: held.status, lastUsedAt: iso(held.lastUsedAt) },
    tags: carried.tags,
    grants: (await readGrants(tx, memberId)).map(({ grant, code, name }) => ({
      ...grant,
      code,
      name,
      state: grant.revokedAt !== null ? ('revoked' as const) : grant.expiresAt !== null && grant.expiresAt <= at ? ('expired' as const) : ('active' as const),
      grantedAt: grant.grantedAt.toISOString(),
      expiresAt: iso(grant.expiresAt),
      revokedAt: iso(grant.revokedAt),
    })),
    missedCheckouts: missed.map((entry) => ({ ...entry, originalCheckinAt: entry.originalCheckinAt.toISOString(), forcedCheckoutAt: entry.forcedCheckoutAt.toISOString() })),
    movements: movements.map((move) => ({ ...move, at: move.at.toISOString() })),
  }
}
