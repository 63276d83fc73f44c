import { asc } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { badgeStatus, division, listItem, memberStatus, memberType, qualificationType, rank, tag, visitType } from '../../db/schema/index.ts'

export const readVisitTypes = (tx: Tx) => tx.select().from(visitType).orderBy(asc(visitType.displayOrder), asc(visitType.code))
export const readBadgeStatuses = (tx: Tx) => tx.select().from(badgeStatus).orderBy(asc(badgeStatus.displayOrder), asc(badgeStatus.code))

/** Every list, each in its own order. */
export const readDefinitions = async (tx: Tx) => ({
  memberStatuses: await tx.select().from(memberStatus).orderBy(asc(memberStatus.displayOrder), asc(memberStatus.code)),
  memberTypes: await tx.select().from(memberType).orderBy(asc(memberType.displayOrder), asc(memberType.code)),
  visitTypes: await readVisitTypes(tx),
  badgeStatuses: await readBadgeStatuses(tx),
  listItems: await tx.select().from(listItem).orderBy(asc(listItem.listType), asc(listItem.displayOrder), asc(listItem.id)),
  tags: await tx.select().from(tag).orderBy(asc(tag.displayOrder), asc(tag.id)),
  qualificationTypes: await tx.select().from(qualificationType).orderBy(asc(qualificationType.displayOrder), asc(qualificationType.id)),
  divisions: await tx.select().from(division).orderBy(asc(division.code)),
  ranks: await tx.select().from(rank).orderBy(asc(rank.displayOrder), asc(rank.code)),
})
