/** The lists that an administrator keeps (domain.md 3.3, 4.21). */
import { asc } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { definitions } from '../../../../shared/contract/definitions.ts'
import type { Database } from '../../db/database.ts'
import { badgeStatus, division, listItem, memberStatus, memberType, qualificationType, rank, tag, visitType } from '../../db/schema/index.ts'

interface Dependencies {
  readonly database: Database
}

export interface DefinitionsService {
  /** Every list, each in its own order. */
  read(): Promise<OutputOf<typeof definitions.read>>
}

export const createDefinitionsService = ({ database }: Dependencies): DefinitionsService => ({
  read: () =>
    database.read(async (tx) => ({
      memberStatuses: await tx.select().from(memberStatus).orderBy(asc(memberStatus.displayOrder), asc(memberStatus.code)),
      memberTypes: await tx.select().from(memberType).orderBy(asc(memberType.displayOrder), asc(memberType.code)),
      visitTypes: await tx.select().from(visitType).orderBy(asc(visitType.displayOrder), asc(visitType.code)),
      badgeStatuses: await tx.select().from(badgeStatus).orderBy(asc(badgeStatus.displayOrder), asc(badgeStatus.code)),
      listItems: await tx.select().from(listItem).orderBy(asc(listItem.listType), asc(listItem.displayOrder), asc(listItem.id)),
      tags: await tx.select().from(tag).orderBy(asc(tag.displayOrder), asc(tag.id)),
      qualificationTypes: await tx.select().from(qualificationType).orderBy(asc(qualificationType.displayOrder), asc(qualificationType.id)),
      divisions: await tx.select().from(division).orderBy(asc(division.code)),
      ranks: await tx.select().from(rank).orderBy(asc(rank.displayOrder), asc(rank.code)),
    })),
})
