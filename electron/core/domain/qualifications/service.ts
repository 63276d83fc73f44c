/** Qualifications and tags of members (domain.md 4.17). */
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import type { Database, Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { member, memberPresence, memberTag, qualificationGrant, qualificationType, rank, tag } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { holds } from './queries.ts'
import { syncAutomatic } from './sync.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

/** The member, locked: two grants of one member are decided one after the other. */
async function lockMember(tx: Tx, memberId: string) {
  const [row] = await tx.select({ name: member.displayName, status: member.status }).from(member).where(eq(member.id, memberId)).for('update')
  if (row === undefined) throw refuse('member_unknown')
  return row
}

export function createQualificationsService({ database, clock, hub }: Dependencies) {
  /** One act, then everybody is told: tags and qualifications stand on the desk’s screens. */
  const act = async <T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> => {
    const { result, revision } = await database.transaction(async (tx) => ({ result: await run(tx, clock.now()), revision: await bumpPresenceRevision(tx) }))
    hub.emit('members.changed', {})
    hub.emit('presence.changed', { revision })
    return result
  }

  return {
    /** Refuses `member_unknown`, `member_archived`, `qualification_unknown`, `qualification_held`, `expiry_in_past`. */
    grant: ({ memberId, typeId, expiresAt, notes }: InputOf<typeof members.grant>, actor: Actor): Promise<{ grantId: string }> =>
      act(async (tx, at) => {
        const person = await lockMember(tx, memberId)
        if (person.status === 'archived') throw refuse('member_archived', { name: person.name })
        const [type] = await tx.select().from(qualificationType).where(eq(qualificationType.id, typeId))
        if (type === undefined) throw refuse('qualification_unknown')
        const ends = expiresAt === null ? null : new Date(expiresAt)
        if (ends !== null && ends <= at) throw refuse('expiry_in_past')
        const [standing] = await tx.select().from(qualificationGrant).where(and(eq(qualificationGrant.memberId, memberId), eq(qualificationGrant.typeId, typeId), isNull(qualificationGrant.revokedAt)))
        if (standing !== undefined) {
          if (standing.expiresAt === null || standing.expiresAt > at) throw refuse('qualification_held', { name: person.name })
          // It ended by itself; only now somebody asks, so only now it is closed.
          await tx.update(qualificationGrant).set({ revokedAt: at, revokedBy: actor.name, revokeReason: 'expired' }).where(eq(qualificationGrant.id, standing.id))
        }
        const grantId = newId()
        await tx.insert(qualificationGrant).values({ id: grantId, memberId, typeId, source: 'manual', grantedAt: at, grantedBy: actor.name, expiresAt: ends, notes })
        await writeAudit(tx, { at, actor, action: 'qualification_grant', entityType: 'member', entityId: memberId, details: { qualification: type.code, expiresAt, notes, name: person.name } })
        if (type.code === 'SWK') await syncAutomatic(tx, [memberId], at)
        return { grantId }
      }),

    /** Refuses `qualification_unknown`, `qualification_revoked`. */
    revoke: ({ memberId, grantId, reason }: InputOf<typeof members.revoke>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const person = await lockMember(tx, memberId)
        const [row] = await tx
          .select({ revokedAt: qualificationGrant.revokedAt, code: qualificationType.code })
          .from(qualificationGrant)
          .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
          .where(and(eq(qualificationGrant.id, grantId), eq(qualificationGrant.memberId, memberId)))
        if (row === undefined) throw refuse('qualification_unknown')
        if (row.revokedAt !== null) throw refuse('qualification_revoked')
        await tx.update(qualificationGrant).set({ revokedAt: at, revokedBy: actor.name, revokeReason: reason }).where(eq(qualificationGrant.id, grantId))
        await writeAudit(tx, { at, actor, action: 'qualification_revoke', entityType: 'member', entityId: memberId, details: { qualification: row.code, reason, name: person.name } })
        if (row.code === 'SWK') await syncAutomatic(tx, [memberId], at)
      }),

    sync: (): Promise<{ granted: number; revoked: number }> => act((tx, at) => syncAutomatic(tx, 'all', at)),

    /** Refuses `member_unknown`, `tag_unknown`, `tag_held`. */
    addTag: ({ memberId, tagId }: InputOf<typeof members.addTag>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const person = await lockMember(tx, memberId)
        const [row] = await tx.select().from(tag).where(eq(tag.id, tagId)).for('share')
        if (row === undefined) throw refuse('tag_unknown')
        const added = await tx.insert(memberTag).values({ memberId, tagId, createdAt: at }).onConflictDoNothing().returning({ tagId: memberTag.tagId })
        if (added.length === 0) throw refuse('tag_held', { name: person.name })
        await writeAudit(tx, { at, actor, action: 'member_tag_add', entityType: 'member', entityId: memberId, details: { tag: row.name, name: person.name } })
      }),

    /** Refuses `tag_not_held`. */
    removeTag: ({ memberId, tagId }: InputOf<typeof members.removeTag>, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const [person] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId))
        const removed = await tx.delete(memberTag).where(and(eq(memberTag.memberId, memberId), eq(memberTag.tagId, tagId))).returning({ tagId: memberTag.tagId })
        if (removed.length === 0) throw refuse('tag_not_held')
        const [row] = await tx.select({ name: tag.name }).from(tag).where(eq(tag.id, tagId))
        await writeAudit(tx, { at, actor, action: 'member_tag_remove', entityType: 'member', entityId: memberId, details: { tag: row?.name ?? tagId, name: person?.name } })
      }),

    /** Members with at least one qualification that holds and lets them hold lockup, senior first. */
    lockupEligible: ({ presentOnly }: InputOf<typeof members.lockupEligible>): Promise<OutputOf<typeof members.lockupEligible>> =>
      database.read(async (tx) => {
        const rows = await tx
          .select({ id: member.id, displayName: member.displayName, code: qualificationType.code, direction: memberPresence.direction })
          .from(qualificationGrant)
          .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
          .innerJoin(member, eq(member.id, qualificationGrant.memberId))
          .innerJoin(rank, eq(rank.id, member.rankId))
          .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
          .where(and(eq(qualificationType.canReceiveLockup, true), holds(clock.now()), eq(member.status, 'active'), presentOnly ? eq(memberPresence.direction, 'in') : undefined))
          .orderBy(desc(rank.displayOrder), asc(member.searchName), asc(member.id), asc(qualificationType.displayOrder))
        return { members: [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => (own[0] === undefined ? [] : [{ id: own[0].id, displayName: own[0].displayName, present: own[0].direction === 'in', qualifications: own.map(({ code }) => code) }])) }
      }),
  }
}

export type QualificationsService = ReturnType<typeof createQualificationsService>
