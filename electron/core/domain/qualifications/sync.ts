/** Brings automatic grants in line with rank and division (domain.md 4.17 ▶): what a person granted, it never touches. */
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { division, member, qualificationGrant, qualificationType, rank } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { systemActor, writeAuditLines, type AuditEntry } from '../audit/write.ts'
import { automaticCodes } from './automatic.ts'
import { readHeldCodes } from './queries.ts'

const automaticReason = 'rank or division'

/**
 * For these members, or for everybody: a handful of statements, however many. Archived members keep what they had.
 * @returns how many grants were added and revoked
 */
export async function syncAutomatic(tx: Tx, memberIds: readonly string[] | 'all', at: Date): Promise<{ granted: number; revoked: number }> {
  const types = await tx.select().from(qualificationType).where(eq(qualificationType.isAutomatic, true))
  if (types.length === 0 || memberIds.length === 0) return { granted: 0, revoked: 0 }
  const people = await tx
    .select({ id: member.id, name: member.displayName, rankOrder: rank.displayOrder, divisionCode: division.code })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(ne(member.status, 'archived'), memberIds === 'all' ? undefined : inArray(member.id, [...memberIds])))
  if (people.length === 0) return { granted: 0, revoked: 0 }
  const ids = people.map(({ id }) => id)
  const swk = new Set((await readHeldCodes(tx, ids, at)).flatMap(({ memberId, code }) => (code === 'SWK' ? [memberId] : [])))
  const standing = await tx
    .select({ id: qualificationGrant.id, memberId: qualificationGrant.memberId, typeId: qualificationGrant.typeId, source: qualificationGrant.source })
    .from(qualificationGrant)
    .where(and(inArray(qualificationGrant.memberId, ids), inArray(qualificationGrant.typeId, types.map(({ id }) => id)), isNull(qualificationGrant.revokedAt)))
  const has = new Set(standing.map(({ memberId, typeId }) => `${memberId} ${typeId}`))
  const due = new Set(
    people.flatMap(({ id, rankOrder, divisionCode }) => {
      const codes = automaticCodes({ rankOrder, divisionCode, isSwk: swk.has(id) })
      return types.flatMap((type) => (codes.includes(type.code) ? [`${id} ${type.id}`] : []))
    }),
  )
  const grants = [...due].filter((key) => !has.has(key)).map((key) => {
    const [memberId = '', typeId = ''] = key.split(' ')
    return { id: newId(), memberId, typeId, source: 'automatic' as const, grantedAt: at, grantedBy: systemActor.name }
  })
  const ended = standing.filter(({ memberId, typeId, source }) => source === 'automatic' && !due.has(`${memberId} ${typeId}`))
  await insertMany(tx, qualificationGrant, grants)
  if (ended.length > 0) await tx.update(qualificationGrant).set({ revokedAt: at, revokedBy: systemActor.name, revokeReason: automaticReason }).where(inArray(qualificationGrant.id, ended.map(({ id }) => id)))
  const counts = { granted: grants.length, revoked: ended.length }
  if (counts.granted + counts.revoked === 0) return counts
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const codes = new Map(types.map(({ id, code }) => [id, code]))
  const line = (action: 'qualification_grant' | 'qualification_revoke') => ({ memberId, typeId }: { memberId: string; typeId: string }): AuditEntry => ({ at, actor: systemActor, action, entityType: 'member', entityId: memberId, details: { qualification: codes.get(typeId), name: names.get(memberId), reason: automaticReason } })
  const sum: AuditEntry = { at, actor: systemActor, action: 'qualification_sync', entityType: 'qualification', entityId: null, details: counts }
  await writeAuditLines(tx, [...grants.map(line('qualification_grant')), ...ended.map(line('qualification_revoke')), sum])
  return counts
}
