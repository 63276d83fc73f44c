/** The statements of the members' list (domain.md 1.4, 4.6.1). */
import { and, asc, count, desc, eq, like, ne, or, sql } from 'drizzle-orm'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { badge, division, member, memberPresence, rank } from '../../db/schema/index.ts'

export interface MemberPage {
  readonly search: string
  readonly limit: number
  readonly page: number
}

/** Everyone who is not archived and in whose name or service number each word of `search` is found. */
function matching(search: string) {
  const words = searchTerms(search).map((term) => {
    const pattern = `%${term}%`
    return or(like(member.searchName, pattern), like(sql`lower(${member.serviceNumber})`, pattern))
  })
  return and(ne(member.status, 'archived'), ...words)
}

/** One page, senior first, then by name; the id makes the order complete, so that no page repeats or skips anyone. */
export const readMemberPage = (tx: Tx, { search, limit, page }: MemberPage) =>
  tx
    .select({
      id: member.id,
      serviceNumber: member.serviceNumber,
      rank: rank.code,
      rankOrder: rank.displayOrder,
      firstName: member.firstName,
      lastName: member.lastName,
      displayName: member.displayName,
      divisionCode: division.code,
      divisionName: division.name,
      memberType: member.memberType,
      status: member.status,
      badgeId: badge.id,
      direction: memberPresence.direction,
    })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(badge, eq(badge.memberId, member.id))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(matching(search))
    .orderBy(desc(rank.displayOrder), asc(member.searchName), asc(member.lastName), asc(member.firstName), asc(member.id))
    .limit(limit)
    .offset((page - 1) * limit)

export async function countMembers(tx: Tx, search: string): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(member).where(matching(search))
  return row?.total ?? 0
}
