/** The statements of rosters (domain.md 2.4, 4.13). Each reads a range of weeks at once, however many. */
import { and, asc, between, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { PersonFacts } from '../../../../shared/domain/duty-warnings.ts'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, dutyRole, member, nightOverride, qualificationGrant, qualificationType, rank, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'

export interface Seat {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameFr: string | null
  readonly maxSlots: number
  readonly isRequired: boolean
  readonly qualification: string | null
}
export interface Role {
  readonly code: string
  readonly name: string
  readonly nameFr: string | null
  readonly description: string | null
  readonly kind: 'single' | 'team'
  /** What the one of a single role should hold: the qualification of the role's code, where there is one. */
  readonly qualification: string | null
  readonly positions: Seat[]
}

export async function readRoles(tx: Tx): Promise<Role[]> {
  const roles = await tx.select({ role: dutyRole, qualification: qualificationType.code }).from(dutyRole).leftJoin(qualificationType, eq(qualificationType.code, dutyRole.code)).orderBy(asc(dutyRole.displayOrder), asc(dutyRole.code))
  const seats = await tx
    .select({ position: dutyPosition, qualification: qualificationType.code })
    .from(dutyPosition)
    .leftJoin(qualificationType, eq(qualificationType.id, dutyPosition.qualificationTypeId))
    .orderBy(asc(dutyPosition.displayOrder), asc(dutyPosition.code))
  return roles.map(({ role, qualification }) => ({
    ...role,
    qualification: role.kind === 'single' ? qualification : null,
    positions: seats.filter(({ position }) => position.roleCode === role.code).map(({ position: { id, code, name, nameFr, maxSlots, isRequired }, qualification: needed }) => ({ id, code, name, nameFr, maxSlots, isRequired, qualification: needed })),
  }))
}

export const readSchedules = (tx: Tx, from: string, to: string) => tx.select().from(weeklySchedule).where(between(weeklySchedule.weekStart, from, to)).orderBy(asc(weeklySchedule.weekStart), asc(weeklySchedule.roleCode))

const assignmentColumns = {
  id: scheduleAssignment.id,
  scheduleId: scheduleAssignment.scheduleId,
  positionId: scheduleAssignment.positionId,
  status: scheduleAssignment.status,
  confirmedAt: scheduleAssignment.confirmedAt,
  notes: scheduleAssignment.notes,
  member: { id: member.id, displayName: member.displayName },
}

/** Of all rosters of these weeks: by seat, who stands before who is released, senior first. */
export const readAssignments = (tx: Tx, from: string, to: string) =>
  tx
    .select(assignmentColumns)
    .from(scheduleAssignment)
    .innerJoin(weeklySchedule, eq(weeklySchedule.id, scheduleAssignment.scheduleId))
    .innerJoin(member, eq(member.id, scheduleAssignment.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(dutyPosition, eq(dutyPosition.id, scheduleAssignment.positionId))
    .where(between(weeklySchedule.weekStart, from, to))
    .orderBy(asc(weeklySchedule.weekStart), asc(dutyPosition.displayOrder), sql`${scheduleAssignment.releasedAt} nulls first`, desc(rank.displayOrder), asc(member.searchName), asc(scheduleAssignment.id))

export type Assignment = Awaited<ReturnType<typeof readAssignments>>[number]

export async function readOverrides(tx: Tx, from: string, to: string) {
  const base = alias(member, 'base')
  const rows = await tx
    .select({ override: nightOverride, memberName: member.displayName, baseName: base.displayName })
    .from(nightOverride)
    .leftJoin(member, eq(member.id, nightOverride.memberId))
    .leftJoin(base, eq(base.id, nightOverride.baseMemberId))
    .leftJoin(dutyPosition, eq(dutyPosition.id, nightOverride.positionId))
    .where(between(nightOverride.nightDate, from, to))
    .orderBy(asc(nightOverride.nightDate), asc(dutyPosition.displayOrder), asc(nightOverride.createdAt), asc(nightOverride.id))
  const person = (id: string | null, displayName: string | null) => (id === null ? null : { id, displayName: displayName ?? '' })
  return rows.map(({ override: { id, scheduleId, nightDate, positionId, kind, memberId, baseMemberId }, memberName, baseName }) => ({ id, scheduleId, nightDate, positionId, kind, member: person(memberId, memberName), base: person(baseMemberId, baseName) }))
}

export type Override = Awaited<ReturnType<typeof readOverrides>>[number]

/** What a planner is warned by: two statements, however many people. */
export async function readFacts(tx: Tx, memberIds: readonly string[], unitTime: UnitTime): Promise<Map<string, PersonFacts>> {
  if (memberIds.length === 0) return new Map()
  const ids = [...new Set(memberIds)]
  const people = await tx.select({ id: member.id, status: member.status, contractEnd: member.contractEnd }).from(member).where(inArray(member.id, ids))
  const grants = await tx
    .select({ memberId: qualificationGrant.memberId, code: qualificationType.code, expiresAt: qualificationGrant.expiresAt })
    .from(qualificationGrant)
    .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
    .where(and(inArray(qualificationGrant.memberId, ids), isNull(qualificationGrant.revokedAt)))
  const held = Map.groupBy(grants, ({ memberId }) => memberId)
  return new Map(
    people.map(({ id, status, contractEnd }) => {
      const qualifications = new Map((held.get(id) ?? []).map(({ code, expiresAt }) => [code, expiresAt === null ? null : operationalDate(expiresAt, unitTime)]))
      return [id, { status, contractEnd, qualifications }]
    }),
  )
}
