/** Display names when somebody comes, goes or changes (domain.md 4.6.2): the whole group that could read the same, and nobody else. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { displayNames } from '../../../../shared/domain/names.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { member, rank } from '../../db/schema/index.ts'

/** Whoever could collide stands next to each other in the folded search name. */
const groupKey = (lastName: string): string => foldText(lastName)

/** Call it in the act that changed somebody, with the last names that were and that are. Archived members collide with nobody. */
export async function renameGroup(tx: Tx, lastNames: readonly string[]): Promise<void> {
  const keys = [...new Set(lastNames.map(groupKey))]
  const people = await tx
    .select({ id: member.id, rank: rank.code, lastName: member.lastName, firstName: member.firstName, displayName: member.displayName, status: member.status })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .where(and(ne(member.status, 'archived'), sql`exists (select 1 from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as wanted(key) where ${member.searchName} = wanted.key or starts_with(${member.searchName}, wanted.key || ' '))`))
  const names = displayNames(people)
  for (const person of people) {
    const name = names.get(person.id) ?? person.displayName
    // `updated_at` stays: nobody's own record changed, so that nobody's edit becomes stale.
    if (name !== person.displayName) await tx.update(member).set({ displayName: name }).where(eq(member.id, person.id))
  }
}

/** Names as they are shown, for the answer of an act. */
export async function readNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.select({ id: member.id, name: member.displayName }).from(member).where(inArray(member.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
