import { defaultUnitTime } from '../../../shared/domain/operational-day.ts'
import { newId } from '../kit/id.ts'
import type { Tx } from './database.ts'
import { badgeStatus, division, dutyPosition, dutyRole, listItem, memberStatus, memberType, qualificationType, rank, setting, tag, unitEventType, visitType } from './schema/index.ts'
import { badgeStatusSeeds, listItemSeeds, memberStatusSeeds, memberTypeSeeds, qualificationTypeSeeds, tagSeeds, visitTypeSeeds } from './seed-definitions.ts'
import { dutyPositionSeeds, dutyRoleSeeds, unitEventTypeSeeds } from './seed-duty.ts'
import { divisionSeeds, rankSeeds } from './seed-values.ts'

/** Puts in what is missing and touches nothing else: what an administrator has changed stays changed (domain.md 3.3). */
export async function seed(tx: Tx, at: Date): Promise<void> {
  const dates = { createdAt: at, updatedAt: at }
  await tx
    .insert(rank)
    .values(rankSeeds.map((row) => ({ id: newId(), ...row })))
    .onConflictDoNothing({ target: rank.code })
  await tx
    .insert(setting)
    .values({ key: 'unit.profile', value: { name: 'HMCS Example', zone: defaultUnitTime.zone }, category: 'app_config', updatedAt: at })
    .onConflictDoNothing({ target: setting.key })
  // What Sentinel's own rules rely on must be there whatever an administrator did.
  const listed = <T,>(rows: readonly T[]) => rows.map((row, index) => ({ ...row, displayOrder: index + 1, isSystem: true, ...dates }))
  await tx.insert(memberStatus).values(listed(memberStatusSeeds)).onConflictDoNothing()
  await tx.insert(memberType).values(listed(memberTypeSeeds)).onConflictDoNothing()
  await tx.insert(visitType).values(listed(visitTypeSeeds)).onConflictDoNothing()
  await tx.insert(badgeStatus).values(listed(badgeStatusSeeds)).onConflictDoNothing()
  await tx.insert(dutyRole).values([...dutyRoleSeeds]).onConflictDoNothing()
  await seedOnce(tx, at)
  await seedDuties(tx, at)
}

const seededKey = 'system.seeded'

/** Suggestions that an administrator may delete for good: put in when the database is new, and never again. */
async function seedOnce(tx: Tx, at: Date): Promise<void> {
  const first = await tx.insert(setting).values({ key: seededKey, value: { at: at.toISOString() }, category: 'system', updatedAt: at }).onConflictDoNothing({ target: setting.key }).returning({ key: setting.key })
  if (first.length === 0) return
  const dates = { createdAt: at, updatedAt: at }
  await tx
    .insert(division)
    .values(divisionSeeds.map(([code, name]) => ({ id: newId(), code, name, ...dates })))
    .onConflictDoNothing({ target: division.code })
  await tx.insert(listItem).values(listItemSeeds.map((row, index) => ({ id: newId(), ...row, displayOrder: index + 1, ...dates })))
  const tags = tagSeeds.map((row) => ({ id: newId(), ...row, ...dates }))
  await tx.insert(tag).values(tags)
  const tagId = (name: string | undefined) => tags.find((row) => row.name === name)?.id ?? null
  const qualifications = qualificationTypeSeeds.map(({ tag: name, ...row }) => ({ id: newId(), ...row, tagId: tagId(name), ...dates }))
  await tx.insert(qualificationType).values(qualifications)
}

/**
 * Seats and kinds of events, together and once: also for a desk that is older than they are. Seats are never deleted, so
 * that there being none says that nothing was put in yet.
 */
async function seedDuties(tx: Tx, at: Date): Promise<void> {
  if ((await tx.$count(dutyPosition)) > 0) return
  const dates = { createdAt: at, updatedAt: at }
  const qualifications = await tx.select({ id: qualificationType.id, code: qualificationType.code }).from(qualificationType)
  await tx.insert(dutyPosition).values(dutyPositionSeeds.map((row, index) => ({ id: newId(), roleCode: 'DUTY_WATCH', ...row, qualificationTypeId: qualifications.find(({ code }) => code === row.code)?.id ?? null, displayOrder: index + 1 })))
  await tx.insert(unitEventType).values(unitEventTypeSeeds.map((row, index) => ({ id: newId(), ...row, displayOrder: index + 1, ...dates }))).onConflictDoNothing()
}
