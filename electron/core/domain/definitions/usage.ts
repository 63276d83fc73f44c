/** How many records carry each item of a list: one query a list. Archived members count: their records hold the item too. */
import { and, count, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { union, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { ListName, ListType } from '../../../../shared/domain/definitions.ts'
import type { Tx } from '../../db/database.ts'
import { badge, listItem, member, memberTag, qualificationGrant, qualificationType, visit } from '../../db/schema/index.ts'

export interface Use {
  readonly key: string
  readonly count: number
}

/** A grant that holds at this instant: expiry is judged when it is read (domain.md 4.17). */
const isActive = (at: Date) => and(isNull(qualificationGrant.revokedAt), or(isNull(qualificationGrant.expiresAt), gt(qualificationGrant.expiresAt, at)))

const key = (column: PgColumn) => sql<string>`${column}::text`

const byColumn = (table: PgTable, column: PgColumn) => (tx: Tx) =>
  tx
    .select({ key: key(column), count: count() })
    .from(table)
    .where(isNotNull(column))
    .groupBy(column)

/** Members carry a mess and a trade by name, as the roll writes it: in whatever capitals. */
const byName = (listType: ListType, column: PgColumn) => (tx: Tx) =>
  tx
    .select({ key: key(listItem.id), count: count() })
    .from(member)
    .innerJoin(listItem, sql`lower(${listItem.name}) = lower(${column})`)
    .where(eq(listItem.listType, listType))
    .groupBy(listItem.id)

const grants = (tx: Tx, at: Date) =>
  tx
    .select({ key: key(qualificationGrant.typeId), count: count() })
    .from(qualificationGrant)
    .where(isActive(at))
    .groupBy(qualificationGrant.typeId)

/** Directly or through a qualification that holds; who has it both ways counts once (domain.md 4.17, P27). */
function tags(tx: Tx, at: Date) {
  const directly = tx.select({ tagId: sql<string>`${memberTag.tagId}`.as('tag_id'), memberId: memberTag.memberId }).from(memberTag)
  const through = tx
    .select({ tagId: sql<string>`${qualificationType.tagId}`.as('tag_id'), memberId: qualificationGrant.memberId })
    .from(qualificationGrant)
    .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
    .where(and(isNotNull(qualificationType.tagId), isActive(at)))
  // A union keeps each pair once.
  const carriers = union(directly, through).as('carriers')
  return tx.select({ key: sql<string>`${carriers.tagId}::text`, count: count() }).from(carriers).groupBy(carriers.tagId)
}

/** Events come with their own tables; until then nothing carries their words. */
const nothingYet = async (): Promise<Use[]> => []

const usages: Readonly<Record<ListName, (tx: Tx, at: Date) => PromiseLike<Use[]>>> = {
  memberStatuses: byColumn(member, member.status),
  memberTypes: byColumn(member, member.memberType),
  badgeStatuses: byColumn(badge, badge.status),
  divisions: byColumn(member, member.divisionId),
  messes: byName('mess', member.mess),
  trades: byName('moc', member.moc),
  qualificationTypes: grants,
  tags,
  visitTypes: byColumn(visit, visit.visitType),
  eventRoles: nothingYet,
}

/** @param at the instant at which a grant must hold */
export const readUsage = async (tx: Tx, list: ListName, at: Date): Promise<Use[]> => [...(await usages[list](tx, at))]

export const countUses = async (tx: Tx, list: ListName, item: string, at: Date): Promise<number> => (await readUsage(tx, list, at)).find((use) => use.key === item)?.count ?? 0
