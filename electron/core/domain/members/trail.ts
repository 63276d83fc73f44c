/** What the trail keeps of a member: what people know of them, in the codes of the roll rather than the keys of rows (domain.md 4.23). */
import type { Tx } from '../../db/database.ts'
import { division, rank, type member } from '../../db/schema/index.ts'

type Columns = Partial<typeof member.$inferSelect>
export type InWords = (columns: Columns) => Record<string, unknown>

/** Read once an act. */
export async function readInWords(tx: Tx): Promise<InWords> {
  const ranks = new Map((await tx.select({ id: rank.id, code: rank.code }).from(rank)).map(({ id, code }) => [id, code]))
  const divisions = new Map((await tx.select({ id: division.id, code: division.code }).from(division)).map(({ id, code }) => [id, code]))
  return ({ id: _id, searchName: _search, displayName: _display, updatedAt: _updated, createdAt: _created, rankId, divisionId, ...rest }) => ({
    ...rest,
    ...(rankId !== undefined && { rank: ranks.get(rankId) ?? rankId }),
    ...(divisionId !== undefined && { division: divisionId === null ? null : (divisions.get(divisionId) ?? divisionId) }),
  })
}
