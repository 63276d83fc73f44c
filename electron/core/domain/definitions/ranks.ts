/** Ranks are given, not kept: what is asked of them (domain.md 3.1, 4.21). */
import { asc, count, desc, eq, inArray, ne } from 'drizzle-orm'
import { compareRanks } from '../../../../shared/domain/definitions.ts'
import type { Tx } from '../../db/database.ts'
import { member, rank } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

/** Members a rank, senior first; who is archived holds none any more. */
export async function readRankStatistics(tx: Tx) {
  const ranks = await tx
    .select({ code: rank.code, members: count() })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .where(ne(member.status, 'archived'))
    .groupBy(rank.id)
    .orderBy(desc(rank.displayOrder), asc(rank.code))
  return { ranks, total: ranks.reduce((sum, { members }) => sum + members, 0) }
}

/** Refuses `rank_unknown` for a code that is none. */
export async function readRankComparison(tx: Tx, first: string, second: string) {
  const rows = await tx
    .select({ code: rank.code, displayOrder: rank.displayOrder })
    .from(rank)
    .where(inArray(rank.code, [first, second]))
  const find = (code: string) => {
    const row = rows.find((candidate) => candidate.code === code)
    if (row === undefined) throw refuse('rank_unknown', { code })
    return row
  }
  return { first: compareRanks(find(first), find(second)) }
}
