/** The statements of qualifications and tags (domain.md 4.17). A grant holds while it is neither revoked nor expired. */
import { and, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { hasIdOf } from '../../db/id-list.ts'
import { memberTag, qualificationGrant, qualificationType, tag } from '../../db/schema/index.ts'

/** @param at expiry is judged when it is read: no job has to run for it */
export const holds = (at: Date): SQL => and(isNull(qualificationGrant.revokedAt), or(isNull(qualificationGrant.expiresAt), gt(qualificationGrant.expiresAt, at))) as SQL

/** Codes that hold, for these members. */
export const readHeldCodes = (tx: Tx, memberIds: readonly string[], at: Date) =>
  tx
    .select({ memberId: qualificationGrant.memberId, code: qualificationType.code, order: qualificationType.displayOrder, tagId: qualificationType.tagId })
    .from(qualificationGrant)
    .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
    .where(and(hasIdOf(qualificationGrant.memberId, memberIds), holds(at)))
    .orderBy(qualificationType.displayOrder, qualificationType.code)

export const readDirectTags = (tx: Tx, memberIds: readonly string[]) => tx.select().from(memberTag).where(hasIdOf(memberTag.memberId, memberIds))

export const readTags = (tx: Tx) => tx.select({ id: tag.id, name: tag.name, order: tag.displayOrder }).from(tag)

/** Every grant of a member, newest first, with those that ended. */
export const readGrants = (tx: Tx, memberId: string) =>
  tx
    .select({ grant: qualificationGrant, code: qualificationType.code, name: qualificationType.name })
    .from(qualificationGrant)
    .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
    .where(eq(qualificationGrant.memberId, memberId))
    .orderBy(desc(qualificationGrant.grantedAt), desc(qualificationGrant.id))
