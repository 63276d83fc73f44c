/** The statements of an import (domain.md 4.7). */
import { asc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm'
import type { ListType } from '../../../../shared/domain/definitions.ts'
import { displayNames } from '../../../../shared/domain/names.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { division, listItem, member, memberPresence, rank } from '../../db/schema/index.ts'
import type { RollState } from './plan.ts'

/** Members, ranks, divisions and lists as they are. `lock` keeps members from changing until the act ends. */
export async function readRollState(tx: Tx, lock: boolean): Promise<RollState> {
  const query = tx
    .select({ entry: member, rankCode: rank.code, divisionCode: division.code })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .orderBy(member.id)
  const rows = lock ? await query.for('update', { of: member }) : await query
  const items = await tx.select({ listType: listItem.listType, name: listItem.name }).from(listItem).orderBy(asc(listItem.displayOrder), asc(listItem.id))
  const namesOf = (type: ListType): string[] => items.filter(({ listType }) => listType === type).map(({ name }) => name)
  return {
    members: rows.map(({ entry, rankCode, divisionCode }) => ({
      id: entry.id,
      source: entry.source,
      status: entry.status,
      displayName: entry.displayName,
      values: { ...entry, rank: rankCode, division: divisionCode, details: entry.classDetails },
    })),
    ranks: await tx.select().from(rank),
    divisions: await tx.select().from(division),
    messes: namesOf('mess'),
    trades: namesOf('moc'),
  }
}

/** Ids of the members inside. */
export async function readInsideIds(tx: Tx): Promise<Set<string>> {
  const rows = await tx.select({ id: memberPresence.memberId }).from(memberPresence).where(eq(memberPresence.direction, 'in'))
  return new Set(rows.map(({ id }) => id))
}

export type NewMember = typeof member.$inferInsert

/** Every column of a member that an import may change: these it keeps, and these an undo puts back. */
export const importedKeys = ['employeeNumber', 'rankId', 'firstName', 'lastName', 'initials', 'email', 'mobilePhone', 'homePhone', 'divisionId', 'memberType', 'status', 'mess', 'moc', 'classDetails', 'notes', 'contractStart', 'contractEnd'] as const satisfies readonly (keyof NewMember)[]
/** Those that say nothing of their own. */
const derivedKeys = ['searchName', 'updatedAt'] as const satisfies readonly (keyof NewMember)[]

const columns = getTableColumns(member)
const identifier = (key: keyof NewMember) => sql.identifier(columns[key].name)
/** `a = source.a, b = source.b` for what an import changes. */
export const setFrom = (source: string, keys: readonly (keyof NewMember)[] = [...importedKeys, ...derivedKeys]) =>
  sql.join(
    keys.map((key) => sql`${identifier(key)} = ${sql.identifier(source)}.${identifier(key)}`),
    sql`, `,
  )

export const insertMembers = (tx: Tx, rows: readonly NewMember[]): Promise<void> => insertMany(tx, member, rows)

/** Overwrites the members with these ids, all in one statement: a parameter for each cell takes twice as long. */
export async function updateMembers(tx: Tx, rows: readonly (Partial<NewMember> & { id: string })[], at: Date): Promise<void> {
  const data = JSON.stringify(rows.map((row) => Object.fromEntries([['id', row.id], ...[...importedKeys, 'searchName' as const].map((key) => [columns[key].name, row[key] ?? null])])))
  // Later than what it was even where the clock stands still: it is the mark of this version (4.6.1).
  await tx.execute(sql`
    update member set ${setFrom('given', [...importedKeys, 'searchName'])}, updated_at = greatest(${at.toISOString()}::timestamptz, member.updated_at + interval '1 millisecond')
    from json_populate_recordset(null::member, ${data}::json) as given
    where member.id = given.id`)
}

export const deactivateMembers = (tx: Tx, ids: readonly string[], updatedAt: Date) => tx.update(member).set({ status: 'inactive', updatedAt }).where(inArray(member.id, [...ids]))

/**
 * Works out every display name again and writes those that differ (domain.md 4.6.2). Nobody's own record changes by that, so
 * `updated_at` stays. @returns the names of everybody who is not archived, by id
 */
export async function refreshNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const people = await tx
    .select({ id: member.id, rank: rank.code, lastName: member.lastName, firstName: member.firstName, displayName: member.displayName })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .where(ne(member.status, 'archived'))
  const names = displayNames(people)
  const renamed = people.flatMap(({ id, displayName }) => (names.get(id) === displayName ? [] : [{ id, name: names.get(id) }]))
  if (renamed.length > 0)
    await tx.execute(sql`
      update member set display_name = renamed.name
      from jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) as renamed(id uuid, name text)
      where member.id = renamed.id`)
  return names
}
